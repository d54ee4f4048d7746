# Made from tmdb_facade/_async/signing_in/flows.py by `make sync`: edit that file, never this one.
"""The requests of a login, in both versions of the API."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import attrs

from tmdb_bindings import api
from tmdb_facade._core.answer.conclusions import check_secret
from tmdb_facade._core.client.hosts import v3_approval_url, v4_approval_url
from tmdb_facade._core.client.user_credentials import UserCredentials, fingerprint
from tmdb_facade._core.signing_in.limits import V3_LIFETIME, V4_LIFETIME, seconds_until
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade._sync.signing_in.private_calls import limited, private_call
from tmdb_facade.errors import TMDBError

if TYPE_CHECKING:
    from tmdb_facade._core.signing_in.login_flow import ApiVersion
    from tmdb_facade._sync.requester import Requester

#: Seconds for each request that revokes credentials after a failure.
_REVOKE_SECONDS = 5.0
#: Seconds for the request of an account's id, which a login can do without.
_ACCOUNT_SECONDS = 5.0


class Flow(Protocol):
    """The requests of a login.

    Attributes:
        version: The version of the API.
        token: The request token; empty before it was created.
    """

    version: ApiVersion
    token: Secret[str]

    def create_request_token(self, callback_url: Secret[str] | None, seconds: float) -> float:
        """Create the request token.

        Args:
            callback_url: The address that TMDB redirects to, or `None`.
            seconds: The time limit of the request.

        Returns:
            The seconds until the token expires.
        """
        ...

    def approval_url(self, callback_url: Secret[str] | None = None) -> Secret[str]:
        """Return the URL of the page where the user approves the token.

        Args:
            callback_url: The address that TMDB redirects to. In version 4, the token contains it.
        """
        ...

    def exchange(self, seconds: float) -> UserCredentials:
        """Exchange the approved token for the user's credentials.

        Args:
            seconds: The time limit of the request.

        Raises:
            TMDBError: The token is not approved, or the request failed.
        """
        ...

    def complete(self, user: UserCredentials, seconds: float) -> UserCredentials:
        """Return the credentials with all that the login promises.

        Args:
            user: The credentials from `exchange`.
            seconds: The time limit of each request.
        """
        ...

    def revoke(self, user: UserCredentials) -> None:
        """Revoke credentials that the program will not get, if possible."""
        ...


class V3Flow:
    """A login of version 3, which creates a session."""

    version: ApiVersion = 3

    def __init__(self, requester: Requester) -> None:
        self._requester = requester
        self.token = Secret("")

    def create_request_token(self, callback_url: Secret[str] | None, seconds: float) -> float:
        """Create the request token."""
        token = limited(self._requester, seconds).call(api.auth.create_request_token)
        self.token = Secret(check_secret(token.request_token, api.auth.create_request_token.operation))
        return seconds_until(token.expires_at, datetime.now(UTC), V3_LIFETIME)

    def approval_url(self, callback_url: Secret[str] | None = None) -> Secret[str]:
        """Return the URL of the approval page, with the address of the redirect."""
        website, token = self._requester.hosts.website, self.token
        return Secret(v3_approval_url(website, token.get(), None if callback_url is None else callback_url.get()))

    def exchange(self, seconds: float) -> UserCredentials:
        """Create a session."""
        return create_session(limited(self._requester, seconds), self.token)

    def complete(self, user: UserCredentials, seconds: float) -> UserCredentials:
        """Return the credentials with the account's id."""
        return with_account_id(limited(self._requester, seconds), user)

    def revoke(self, user: UserCredentials) -> None:
        """Delete the session."""
        revoke(self._requester, user)


class V4Flow:
    """A login of version 4, which creates an access token, and perhaps a session of version 3."""

    version: ApiVersion = 4

    def __init__(self, requester: Requester, *, convert: bool) -> None:
        """Store the requester.

        Args:
            requester: The client's requester.
            convert: Whether to create a session of version 3, too.
        """
        self._requester = requester
        self._convert = convert
        self.token = Secret("")

    def create_request_token(self, callback_url: Secret[str] | None, seconds: float) -> float:
        """Create the request token, which contains the address of the redirect."""
        requester = limited(self._requester, seconds)
        token = private_call(
            lambda: requester.call(
                api.v4_auth.create_request_token,
                None if callback_url is None else {"redirect_to": callback_url.get()},
            )
        )
        self.token = Secret(check_secret(token.request_token, api.v4_auth.create_request_token.operation))
        return V4_LIFETIME

    def approval_url(self, callback_url: Secret[str] | None = None) -> Secret[str]:
        """Return the URL of the approval page."""
        return Secret(v4_approval_url(self._requester.hosts.website, self.token.get()))

    def exchange(self, seconds: float) -> UserCredentials:
        """Create an access token."""
        requester = limited(self._requester, seconds)
        token = private_call(
            lambda: requester.call(api.v4_auth.create_access_token, {"request_token": self.token.get()})
        )
        return UserCredentials(
            access_token=check_secret(token.access_token, api.v4_auth.create_access_token.operation),
            account_object_id=token.account_id or None,
            application=fingerprint(requester.settings.credential.secret),
            created_at=datetime.now(UTC),
        )

    def complete(self, user: UserCredentials, seconds: float) -> UserCredentials:
        """Return the credentials, with a session of version 3 and its account's id if the login promises one."""
        if not self._convert:
            return user
        requester = limited(self._requester, seconds)
        access_token = Secret(user.access_token or "")
        session = private_call(
            lambda: requester.call(api.auth.create_session_from_v4_token, {"access_token": access_token.get()})
        )
        operation = api.auth.create_session_from_v4_token.operation
        user = attrs.evolve(user, session_id=check_secret(session.session_id, operation))
        return with_account_id(requester, user)

    def revoke(self, user: UserCredentials) -> None:
        """Delete the session and the access token."""
        revoke(self._requester, user)


def create_session(requester: Requester, request_token: Secret[str]) -> UserCredentials:
    """Create a session of version 3 from an approved request token."""
    session = private_call(lambda: requester.call(api.auth.create_session, {"request_token": request_token.get()}))
    return UserCredentials(
        session_id=check_secret(session.session_id, api.auth.create_session.operation),
        application=fingerprint(requester.settings.credential.secret),
        created_at=datetime.now(UTC),
    )


def with_account_id(requester: Requester, user: UserCredentials) -> UserCredentials:
    """Return credentials with the id of their session's account, by which a renewal recognises another user.

    Without an answer, they have none, and the id is looked up when a call needs it.
    """
    session_id = Secret(user.session_id or "")
    requester = limited(requester, _ACCOUNT_SECONDS)
    with suppress(TMDBError):
        return attrs.evolve(user, account_id=private_call(lambda: requester.account_id(session_id)))
    return user


def revoke(requester: Requester, user: UserCredentials) -> None:
    """Revoke a user's credentials, if that is possible within some seconds."""
    requester = limited(requester, _REVOKE_SECONDS)
    session_id, access_token = Secret(user.session_id or ""), Secret(user.access_token or "")
    if user.session_id is not None:
        with suppress(TMDBError):
            private_call(lambda: requester.call(api.auth.delete_session, {"session_id": session_id.get()}))
    if user.access_token is not None:
        with suppress(TMDBError):
            private_call(lambda: requester.call(api.v4_auth.logout, {"access_token": access_token.get()}))
