# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class UnknownMedia(Model):
    """A result of a kind that this document does not know yet: its identity and its name, whichever key TMDB uses."""

    id: int
    """TMDB's id within that kind."""

    media_type: str | None = None
    """TMDB's word for the kind."""

    name: str | None = None
    """Name; absent where the kind has a title."""

    title: str | None = None
    """Title; absent where the kind has a name."""
