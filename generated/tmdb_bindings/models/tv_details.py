# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from attrs import define

from .._runtime.details import AppendedBlock, Details
from ..append import TVBlocks

if TYPE_CHECKING:
    from ..append import TVHasCredits, TVHasSeason
    from .movie_credits import MovieCredits
    from .season import Season


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVDetails(Details, Generic[TVBlocks]):
    """A show."""

    id: int
    name: str

    __appendable__ = {
        "credits": AppendedBlock("movie_credits:MovieCredits", "TVAppend.CREDITS"),
        "season/{season_number}": AppendedBlock("season:Season", "TVAppend.season"),
    }

    @property
    def credits(self: TVDetails[TVHasCredits]) -> MovieCredits:
        """Cast of a film."""
        block: MovieCredits = self._block("credits")
        return block

    def season(self: TVDetails[TVHasSeason], season_number: int) -> Season:
        """A season with its name."""
        block: Season = self._block(f"season/{season_number}")
        return block
