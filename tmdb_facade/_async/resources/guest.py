"""Guests: users without an account, who can rate."""

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


class AsyncGuestResource(AsyncResource):
    """Guests, users without an account, and what they have rated: `tmdb.guest`.

    `tmdb.auth.create_guest_session` makes one. Guests rate with the `guest_session_id` of `tmdb.movies.rate`,
    `tmdb.tv.rate` and `tmdb.tv.episodes.rate`; there is nothing else that they can do.
    """

    def rated_movies(
        self, guest_session_id: str | None = None, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[RatedMovie, RatedMoviePage]:
        """List the films that a guest has rated.

        Args:
            guest_session_id: The id that `tmdb.auth.create_guest_session` gave; the client's by default.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, each with the guest's `rating`, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the session; when the pager is used.
            NotFoundError: There is no such session; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one, or neither this call nor the client was given one.

        https://developer.themoviedb.org/reference/guest-session-rated-movies
        """
        return self._paginate(
            api.guest.rated_movies, self._requester.guest_session(guest_session_id), sort_by=sort_by, language=language
        ).items()

    def rated_tv(
        self, guest_session_id: str | None = None, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[RatedTVShow, RatedTVShowPage]:
        """List the series that a guest has rated.

        Args:
            guest_session_id: The id that `tmdb.auth.create_guest_session` gave; the client's by default.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, each with the guest's `rating`, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the session; when the pager is used.
            NotFoundError: There is no such session; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one, or neither this call nor the client was given one.

        https://developer.themoviedb.org/reference/guest-session-rated-tv
        """
        return self._paginate(
            api.guest.rated_tv, self._requester.guest_session(guest_session_id), sort_by=sort_by, language=language
        ).items()

    def rated_tv_episodes(
        self, guest_session_id: str | None = None, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[RatedEpisode, RatedEpisodePage]:
        """List the episodes that a guest has rated.

        Args:
            guest_session_id: The id that `tmdb.auth.create_guest_session` gave; the client's by default.
            sort_by: By when they were put there: `created_at.asc` or `created_at.desc`.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The episodes, each with the guest's `rating`, 20 a page.

        Raises:
            AuthenticationError: TMDB does not accept the session; when the pager is used.
            NotFoundError: There is no such session; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.
            ValueError: The id cannot be one, or neither this call nor the client was given one.

        https://developer.themoviedb.org/reference/guest-session-rated-tv-episodes
        """
        return self._paginate(
            api.guest.rated_tv_episodes,
            self._requester.guest_session(guest_session_id),
            sort_by=sort_by,
            language=language,
        ).items()
