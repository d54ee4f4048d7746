# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Movie(Model):
    """A film as a row of a list, a search result or a member of a union."""

    adult: bool
    """Whether TMDB marks the film as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop, to be put behind an image base URL and a backdrop size; null without one."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of its genres; the names are in the list of film genres."""

    id: int
    """TMDB's id of the film."""

    media_type: str | None = None
    """`movie` where kinds can be mixed; absent in lists that hold films only."""

    original_language: str
    """ISO 639-1 code of the language the film was made in."""

    original_title: str
    """Title in the original language."""

    overview: str
    """Plot in the requested language; empty without a translation."""

    popularity: float
    """TMDB's score of current interest; open-ended and recalculated daily."""

    poster_path: str | None = None
    """Path of the main poster, to be put behind an image base URL and a poster size; null without one."""

    release_date: Date | None = None
    """Primary release, or the first one in the requested region; null when unknown."""

    softcore: bool | None = None
    """Whether TMDB marks the film as softcore. Sent since 2026."""

    title: str
    """Title in the requested language, else the original one."""

    video: bool
    """Whether the entry is a video rather than a film: a concert, a compilation, a making-of."""

    vote_average: float
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int
    """Number of user ratings."""
