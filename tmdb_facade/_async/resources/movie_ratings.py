"""Users' ratings and reviews of films."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.validation import check_rating

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import AccountStates, Review, ReviewPage, StatusResponse


class AsyncMovieRatingsResource(AsyncResource):
    """What users think of films, in `tmdb.movies`."""

    async def account_states(
        self, movie_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> AccountStates:
        """Give the user's own rating of a film, and whether it is a favourite or on the watchlist.

        Args:
            movie_id: TMDB's id of the film.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The states; a guest has a rating only.

        Raises:
            NotFoundError: There is no such film.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-account-states
        """
        return await self._requester.call(
            api.movies.account_states, movie_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def delete_rating(
        self, movie_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> StatusResponse:
        """Take back the rating of a film.

        Args:
            movie_id: TMDB's id of the film.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: There is no such film.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-delete-rating
        """
        return await self._requester.call(
            api.movies.delete_rating, movie_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def rate(
        self, movie_id: int, value: float, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> StatusResponse:
        """Rate a film, or change the rating.

        Args:
            movie_id: TMDB's id of the film.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it was stored.

        Raises:
            NotFoundError: There is no such film.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The value is none of those; nothing was sent.

        https://developer.themoviedb.org/reference/movie-add-rating
        """
        return await self._requester.call(
            api.movies.rate,
            movie_id,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def reviews(self, movie_id: int, *, language: str | None = None) -> AsyncPager[Review, ReviewPage]:
        """List what users wrote about a film.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The reviews, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-reviews
        """
        return self._paginate(api.movies.reviews, movie_id, language=language).items()
