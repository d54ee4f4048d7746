# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The attributes that movies and TV series share."""

from __future__ import annotations

from datetime import date
from typing import Literal, Protocol, runtime_checkable


@runtime_checkable
class Title(Protocol):
    """A movie or TV series: a row of a list, a credit or details.

    Use it as the type of a parameter that accepts both. In lists that have people too, `isinstance(entry, Title)` selects
    the movies and TV series.
    """

    @property
    def adult(self) -> bool:
        """Whether TMDB marks the title as adult content."""
        ...

    @property
    def backdrop_path(self) -> str | None:
        """Path of the main backdrop; None if there is none."""
        ...

    @property
    def id(self) -> int:
        """TMDB's id, unique within its media type."""
        ...

    @property
    def media_type(self) -> Literal["movie", "tv"]:
        """The media type, which methods such as `account.set_favorite` accept."""
        ...

    @property
    def original_language(self) -> str:
        """ISO 639-1 code of the original language."""
        ...

    @property
    def original_title(self) -> str:
        """Title in the original language: a series' `original_name`."""
        ...

    @property
    def overview(self) -> str | None:
        """Plot summary in the requested language; empty or None if there is no translation."""
        ...

    @property
    def popularity(self) -> float:
        """TMDB's popularity score; has no upper limit and is recalculated daily."""
        ...

    @property
    def poster_path(self) -> str | None:
        """Path of the main poster; None if there is none."""
        ...

    @property
    def released(self) -> date | None:
        """A movie's `release_date`, or a series' `first_air_date`; None if unknown."""
        ...

    @property
    def softcore(self) -> bool | None:
        """Whether TMDB marks the title as softcore; None in answers from before 2026."""
        ...

    @property
    def title(self) -> str:
        """Title in the requested language, or the original one if there is no translation: a series' `name`."""
        ...

    @property
    def vote_average(self) -> float:
        """Average user rating from 0 to 10; 0 if there are no votes."""
        ...

    @property
    def vote_count(self) -> int:
        """Number of user ratings."""
        ...
