# Made from tmdb_facade/_async/resources/account.py by `make sync`: edit that file, never this one.
"""A user's account, by a session of version 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.undocumented_endpoints import OwnAccount
from tmdb_facade._sync.resources.account_ratings import AccountRatingsResource

if TYPE_CHECKING:
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import (
        AccountDetails,
        AccountSortBy,
        MediaKind,
        Movie,
        MoviePage,
        StatusResponse,
        TVShow,
        TVShowPage,
        UserList,
        UserListPage,
    )


class AccountResource(AccountRatingsResource):
    """A user's account, by a session of version 3: `tmdb.account`.

    `tmdb.auth` opens sessions. Films and series are rated in `tmdb.movies`, `tmdb.tv` and `tmdb.tv.episodes`.
    """

    def details(self, account_id: int | None = None, *, session_id: str | None = None) -> AccountDetails:
        """Give the account's id, names, language and country.

        Args:
            account_id: TMDB's number of the account. When not given, the account is the session's own: this is the
                way to learn the number. TMDB answers it, and its reference does not mention it.
            session_id: The session of the user.

        Returns:
            The account.

        Raises:
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/account-details
        """
        if account_id is None:
            return self._requester.call(OwnAccount(), session_id=session_id)
        return self._requester.call(api.account.details, account_id, session_id=session_id)

    def lists(self, account_id: int, *, session_id: str | None = None) -> Pager[UserList, UserListPage]:
        """List the lists that the user has made.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.

        Returns:
            The lists, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/account-lists
        """
        return self._paginate(api.account.lists, account_id, session_id=session_id).items()

    def favorite_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> Pager[Movie, MoviePage]:
        """List the user's favourite films.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/account-get-favorites
        """
        return self._paginate(
            api.account.favorite_movies, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()

    def favorite_tv(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> Pager[TVShow, TVShowPage]:
        """List the user's favourite series.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/account-favorite-tv
        """
        return self._paginate(
            api.account.favorite_tv, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()

    def watchlist_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> Pager[Movie, MoviePage]:
        """List the films that the user wants to watch.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/account-watchlist-movies
        """
        return self._paginate(
            api.account.watchlist_movies, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()

    def watchlist_tv(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> Pager[TVShow, TVShowPage]:
        """List the series that the user wants to watch.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/account-watchlist-tv
        """
        return self._paginate(
            api.account.watchlist_tv, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()

    def set_favorite(
        self, account_id: int, *, media_type: MediaKind, media_id: int, favorite: bool, session_id: str | None = None
    ) -> StatusResponse:
        """Put a film or series among the user's favourites, or take it out.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            media_type: `movie` or `tv`.
            media_id: TMDB's id of the film or series.
            favorite: True to put it there, false to take it out.
            session_id: The session of the user.

        Returns:
            TMDB's word that it was done; its code tells what was new (1), was there already (12) and is gone (13).

        Raises:
            AuthenticationError: There is no session, or it is over.
            NotFoundError: There is no such film or series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/account-add-favorite
        """
        return self._requester.call(
            api.account.set_favorite,
            account_id,
            {"media_type": media_type, "media_id": media_id, "favorite": favorite},
            session_id=session_id,
        )

    def set_watchlist(
        self, account_id: int, *, media_type: MediaKind, media_id: int, watchlist: bool, session_id: str | None = None
    ) -> StatusResponse:
        """Put a film or series on the user's watchlist, or take it off.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            media_type: `movie` or `tv`.
            media_id: TMDB's id of the film or series.
            watchlist: True to put it there, false to take it off.
            session_id: The session of the user.

        Returns:
            TMDB's word that it was done; its code tells what was new (1), was there already (12) and is gone (13).

        Raises:
            AuthenticationError: There is no session, or it is over.
            NotFoundError: There is no such film or series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/account-add-to-watchlist
        """
        return self._requester.call(
            api.account.set_watchlist,
            account_id,
            {"media_type": media_type, "media_id": media_id, "watchlist": watchlist},
            session_id=session_id,
        )
