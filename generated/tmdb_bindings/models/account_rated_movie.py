# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AccountRatedMovie(Model):
    """A film together with the account's rating."""

    account_rating: AccountRating
    adult: bool | None = None
    """Whether TMDB marks the film as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null without one."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of its genres."""

    id: int
    """TMDB's id of the film."""

    original_language: str | None = None
    """ISO 639-1 code of the language the film was made in."""

    original_title: str | None = None
    """Title in the original language."""

    overview: str | None = None
    """Plot in the requested language; empty without a translation."""

    popularity: float | None = None
    """TMDB's score of current interest."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    release_date: Date | None = None
    """Primary release; null when unknown."""

    softcore: bool | None = None
    """Whether TMDB marks the film as softcore. Sent since 2026."""

    title: str
    """Title in the requested language, else the original one."""

    video: bool | None = None
    """Whether the entry is a video rather than a film."""

    vote_average: float | None = None
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int | None = None
    """Number of user ratings."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .account_rating import AccountRating
