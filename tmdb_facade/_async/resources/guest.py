"""Guests: users without an account."""

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
    """The ratings of a guest, a user without an account: `tmdb.guest`.

    `tmdb.auth.create_guest_session` creates a guest's session. Guests can only rate, by passing its `guest_session_id` to
    `tmdb.movies.rate`, `tmdb.tv.rate` and `tmdb.tv.episodes.rate`.
    """

    def rated_movies(
        self, guest_session_id: str | None = None, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[RatedMovie, RatedMoviePage]:
        """List the movies that a guest has rated.

        Args:
            guest_session_id:
            sort_by:
            language:

        Returns:
            The movies, each with the guest's `rating`, 20 per page.

        Raises:
            AuthenticationError:
            NotFoundError:
            TMDBError:
            InvalidArgumentError:

        https://developer.themoviedb.org/reference/guest-session-rated-movies
        """
        return self._paginate(
            api.guest.rated_movies, self._requester.guest_session(guest_session_id), sort_by=sort_by, language=language
        ).items()

    def rated_tv(
        self, guest_session_id: str | None = None, *, sort_by: AccountSortBy | None = None, language: str | None = None
    ) -> AsyncPager[RatedTVShow, RatedTVShowPage]:
        """List the TV series that a guest has rated.

        Args:
            guest_session_id:
            sort_by:
            language:

        Returns:
            The series, each with the guest's `rating`, 20 per page.

        Raises:
            AuthenticationError:
            NotFoundError:
            TMDBError:
            InvalidArgumentError:

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
            guest_session_id:
            sort_by:
            language:

        Returns:
            The episodes, each with the guest's `rating`, 20 per page.

        Raises:
            AuthenticationError:
            NotFoundError:
            TMDBError:
            InvalidArgumentError:

        https://developer.themoviedb.org/reference/guest-session-rated-tv-episodes
        """
        return self._paginate(
            api.guest.rated_tv_episodes,
            self._requester.guest_session(guest_session_id),
            sort_by=sort_by,
            language=language,
        ).items()
