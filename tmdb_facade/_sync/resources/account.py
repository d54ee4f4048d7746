# Made from tmdb_facade/_async/resources/account.py by `make sync`: edit that file, never this one.
"""A user's account, with a version 3 session."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.validation import check_flag, check_integer, check_media_type
from tmdb_facade._core.undocumented_endpoints import OwnAccount
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.account_watchlist import AccountWatchlistResource


class AccountResource(AccountWatchlistResource):
    """A user's account, with a version 3 session: `tmdb.account`.

    `tmdb.auth` creates sessions, and `tmdb.as_user` returns the client of a user. Methods without an `account_id` look
    it up once for each session; a pager does so when it requests its first page. Users rate with `tmdb.movies.rate`, `tmdb.tv.rate` and `tmdb.tv.episodes.rate`.
    """

    _path = "account"

    def details(self, account_id: int | None = None, *, session_id: str | None = None) -> models.AccountDetails:
        """Get the account's id, names, language and country.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session; its id is then remembered for
                the other methods. TMDB supports this, but does not document it.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The account.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-details
        """
        if account_id is not None:
            return self._requester.call(api.account.details, account_id, session_id=session_id)
        endpoint = OwnAccount()
        request = self._requester.prepare(endpoint, session_id=session_id)
        account = self._requester.answer(request, endpoint.response())
        self._requester.remember_account(request, account)
        return account

    def lists(
        self, account_id: int | None = None, *, session_id: str | None = None
    ) -> Pager[models.UserList, models.UserListPage]:
        """List the user's lists.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The lists, 20 per page.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-lists
        """
        return self._paginate(api.account.lists, self._account(account_id), session_id=session_id).items()

    def favorite_movies(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.Movie, models.MoviePage]:
        """List the user's favorite movies.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, 20 per page.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-get-favorites
        """
        return (
            self._paginate(
                api.account.favorite_movies,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    def favorite_tv(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the user's favorite TV series.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-favorite-tv
        """
        return (
            self._paginate(
                api.account.favorite_tv,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    def set_favorite(
        self,
        account_id: int | None = None,
        *,
        media_type: models.MediaKindLike,
        media_id: int,
        favorite: bool,
        session_id: str | None = None,
    ) -> models.StatusResponse:
        """Add a movie or TV series to the user's favorites, or remove it.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            media_type: `movie` or `tv`.
            media_id: TMDB's id of the movie or TV series.
            favorite: True to add, false to remove.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The status of the write: code 1 if added, 12 if it was there before, 13 if removed.

        Raises:
            AuthenticationError: The session has expired.
            NotFoundError: No movie or TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-add-favorite
        """
        return self._requester.call(
            api.account.set_favorite,
            self._account(account_id),
            {
                "media_type": check_media_type(media_type),
                "media_id": check_integer("media_id", media_id),
                "favorite": check_flag("favorite", favorite),
            },
            session_id=session_id,
        )
