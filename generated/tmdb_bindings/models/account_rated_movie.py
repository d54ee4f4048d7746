# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AccountRatedMovie(Model):
    """A movie with the account's rating."""

    account_rating: AccountRating
    """The account's rating and its time."""

    adult: bool | None = None
    """Whether TMDB marks the movie as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of the genres."""

    id: int
    """TMDB's id of the movie."""

    original_language: str | None = None
    """ISO 639-1 code of the original language."""

    original_title: str | None = None
    """Title in the original language."""

    overview: str | None = None
    """Plot summary in the requested language; empty if there is no translation."""

    popularity: float | None = None
    """TMDB's popularity score."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    release_date: Date | None = None
    """Date of the primary release; null if unknown."""

    softcore: bool | None = None
    """Whether TMDB marks the movie as softcore. Returned since 2026."""

    title: str
    """Title in the requested language; the original one if there is no translation."""

    video: bool | None = None
    """Whether the entry is a video instead of a movie."""

    vote_average: float | None = None
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int | None = None
    """Number of user ratings."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .account_rating import AccountRating
