# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVExternalIds(Model):
    """A series' ids elsewhere; null or empty where TMDB knows none."""

    facebook_id: str | None = None
    freebase_id: str | None = None
    """Freebase id, such as `/en/game_of_thrones`; Freebase is closed."""

    freebase_mid: str | None = None
    """Freebase machine id; Freebase is closed."""

    id: int | None = None
    """TMDB's id of the series; absent when appended to the details."""

    imdb_id: str | None = None
    """IMDb's id, such as `tt0944947`."""

    instagram_id: str | None = None
    tvdb_id: int | None = None
    """TheTVDB's id."""

    tvrage_id: int | None = None
    """TVRage's id; TVRage is closed."""

    twitter_id: str | None = None
    wikidata_id: str | None = None
    """Wikidata item, such as `Q23572`."""
