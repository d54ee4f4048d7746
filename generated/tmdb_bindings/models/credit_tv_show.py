# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CreditTVShow(Model):
    """The series of a credit, with the seasons and episodes that the credit is for."""

    adult: bool | None = None
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null without one."""

    character: str | None = None
    """Role; empty or absent in a crew credit."""

    episodes: list[Episode] = field(factory=empty_list)
    """The credited episodes; empty where whole seasons are credited."""

    first_air_date: Date | None = None
    """Day the first episode aired; null when unknown."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of its genres."""

    id: int
    """TMDB's id of the series."""

    media_type: str | None = None
    """`tv`."""

    name: str
    """Name in the requested language, else the original one."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes."""

    original_language: str | None = None
    """ISO 639-1 code of the language the series was made in."""

    original_name: str | None = None
    """Name in the original language."""

    overview: str | None = None
    """Plot in the requested language; empty without a translation."""

    popularity: float | None = None
    """TMDB's score of current interest."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    seasons: list[Season] = field(factory=empty_list)
    """The credited seasons."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Sent since 2026."""

    vote_average: float | None = None
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int | None = None
    """Number of user ratings."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .episode import Episode
from .season import Season
