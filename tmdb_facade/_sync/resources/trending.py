# Made from tmdb_facade/_async/resources/trending.py by `make sync`: edit that file, never this one.
"""What is much looked at now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.request.validation import check_window
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import (
        Movie,
        MoviePage,
        Person,
        PersonPage,
        TimeWindow,
        TrendingPage,
        TrendingResult,
        TVShow,
        TVShowPage,
    )


class TrendingResource(Resource):
    """What is much looked at now: `tmdb.trending`."""

    def all(
        self, time_window: TimeWindow = "day", *, language: str | None = None
    ) -> Pager[TrendingResult, TrendingPage]:
        """List the films, series and people that are much looked at now.

        Args:
            time_window: Over which time: `day` or `week`.
            language: The language of titles, names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            One page of 20: each entry is of the class of its kind, told apart by `media_type`.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The time is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-all
        """
        return self._paginate(api.trending.all, check_window(time_window), language=language).items()

    def movies(self, time_window: TimeWindow = "day", *, language: str | None = None) -> Pager[Movie, MoviePage]:
        """List the films that are much looked at now.

        Args:
            time_window: Over which time: `day` or `week`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            One page of 20 films.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The time is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-movies
        """
        return self._paginate(api.trending.movies, check_window(time_window), language=language).items()

    def people(self, time_window: TimeWindow = "day", *, language: str | None = None) -> Pager[Person, PersonPage]:
        """List the people who are much looked at now.

        Args:
            time_window: Over which time: `day` or `week`.
            language: The language of what they are known for, as in `pt-BR`; the client's by default.

        Returns:
            One page of 20 people.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The time is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-people
        """
        return self._paginate(api.trending.people, check_window(time_window), language=language).items()

    def tv(self, time_window: TimeWindow = "day", *, language: str | None = None) -> Pager[TVShow, TVShowPage]:
        """List the series that are much looked at now.

        Args:
            time_window: Over which time: `day` or `week`.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            One page of 20 series.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The time is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-tv
        """
        return self._paginate(api.trending.tv, check_window(time_window), language=language).items()
