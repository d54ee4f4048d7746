# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class SeasonExternalIds(Model):
    """External ids of a season; null or empty if TMDB has none."""

    freebase_id: str | None = None
    """Freebase id; Freebase was shut down."""

    freebase_mid: str | None = None
    """Freebase machine id; Freebase was shut down."""

    id: int | None = None
    """TMDB's id of the season; missing in an appended block."""

    tvdb_id: int | None = None
    """TheTVDB id."""

    tvrage_id: int | None = None
    """TVRage id; TVRage was shut down."""

    wikidata_id: str | None = None
    """Wikidata item id, such as `Q1658029`."""
