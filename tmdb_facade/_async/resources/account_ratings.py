"""A user's ratings, with a version 3 session."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.accounts import SESSION_ACCOUNT


class AsyncAccountRatingsResource(AsyncResource):
    """The lists of a user's ratings in `tmdb.account`."""

    def _account(self, account_id: int | None) -> int:
        return SESSION_ACCOUNT if account_id is None else account_id

    def rated_movies(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.RatedMovie, models.RatedMoviePage]:
        """List the movies that the user has rated.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, each with the user's `rating`, 20 per page.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-rated-movies
        """
        return (
            self._paginate(
                api.account.rated_movies,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    def rated_tv(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.RatedTVShow, models.RatedTVShowPage]:
        """List the TV series that the user has rated.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, each with the user's `rating`, 20 per page.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-rated-tv
        """
        return (
            self._paginate(
                api.account.rated_tv,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    def rated_tv_episodes(
        self,
        account_id: int | None = None,
        *,
        session_id: str | None = None,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.RatedEpisode, models.RatedEpisodePage]:
        """List the episodes that the user has rated.

        Args:
            account_id: TMDB's id of the account. Defaults to the account of the session, which is looked up once.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The episodes, each with the user's `rating`, 20 per page.

        Raises:
            AuthenticationError: The session has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/account-rated-tv-episodes
        """
        return (
            self._paginate(
                api.account.rated_tv_episodes,
                self._account(account_id),
                session_id=session_id,
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )
