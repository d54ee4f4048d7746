"""What a user has rated."""

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
    """The lists of what a user has rated, in `tmdb.account`."""

    def rated_movies(
        self,
        account_id: int,
        *,
        session_id: str | None = None,
        sort_by: AccountSortBy | None = None,
        language: str | None = None,
    ) -> AsyncPager[RatedMovie, RatedMoviePage]:
        """List the films that the user has rated.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, each with the user's `rating`, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

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
        """List the series that the user has rated.

        Args:
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, each with the user's `rating`, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

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
            account_id: TMDB's number of the account, the `id` that `details` gives.
            session_id: The session of the user.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The episodes, each with the user's `rating`, 20 a page.

        Raises:
            AuthenticationError: There is no session, or it is over; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/account-rated-tv-episodes
        """
        return self._paginate(
            api.account.rated_tv_episodes, account_id, session_id=session_id, sort_by=sort_by, language=language
        ).items()
