"""A user's ratings, with a version 3 session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import (
        AccountSortBy,
        RatedEpisode,
        RatedEpisodePage,
        RatedMovie,
        RatedMoviePage,
        RatedTVShow,
        RatedTVShowPage,
    )


class AsyncAccountRatingsResource(AsyncResource):
    """The lists of a user's ratings in `tmdb.account`."""

    def rated_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> AsyncPager[RatedMovie, RatedMoviePage]:
        """List the movies that the user has rated.

        Args:
            account_id: TMDB's id of the account, the `id` that `details` returns.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The movies, each with the user's `rating`, 20 per page.

        Raises:
            AuthenticationError: The session is missing or has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/account-rated-movies
        """
        return self._paginate(
            api.account.rated_movies, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()

    def rated_tv(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> AsyncPager[RatedTVShow, RatedTVShowPage]:
        """List the TV series that the user has rated.

        Args:
            account_id: TMDB's id of the account, the `id` that `details` returns.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The series, each with the user's `rating`, 20 per page.

        Raises:
            AuthenticationError: The session is missing or has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/account-rated-tv
        """
        return self._paginate(
            api.account.rated_tv, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()

    def rated_tv_episodes(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> AsyncPager[RatedEpisode, RatedEpisodePage]:
        """List the episodes that the user has rated.

        Args:
            account_id: TMDB's id of the account, the `id` that `details` returns.
            session_id: Session of the user. Defaults to the client's session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The episodes, each with the user's `rating`, 20 per page.

        Raises:
            AuthenticationError: The session is missing or has expired.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/account-rated-tv-episodes
        """
        return self._paginate(
            api.account.rated_tv_episodes, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()
