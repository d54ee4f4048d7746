# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVExternalIds(Model):
    """External ids of a TV series; null or empty if TMDB has none."""

    facebook_id: str | None = None
    """Facebook page name or id; null or empty if unknown."""

    freebase_id: str | None = None
    """Freebase id, such as `/en/game_of_thrones`; Freebase was shut down."""

    freebase_mid: str | None = None
    """Freebase machine id; Freebase was shut down."""

    id: int | None = None
    """TMDB's id of the series; missing in an appended block."""

    imdb_id: str | None = None
    """IMDb id, such as `tt0944947`."""

    instagram_id: str | None = None
    """Instagram user name; null or empty if unknown."""

    tvdb_id: int | None = None
    """TheTVDB id."""

    tvrage_id: int | None = None
    """TVRage id; TVRage was shut down."""

    twitter_id: str | None = None
    """Twitter user name; null or empty if unknown."""

    wikidata_id: str | None = None
    """Wikidata item id, such as `Q23572`."""
