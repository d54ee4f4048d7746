"""Lists of series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import TVShow, TVShowPage, UserList, UserListPage


class AsyncTVListsResource(AsyncResource):
    """What gives a list of series in `tmdb.tv`, and the lists that a series is on."""

    def airing_today(
        self, *, timezone: str | None = None, language: str | None = None
    ) -> AsyncPager[TVShow, TVShowPage]:
        """List the series with an episode today.

        Args:
            timezone: The time zone that tells when a day begins, as in `America/Sao_Paulo`.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-airing-today-list
        """
        return self._paginate(api.tv.airing_today, timezone=timezone, language=language).items()

    def lists(self, series_id: int, *, language: str | None = None) -> AsyncPager[UserList, UserListPage]:
        """List the lists of users that a series is on.

        Args:
            series_id: TMDB's id of the series.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The lists, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/lists-copy
        """
        return self._paginate(api.tv.lists, series_id, language=language).items()

    def on_the_air(self, *, timezone: str | None = None, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List the series with an episode in the next seven days.

        Args:
            timezone: The time zone that tells when a day begins, as in `America/Sao_Paulo`.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-on-the-air-list
        """
        return self._paginate(api.tv.on_the_air, timezone=timezone, language=language).items()

    def popular(self, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List the series that are popular today.

        Args:
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, the most popular first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-popular-list
        """
        return self._paginate(api.tv.popular, language=language).items()

    def recommendations(self, series_id: int, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List series for somebody who liked this one.

        Args:
            series_id: TMDB's id of the series.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-recommendations
        """
        return self._paginate(api.tv.recommendations, series_id, language=language).items()

    def similar(self, series_id: int, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List series with like genres and keywords.

        Args:
            series_id: TMDB's id of the series.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-similar
        """
        return self._paginate(api.tv.similar, series_id, language=language).items()

    def top_rated(self, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List the series that are rated best.

        Args:
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, the best first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-top-rated-list
        """
        return self._paginate(api.tv.top_rated, language=language).items()
