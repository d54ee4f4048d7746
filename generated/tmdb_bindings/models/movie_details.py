# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from attrs import define, field

from .._runtime.details import AppendedBlock, Details
from .._runtime.values import Date, NullableList, NullableMap, Timestamp, empty_list, empty_map
from ..append import MovieBlocks

if TYPE_CHECKING:
    from ..append import MovieHasCredits, MovieHasWatchProviders
    from .movie_credits import MovieCredits
    from .watch_providers import WatchProviders


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieDetails(Details, Generic[MovieBlocks]):
    """A film."""

    id: int
    belongs_to_collection: Collection | None = None
    budget: int | None = None
    created_at: Timestamp | None = None
    genres: NullableList[Genre] = field(factory=empty_list)
    names: NullableMap[str] = field(factory=empty_map)
    popularity: float | None = None
    release_date: Date | None = None
    title: str
    video: bool | None = None

    __appendable__ = {
        "credits": AppendedBlock("movie_credits:MovieCredits", "MovieAppend.CREDITS"),
        "watch/providers": AppendedBlock("watch_providers:WatchProviders", "MovieAppend.WATCH_PROVIDERS"),
    }

    def __attrs_post_init__(self) -> None:
        self.genres = self.genres or []
        self.names = self.names or {}

    @property
    def credits(self: MovieDetails[MovieHasCredits]) -> MovieCredits:
        """Cast of a film."""
        block: MovieCredits = self._block("credits")
        return block

    @property
    def watch_providers(self: MovieDetails[MovieHasWatchProviders]) -> WatchProviders:
        """Where to watch a film, by country."""
        block: WatchProviders = self._block("watch/providers")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .collection import Collection
from .genre import Genre
