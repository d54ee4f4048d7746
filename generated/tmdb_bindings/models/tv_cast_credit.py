# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVCastCredit(Model):
    """A TV series in which a person acts, with the role."""

    adult: bool
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    character: str
    """Name of the character; can be empty."""

    credit_id: str
    """TMDB's id of the credit."""

    episode_count: int
    """Number of episodes with the person."""

    first_air_date: Date | None = None
    """Air date of the first episode of the series; null if unknown."""

    first_credit_air_date: Date | None = None
    """Air date of the person's first episode; null if unknown. Returned since 2025."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of the genres."""

    id: int
    """TMDB's id of the series."""

    media_type: str | None = None
    """Media type: `tv` in combined credits; missing in series credits."""

    name: str
    """Name in the requested language; the original one if there is no translation."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries of origin."""

    original_language: str
    """ISO 639-1 code of the original language."""

    original_name: str
    """Name in the original language."""

    overview: str
    """Plot summary in the requested language; empty if there is no translation."""

    popularity: float
    """TMDB's popularity score."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Returned since 2026."""

    vote_average: float
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int
    """Number of user ratings."""
