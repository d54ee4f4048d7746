# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVShow(Model):
    """A series as a row of a list, a search result or a member of a union."""

    adult: bool
    """Whether TMDB marks the series as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop, to be put behind an image base URL and a backdrop size; null without one."""

    first_air_date: Date | None = None
    """Day the first episode aired; null when unknown."""

    genre_ids: list[int] = field(factory=empty_list)
    """Ids of its genres; the names are in the list of series genres."""

    id: int
    """TMDB's id of the series."""

    media_type: str | None = None
    """`tv` where kinds can be mixed; absent in lists that hold series only."""

    name: str
    """Name in the requested language, else the original one."""

    origin_country: list[str] = field(factory=empty_list)
    """ISO 3166-1 codes of the countries the series is from."""

    original_language: str
    """ISO 639-1 code of the language the series was made in."""

    original_name: str
    """Name in the original language."""

    overview: str
    """Plot in the requested language; empty without a translation."""

    popularity: float
    """TMDB's score of current interest; open-ended and recalculated daily."""

    poster_path: str | None = None
    """Path of the main poster, to be put behind an image base URL and a poster size; null without one."""

    softcore: bool | None = None
    """Whether TMDB marks the series as softcore. Sent since 2026."""

    vote_average: float
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int
    """Number of user ratings."""
