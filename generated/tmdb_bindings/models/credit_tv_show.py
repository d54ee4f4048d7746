# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CreditTVShow(Model):
    """The TV series of a credit, with the credited seasons and episodes."""

    adult: bool | None = None
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    character: str | None = None
    """Name of the character; empty or missing in a crew credit."""

    episodes: list[Episode] = field(factory=empty_list)
    """The credited episodes; empty if whole seasons are credited."""

    first_air_date: Date | None = None
    """Air date of the first episode; null if unknown."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of the genres."""

    id: int
    """TMDB's id of the series."""

    media_type: str | None = None
    """Media type: always `tv`."""

    name: str
    """Name in the requested language; the original one if there is no translation."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries of origin."""

    original_language: str | None = None
    """ISO 639-1 code of the original language."""

    original_name: str | None = None
    """Name in the original language."""

    overview: str | None = None
    """Plot summary in the requested language; empty if there is no translation."""

    popularity: float | None = None
    """TMDB's popularity score."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    seasons: list[Season] = field(factory=empty_list)
    """The credited seasons."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Returned since 2026."""

    vote_average: float | None = None
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int | None = None
    """Number of user ratings."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .episode import Episode
from .season import Season
