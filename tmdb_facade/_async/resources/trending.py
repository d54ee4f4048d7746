"""Trending movies, TV series and people."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.validation import check_time_window


class AsyncTrendingResource(AsyncResource):
    """Trending movies, TV series and people: `tmdb.trending`."""

    _path = "trending"

    def all(
        self,
        time_window: models.TimeWindow = "day",
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.TrendingResult, models.TrendingPage]:
        """List trending movies, TV series and people.

        Args:
            time_window: `day` or `week`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            One page of 20 entries; `media_type` determines the class of an entry.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `time_window` is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-all
        """
        return (
            self._paginate(api.trending.all, check_time_window(time_window), language=language)
            .localized(language, languages)
            .items()
        )

    def movies(
        self,
        time_window: models.TimeWindow = "day",
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List trending movies.

        Args:
            time_window: `day` or `week`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            One page of 20 movies.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `time_window` is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-movies
        """
        return (
            self._paginate(api.trending.movies, check_time_window(time_window), language=language)
            .localized(language, languages)
            .items()
        )

    def people(
        self,
        time_window: models.TimeWindow = "day",
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.Person, models.PersonPage]:
        """List trending people.

        Args:
            time_window: `day` or `week`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            One page of 20 people.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `time_window` is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-people
        """
        return (
            self._paginate(api.trending.people, check_time_window(time_window), language=language)
            .localized(language, languages)
            .items()
        )

    def tv(
        self,
        time_window: models.TimeWindow = "day",
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.TVShow, models.TVShowPage]:
        """List trending TV series.

        Args:
            time_window: `day` or `week`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            One page of 20 series.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `time_window` is neither `day` nor `week`.

        https://developer.themoviedb.org/reference/trending-tv
        """
        return (
            self._paginate(api.trending.tv, check_time_window(time_window), language=language)
            .localized(language, languages)
            .items()
        )
