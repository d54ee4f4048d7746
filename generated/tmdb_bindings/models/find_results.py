# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class FindResults(Model):
    """The records with an external id, by kind; several lists can have entries."""

    movie_results: list[Movie] = field(factory=empty_list)
    """Movies with the external id; can be empty."""

    person_results: list[Person] = field(factory=empty_list)
    """People with the external id; can be empty."""

    tv_episode_results: list[Episode] = field(factory=empty_list)
    """Episodes with the external id; can be empty."""

    tv_results: list[TVShow] = field(factory=empty_list)
    """TV series with the external id; can be empty."""

    tv_season_results: list[Season] = field(factory=empty_list)
    """Seasons with the external id; can be empty."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .episode import Episode
from .movie import Movie
from .person import Person
from .season import Season
from .tv_show import TVShow
