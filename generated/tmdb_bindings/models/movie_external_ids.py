# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieExternalIds(Model):
    """A film's ids elsewhere; null or empty where TMDB knows none."""

    facebook_id: str | None = None
    id: int | None = None
    """TMDB's id of the film; absent when appended to the details."""

    imdb_id: str | None = None
    """IMDb's id, such as `tt0137523`."""

    instagram_id: str | None = None
    twitter_id: str | None = None
    wikidata_id: str | None = None
    """Wikidata item, such as `Q190050`."""
