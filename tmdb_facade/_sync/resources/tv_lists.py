# Made from tmdb_facade/_async/resources/tv_lists.py by `make sync`: edit that file, never this one.
"""Lists of TV series, and the users' lists that contain a series."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource


class TVListsResource(Resource):
    """The methods of `tmdb.tv` that list TV series, or the users' lists with a series."""

    def airing_today(
        self, *, timezone: str | None = None, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the TV series with an episode today.

        Args:
            timezone: Time zone in which a day begins and ends, such as `America/Sao_Paulo`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-airing-today-list
        """
        return (
            self._paginate(api.tv.airing_today, timezone=timezone, language=language)
            .localized(language, languages)
            .items()
        )

    def lists(self, series_id: int, *, language: str | None = None) -> Pager[models.UserList, models.UserListPage]:
        """List the users' lists that contain a TV series.

        Args:
            series_id: TMDB's id of the TV series.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The lists, 20 per page.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/lists-copy
        """
        return self._paginate(api.tv.lists, series_id, language=language).items()

    def on_the_air(
        self, *, timezone: str | None = None, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the TV series with an episode in the next seven days.

        Args:
            timezone: Time zone in which a day begins and ends, such as `America/Sao_Paulo`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-on-the-air-list
        """
        return (
            self._paginate(api.tv.on_the_air, timezone=timezone, language=language)
            .localized(language, languages)
            .items()
        )

    def popular(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List popular TV series.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, most popular first, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-popular-list
        """
        return self._paginate(api.tv.popular, language=language).localized(language, languages).items()

    def recommendations(
        self, series_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the TV series recommended for a series.

        Args:
            series_id: TMDB's id of the TV series.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-recommendations
        """
        return (
            self._paginate(api.tv.recommendations, series_id, language=language).localized(language, languages).items()
        )

    def similar(
        self, series_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the TV series with similar genres and keywords.

        Args:
            series_id: TMDB's id of the TV series.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-similar
        """
        return self._paginate(api.tv.similar, series_id, language=language).localized(language, languages).items()

    def top_rated(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the top rated TV series.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, best first, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-top-rated-list
        """
        return self._paginate(api.tv.top_rated, language=language).localized(language, languages).items()
