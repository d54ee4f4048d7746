# Made from tmdb_facade/_async/resources/movie_metadata.py by `make sync`: edit that file, never this one.
"""What TMDB holds about one film beside its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.request.comma_lists import include_text
from tmdb_facade._sync.date_windows import changes_in_date_windows
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_facade.models import (
        Changes,
        MovieAlternativeTitles,
        MovieCredits,
        MovieExternalIds,
        MovieImages,
        MovieKeywords,
        MovieReleaseDates,
        MovieTranslations,
        Videos,
        WatchProviders,
    )


class MovieMetadataResource(Resource):
    """The methods of `tmdb.movies` that give one kind of a film's data; `details` can append each."""

    def alternative_titles(self, movie_id: int, *, country: str | None = None) -> MovieAlternativeTitles:
        """List the other titles of a film.

        Args:
            movie_id: TMDB's id of the film.
            country: Only the titles of this country, ISO 3166-1 as in `BR`.

        Returns:
            The titles, each with its country.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-alternative-titles
        """
        return self._requester.call(api.movies.alternative_titles, movie_id, country=country)

    def changes(
        self, movie_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> Changes:
        """Give what was edited in a film's record.

        Args:
            movie_id: TMDB's id of the film.
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.
            page: The page of the edits, from 1, of at most 14 days; TMDB does not say how many there are.

        Returns:
            The edits, by field; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The last day comes before the first, or a page of more than 14 days was asked for.

        https://developer.themoviedb.org/reference/movie-changes
        """
        return changes_in_date_windows(
            self._requester,
            lambda first, last: api.movies.changes.request(movie_id, start_date=first, end_date=last, page=page),
            start_date,
            end_date,
            page,
        )

    def credits(self, movie_id: int, *, language: str | None = None) -> MovieCredits:
        """List the cast and crew of a film.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Cast and crew, the cast in order of billing.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-credits
        """
        return self._requester.call(api.movies.credits, movie_id, language=language)

    def external_ids(self, movie_id: int) -> MovieExternalIds:
        """Give the ids of a film on other sites.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-external-ids
        """
        return self._requester.call(api.movies.external_ids, movie_id)

    def images(
        self, movie_id: int, *, include_image_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> MovieImages:
        """List the posters, backdrops and logos of a film.

        Args:
            movie_id: TMDB's id of the film.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The images, by kind.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-images
        """
        return self._requester.call(
            api.movies.images, movie_id, include_image_language=include_text(include_image_language), language=language
        )

    def keywords(self, movie_id: int) -> MovieKeywords:
        """List the keywords of a film.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The keywords.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-keywords
        """
        return self._requester.call(api.movies.keywords, movie_id)

    def release_dates(self, movie_id: int) -> MovieReleaseDates:
        """List when and how a film came out, and with which age ratings.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The releases, by country.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-release-dates
        """
        return self._requester.call(api.movies.release_dates, movie_id)

    def translations(self, movie_id: int) -> MovieTranslations:
        """Give a film's title, tagline and overview in all languages.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-translations
        """
        return self._requester.call(api.movies.translations, movie_id)

    def videos(
        self, movie_id: int, *, include_video_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> Videos:
        """List the trailers, teasers and clips of a film.

        Args:
            movie_id: TMDB's id of the film.
            include_video_language: The languages of videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The videos; TMDB tells the sites that they are on.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-videos
        """
        return self._requester.call(
            api.movies.videos, movie_id, include_video_language=include_text(include_video_language), language=language
        )

    def watch_providers(self, movie_id: int) -> WatchProviders:
        """Tell where a film can be streamed, rented or bought.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The offers, by country. They are JustWatch's, who has to be named as their source.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-watch-providers
        """
        return self._requester.call(api.movies.watch_providers, movie_id)
