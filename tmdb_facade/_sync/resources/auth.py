# Made from tmdb_facade/_async/resources/auth.py by `make sync`: edit that file, never this one.
"""Sessions of version 3: of users and of guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.client.hosts import v3_approval_url
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade.models import GuestSession, RequestToken, Session, StatusResponse


class AuthResource(Resource):
    """Sessions of version 3, of users and of guests: `tmdb.auth`.

    A user's session takes three steps: `create_request_token`, the user's approval on the page that `approval_url`
    names, and `create_session`. What comes out is the `session_id` of `tmdb.account`, `tmdb.lists` and the ratings.
    """

    def validate_key(self) -> StatusResponse:
        """Ask TMDB whether it accepts the client's token or key.

        Returns:
            TMDB's word that it does.

        Raises:
            AuthenticationError: It does not.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/authentication-validate-key
        """
        return self._requester.call(api.auth.validate_key)

    def create_guest_session(self) -> GuestSession:
        """Open a session for a guest, who can rate films, series and episodes without an account.

        Returns:
            The session: `guest_session_id`, and `expires_at` by when it is gone.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/authentication-create-guest-session
        """
        return self._requester.call(api.auth.create_guest_session)

    def create_request_token(self) -> RequestToken:
        """Make a token that a user can approve.

        Returns:
            The token: `request_token`, and `expires_at`, an hour later, by when it has to be a session.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/authentication-create-request-token
        """
        return self._requester.call(api.auth.create_request_token)

    def approval_url(self, request_token: str, redirect_to: str | None = None) -> str:
        """Name the page on which the user approves a request token; nothing is sent.

        Args:
            request_token: What `create_request_token` gave.
            redirect_to: The address that the user's browser goes to afterwards. What TMDB adds to it proves nothing:
                ask `create_session`.

        Returns:
            The page's address, on TMDB's website, or on the client's server if that runs on this machine. It is as secret
            as the token.

        Raises:
            ValueError: The token cannot be one.

        https://developer.themoviedb.org/reference/authentication-how-do-i-generate-a-session-id
        """
        return v3_approval_url(self._requester.hosts.website, request_token, redirect_to)

    def create_session(self, request_token: str) -> Session:
        """Turn a request token that the user has approved into a session.

        Args:
            request_token: What `create_request_token` gave. It can be used once.

        Returns:
            The session; its `session_id` is as secret as a password.

        Raises:
            AuthenticationError: The user has not approved the token, or refused, or it is too old.
            AuthorizationPendingError: The user has not approved the token yet, where TMDB says so.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/authentication-create-session
        """
        return self._requester.call(api.auth.create_session, {"request_token": request_token})

    def create_session_from_login(self, request_token: str, *, username: str, password: str) -> RequestToken:
        """Approve a request token with a user's name and password; `create_session` then makes it a session.

        The page of `approval_url` is the better way: there the password is for TMDB's eyes only.

        Args:
            request_token: What `create_request_token` gave.
            username: The user's name at TMDB.
            password: The user's password. It is sent, and kept nowhere.

        Returns:
            The same token, approved.

        Raises:
            AuthenticationError: Name or password is wrong, or the token is too old.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-login
        """
        return self._requester.call(
            api.auth.create_session_from_login,
            {"username": username, "password": password, "request_token": request_token},
        )

    def create_session_from_v4_token(self, access_token: str) -> Session:
        """Open a session for the user of a version 4 access token.

        Args:
            access_token: What `tmdb.v4.auth.create_access_token` gave. The application's own token is refused.

        Returns:
            The session; its `session_id` is as secret as a password.

        Raises:
            AuthenticationError: TMDB does not accept the token.
            PermissionDeniedError: The token is not a user's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-v4-token
        """
        return self._requester.call(api.auth.create_session_from_v4_token, {"access_token": access_token})

    def delete_session(self, session_id: str) -> StatusResponse:
        """End a user's session: its id is of no use afterwards.

        Args:
            session_id: The session to end.

        Returns:
            TMDB's word that it is over.

        Raises:
            AuthenticationError: TMDB does not accept the session.
            NotFoundError: There is no such session.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/authentication-delete-session
        """
        return self._requester.call(api.auth.delete_session, {"session_id": session_id})
