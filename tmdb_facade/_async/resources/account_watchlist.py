"""The watchlist of a user's account, with a version 3 session."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.account_ratings import AsyncAccountRatingsResource
from tmdb_facade._core.request.validation import check_flag, check_integer, check_media_type


class AsyncAccountWatchlistResource(AsyncAccountRatingsResource):
    """The watchlist of a user's account."""

    def watchlist_movies(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the movies on the user's watchlist.

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

        https://developer.themoviedb.org/reference/account-watchlist-movies
        """
        return (
            self._paginate(
                api.account.watchlist_movies,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    def watchlist_tv(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.TVShow, models.TVShowPage]:
        """List the TV series on the user's watchlist.

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

        https://developer.themoviedb.org/reference/account-watchlist-tv
        """
        return (
            self._paginate(
                api.account.watchlist_tv,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    async def set_watchlist(
        self,
        account_id: int | None = None,
        *,
        media_type: models.MediaKindLike,
        media_id: int,
        watchlist: bool,
        session_id: str | None = None,
    ) -> models.StatusResponse:
        """Add a movie or TV series to the user's watchlist, or remove it.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            media_type: `movie` or `tv`.
            media_id: TMDB's id of the movie or TV series.
            watchlist: True to add, false to remove.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The status of the write: code 1 if added, 12 if it was there before, 13 if removed.

        Raises:
            AuthenticationError: The session has expired.
            NotFoundError: No movie or TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-add-to-watchlist
        """
        return await self._requester.call(
            api.account.set_watchlist,
            self._account(account_id),
            {
                "media_type": check_media_type(media_type),
                "media_id": check_integer("media_id", media_id),
                "watchlist": check_flag("watchlist", watchlist),
            },
            session_id=session_id,
        )
