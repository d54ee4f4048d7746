# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVCastCredit(Model):
    """A series in which the person plays, with the role."""

    adult: bool
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null without one."""

    character: str
    """Role; can be empty."""

    credit_id: str
    """Id of this credit."""

    episode_count: int
    """Number of episodes with the person."""

    first_air_date: Date | None = None
    """Day the first episode of the series aired; null when unknown."""

    first_credit_air_date: Date | None = None
    """Day the person's first episode aired; null when unknown. Sent since 2025."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of its genres."""

    id: int
    """TMDB's id of the series."""

    media_type: str | None = None
    """`tv` in combined credits; absent in series credits."""

    name: str
    """Name in the requested language, else the original one."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes."""

    original_language: str
    """ISO 639-1 code of the language the series was made in."""

    original_name: str
    """Name in the original language."""

    overview: str
    """Plot in the requested language; empty without a translation."""

    popularity: float
    """TMDB's score of current interest."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Sent since 2026."""

    vote_average: float
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int
    """Number of user ratings."""
