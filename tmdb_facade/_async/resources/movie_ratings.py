"""Users' ratings and reviews of movies."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.validation import check_rating


class AsyncMovieRatingsResource(AsyncResource):
    """The methods of `tmdb.movies` for users' ratings and reviews."""

    async def account_states(
        self, movie_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.AccountStates:
        """Get a user's rating of a movie, and whether it is a favorite or on the watchlist.

        Args:
            movie_id: TMDB's id of the movie.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The states; for a guest, only the rating.

        Raises:
            NotFoundError: No movie has this id.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/movie-account-states
        """
        return await self._requester.call(
            api.movies.account_states, movie_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def delete_rating(
        self, movie_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.StatusResponse:
        """Delete a movie's rating.

        Args:
            movie_id: TMDB's id of the movie.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The status of the deletion.

        Raises:
            NotFoundError: No movie has this id.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/movie-delete-rating
        """
        return await self._requester.call(
            api.movies.delete_rating, movie_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def rate(
        self, movie_id: int, value: float, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.StatusResponse:
        """Rate a movie, or change the rating.

        Args:
            movie_id: TMDB's id of the movie.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The status of the write.

        Raises:
            NotFoundError: No movie has this id.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The value is not a valid rating, or there is no session.

        https://developer.themoviedb.org/reference/movie-add-rating
        """
        return await self._requester.call(
            api.movies.rate,
            movie_id,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def reviews(self, movie_id: int, *, language: str | None = None) -> AsyncPager[models.Review, models.ReviewPage]:
        """List the reviews of a movie.

        Args:
            movie_id: TMDB's id of the movie.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The reviews, 20 per page.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-reviews
        """
        return self._paginate(api.movies.reviews, movie_id, language=language).items()
