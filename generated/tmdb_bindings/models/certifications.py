# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_map


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Certifications(Model):
    """The age ratings that films, or series, can have."""

    certifications: dict[str, list[Certification]] = field(factory=empty_map)
    """By ISO 3166-1 code; one province stands for itself: `CA-QC`."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .certification import Certification
