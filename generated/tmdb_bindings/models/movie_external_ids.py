# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieExternalIds(Model):
    """External ids of a movie; null or empty if TMDB has none."""

    facebook_id: str | None = None
    """Facebook page name or id; null or empty if unknown."""

    id: int | None = None
    """TMDB's id of the movie; missing in an appended block."""

    imdb_id: str | None = None
    """IMDb id, such as `tt0137523`."""

    instagram_id: str | None = None
    """Instagram user name; null or empty if unknown."""

    twitter_id: str | None = None
    """Twitter user name; null or empty if unknown."""

    wikidata_id: str | None = None
    """Wikidata item id, such as `Q190050`."""
