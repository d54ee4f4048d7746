# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieCastCredit(Model):
    """A movie in which a person acts, with the role."""

    adult: bool
    """Whether TMDB marks the movie as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    character: str
    """Name of the character; can be empty."""

    credit_id: str
    """TMDB's id of the credit."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of the genres."""

    id: int
    """TMDB's id of the movie."""

    media_type: str | None = None
    """Media type: `movie` in combined credits; missing in movie credits."""

    order: int
    """Position in the billing order, starting at 0."""

    original_language: str
    """ISO 639-1 code of the original language."""

    original_title: str
    """Title in the original language."""

    overview: str
    """Plot summary in the requested language; empty if there is no translation."""

    popularity: float
    """TMDB's popularity score."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    release_date: Date | None = None
    """Date of the primary release; null if unknown."""

    softcore: bool | None = None
    """Whether TMDB marks the movie as softcore. Returned since 2026."""

    title: str
    """Title in the requested language; the original one if there is no translation."""

    video: bool
    """Whether the entry is a video instead of a movie."""

    vote_average: float
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int
    """Number of user ratings."""
