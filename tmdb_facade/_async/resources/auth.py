"""Version 3 sessions of users and guests."""

from __future__ import annotations

import tmdb_facade
from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.resources.login import AsyncLoginResource
from tmdb_facade._core.answer.conclusions import check_accepted
from tmdb_facade._core.client.hosts import v3_approval_url
from tmdb_facade._core.request.validation import check_filled
from tmdb_facade._core.signing_in.advice import REJECTIONS
from tmdb_facade._core.signing_in.request_tokens import read_request_token


class AsyncAuthResource(AsyncLoginResource):
    """Version 3 sessions of users and guests: `tmdb.auth`.

    A user's session takes three steps: call `create_request_token`, let the user approve the token on the page of
    `approval_url`, call `create_session`. `tmdb.as_user` returns the client of the user for the result; its
    `session_id` can also be passed to the methods of `tmdb.account`, `tmdb.lists` and the ratings.
    """

    _path = "auth"

    async def validate_key(self) -> models.StatusResponse:
        """Validate the client's token or API key.

        Returns:
            The status, if TMDB accepts the token or key.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            InvalidAnswerError: The answer does not confirm that TMDB accepts it.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-validate-key
        """
        endpoint = api.auth.validate_key
        return check_accepted(await self._requester.call(endpoint), endpoint.operation)

    async def check_credentials(self) -> tmdb_facade.CredentialCheck:
        """Check whether TMDB accepts the client's token or API key, and of which kind it is.

        Unlike `validate_key`, this returns the result for a credential that TMDB rejects.

        Returns:
            The kind of the credential, whether TMDB accepts it, and the problem if it does not.

        Raises:
            APIConnectionError: TMDB did not answer.
            InvalidAnswerError: The answer does not confirm that TMDB accepts it.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-validate-key
        """
        from tmdb_facade._core.signing_in.credential_check import credential_check

        try:
            await self.validate_key()
        except REJECTIONS as error:
            if error.code is None:
                raise  # not TMDB's, but that of a server in between
            return credential_check(self._requester.settings.credential.scheme, error)
        return credential_check(self._requester.settings.credential.scheme)

    async def create_guest_session(self) -> models.GuestSession:
        """Create a guest session, to rate movies, TV series and episodes without an account.

        Returns:
            The session, with its `guest_session_id` and the time it expires, `expires_at`.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-guest-session
        """
        return await self._requester.call(api.auth.create_guest_session)

    async def create_request_token(self) -> models.RequestToken:
        """Create a request token for a user to approve.

        Returns:
            The `request_token` and the time it expires, `expires_at`: one hour later.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-request-token
        """
        return await self._requester.call(api.auth.create_request_token)

    def approval_url(self, request_token: str | models.RequestToken, redirect_to: str | None = None) -> str:
        """Return the URL of the page where the user approves a request token. Sends nothing.

        Args:
            request_token: Token from `create_request_token`.
            redirect_to: URL that the browser opens afterwards. Do not trust the parameters that TMDB adds to it; call
                `create_session` to learn whether the user has approved.

        Returns:
            The URL, on TMDB's website, or on the client's server if that runs on this machine. It is as secret as the
            token.

        Raises:
            InvalidArgumentError: The token is empty or malformed, or has expired.

        https://developer.themoviedb.org/reference/authentication-how-do-i-generate-a-session-id
        """
        return v3_approval_url(self._requester.hosts.website, read_request_token(request_token), redirect_to)

    async def create_session(self, request_token: str | models.RequestToken) -> models.Session:
        """Create a user's session from an approved request token.

        Args:
            request_token: Token from `create_request_token`, as text or as it was returned. It works only once.

        Returns:
            The session; its `session_id` is as secret as a password.

        Raises:
            InvalidArgumentError: The token has expired, as its `expires_at` says. Nothing was sent.
            AuthenticationError: The user has not approved the token or has denied it, or the token has expired.
            AuthorizationPendingError: The user has not approved the token yet. TMDB does not always distinguish this
                case.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session
        """
        return await self._requester.call(api.auth.create_session, {"request_token": read_request_token(request_token)})

    async def create_session_from_login(
        self, request_token: str | models.RequestToken, *, username: str, password: str
    ) -> models.RequestToken:
        """Approve a request token with a user's name and password. Then pass it to `create_session`.

        Prefer `approval_url`: on that page, only TMDB sees the password.

        Args:
            request_token: Token from `create_request_token`.
            username: The user's name on TMDB.
            password: The user's password. It is sent to TMDB and not stored.

        Returns:
            The same token, approved.

        Raises:
            InvalidArgumentError: The token has expired, as its `expires_at` says. Nothing was sent.
            AuthenticationError: The name or the password is wrong, or the token has expired.
            InvalidArgumentError: The client would send the password in clear over a network.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-login
        """
        from tmdb_facade._async.signing_in.password import approve_with_password
        from tmdb_facade._core.signing_in.secret import Secret

        login = Secret((username, password))
        # Tracebacks show the variables of this frame.
        del username, password
        return await approve_with_password(self._requester, Secret(request_token), login)

    async def create_session_from_v4_token(self, access_token: str) -> models.Session:
        """Create a session for the user of a version 4 access token.

        Args:
            access_token: Token from `tmdb.v4.auth.create_access_token`. TMDB rejects the application's own token.

        Returns:
            The session; its `session_id` is as secret as a password.

        Raises:
            AuthenticationError: TMDB does not accept the access token.
            PermissionDeniedError: The access token is the application's, not a user's.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-v4-token
        """
        return await self._requester.call(
            api.auth.create_session_from_v4_token, {"access_token": check_filled("access_token", access_token)}
        )

    async def delete_session(self, session_id: str) -> models.StatusResponse:
        """Delete a user's session.

        Args:
            session_id: Session to delete.

        Returns:
            The status of the deletion.

        Raises:
            AuthenticationError: The session has expired.
            NotFoundError: No session has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-delete-session
        """
        return await self._requester.call(
            api.auth.delete_session, {"session_id": check_filled("session_id", session_id)}
        )
