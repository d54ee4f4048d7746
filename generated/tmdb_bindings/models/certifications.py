# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_map


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Certifications(Model):
    """The certifications of movies or TV series, by country."""

    certifications: dict[str, list[Certification]] = field(factory=empty_map)
    """Certifications by ISO 3166-1 code; Quebec has a code of its own, `CA-QC`."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .certification import Certification
