"""A user's account, by a token of version 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import (
        AccountRatedMovie,
        AccountRatedMoviePage,
        AccountRatedTVShow,
        AccountRatedTVShowPage,
        AccountSortBy,
        Movie,
        MoviePage,
        TVShow,
        TVShowPage,
        V4List,
        V4ListPage,
    )


class AsyncV4AccountResource(AsyncResource):
    """A user's account, by a token of version 4: `tmdb.v4.account`.

    The client has to be the user's own: `AsyncTMDB(user_access_token)`.
    """

    def lists(self, account_object_id: str) -> AsyncPager[V4List, V4ListPage]:
        """List the lists that the user has made, private ones too.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.

        Returns:
            The lists, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-lists
        """
        return self._paginate(api.v4_account.lists, account_object_id).items()

    def favorite_movies(
        self, account_object_id: str, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[Movie, MoviePage]:
        """List the user's favourite films.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-favorite-movies
        """
        return self._paginate(
            api.v4_account.favorite_movies, account_object_id, sort_by=sort_by, language=language
        ).items()

    def favorite_tv(
        self, account_object_id: str, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[TVShow, TVShowPage]:
        """List the user's favourite series.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-favorite-tv
        """
        return self._paginate(api.v4_account.favorite_tv, account_object_id, sort_by=sort_by, language=language).items()

    def rated_movies(
        self, account_object_id: str, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[AccountRatedMovie, AccountRatedMoviePage]:
        """List the films that the user has rated.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, each with the user's `account_rating` and its date, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-rated-movies
        """
        return self._paginate(
            api.v4_account.rated_movies, account_object_id, sort_by=sort_by, language=language
        ).items()

    def rated_tv(
        self, account_object_id: str, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[AccountRatedTVShow, AccountRatedTVShowPage]:
        """List the series that the user has rated.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, each with the user's `account_rating` and its date, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-rated-tv
        """
        return self._paginate(api.v4_account.rated_tv, account_object_id, sort_by=sort_by, language=language).items()

    def recommended_movies(
        self, account_object_id: str, *, language: str | None = None
    ) -> AsyncPager[Movie, MoviePage]:
        """List films that TMDB recommends to the user.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-movie-recommendations
        """
        return self._paginate(api.v4_account.recommended_movies, account_object_id, language=language).items()

    def recommended_tv(self, account_object_id: str, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List series that TMDB recommends to the user.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-tv-recommendations
        """
        return self._paginate(api.v4_account.recommended_tv, account_object_id, language=language).items()

    def watchlist_movies(
        self, account_object_id: str, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[Movie, MoviePage]:
        """List the films that the user wants to watch.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-movie-watchlist
        """
        return self._paginate(
            api.v4_account.watchlist_movies, account_object_id, sort_by=sort_by, language=language
        ).items()

    def watchlist_tv(
        self, account_object_id: str, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[TVShow, TVShowPage]:
        """List the series that the user wants to watch.

        Args:
            account_object_id: The account's object id of 24 digits, which `tmdb.v4.auth.create_access_token` gives.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the token; when the pager is used.
            PermissionDeniedError: The token is not the user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one.

        https://developer.themoviedb.org/v4/reference/account-tv-watchlist
        """
        return self._paginate(
            api.v4_account.watchlist_tv, account_object_id, sort_by=sort_by, language=language
        ).items()
