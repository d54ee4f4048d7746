# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AlternativeTitle(Model):
    """An alternative title of a movie or TV series in one country."""

    iso_3166_1: str
    """ISO 3166-1 code of the country."""

    title: str
    """The alternative title."""

    type: str
    """Kind of title as free text, such as `working title`; usually empty."""
