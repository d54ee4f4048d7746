# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListItemStatus(Model):
    """Confirmation that an item is on a list; TMDB answers an error for any other item."""

    id: int | None = None
    """TMDB's id of the list."""

    media_id: int
    """TMDB's id of the movie or TV series."""

    media_type: str
    """Media type: `movie` or `tv`."""

    status_code: int | None = None
    """TMDB's status code, not the HTTP status."""

    status_message: str | None = None
    """English message for `status_code`."""

    success: bool | None = None
    """Whether the request succeeded."""
