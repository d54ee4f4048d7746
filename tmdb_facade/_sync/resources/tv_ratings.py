# Made from tmdb_facade/_async/resources/tv_ratings.py by `make sync`: edit that file, never this one.
"""Users' ratings and reviews of TV series."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.validation import check_rating
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource


class TVRatingsResource(Resource):
    """The methods of `tmdb.tv` for users' ratings and reviews."""

    def account_states(
        self, series_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.AccountStates:
        """Get a user's rating of a TV series, and whether it is a favorite or on the watchlist.

        Args:
            series_id: TMDB's id of the TV series.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The states; for a guest, only the rating.

        Raises:
            NotFoundError: No TV series has this id.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/tv-series-account-states
        """
        return self._requester.call(
            api.tv.account_states, series_id, session_id=session_id, guest_session_id=guest_session_id
        )

    def delete_rating(
        self, series_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.StatusResponse:
        """Delete a TV series' rating.

        Args:
            series_id: TMDB's id of the TV series.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The status of the deletion.

        Raises:
            NotFoundError: No TV series has this id.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/tv-series-delete-rating
        """
        return self._requester.call(
            api.tv.delete_rating, series_id, session_id=session_id, guest_session_id=guest_session_id
        )

    def rate(
        self, series_id: int, value: float, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.StatusResponse:
        """Rate a TV series, or change the rating.

        Args:
            series_id: TMDB's id of the TV series.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The status of the write.

        Raises:
            NotFoundError: No TV series has this id.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The value is not a valid rating, or there is no session.

        https://developer.themoviedb.org/reference/tv-series-add-rating
        """
        return self._requester.call(
            api.tv.rate,
            series_id,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def reviews(self, series_id: int, *, language: str | None = None) -> Pager[models.Review, models.ReviewPage]:
        """List the reviews of a TV series.

        Args:
            series_id: TMDB's id of the TV series.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The reviews, 20 per page.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/tv-series-reviews
        """
        return self._paginate(api.tv.reviews, series_id, language=language).items()
