"""The users of clients that `as_user` returns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.client.credentials import Credential, without_quotes
from tmdb_facade._core.request.validation import check_filled, check_integer, check_text
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.client.user_credentials import UserCredentials
    from tmdb_facade._core.endpoint import Operation

_SECRET = re.compile(r"[!-~]+")
_API_KEY = re.compile(r"[0-9a-fA-F]{32}")


class ClientUser(NamedTuple):
    """The user of a client, beside their session.

    Attributes:
        access_token: The user's access token of version 4, or `None`.
        account_object_id: The id of the user's account in version 4, or `None`.
    """

    access_token: str | None = None
    account_object_id: str | None = None

    def __repr__(self) -> str:
        """Return the class name only: the token is a secret."""
        return "<ClientUser>"


class UserOptions(NamedTuple):
    """What distinguishes a user's client from others.

    Attributes:
        session_id: The user's session, or `None`.
        guest_session_id: The guest's session, or `None`.
        user: The user beside their session.
        account_id: The id of the user's account in version 3, if it is known.
    """

    session_id: str | None
    guest_session_id: str | None
    user: ClientUser
    account_id: int | None = None

    def __repr__(self) -> str:
        """Return the class name only: a session is a secret."""
        return "<UserOptions>"


def read_user(user: object) -> UserOptions:
    """Validate the argument of `as_user`.

    Args:
        user: Credentials of a user, or one of TMDB's answers that create them.

    Raises:
        InvalidArgumentError: It is of another type, has no credential, or one that cannot be sent.
    """
    # Imported here: importing a client imports neither models nor attrs.
    from tmdb_facade._core.client.user_credentials import UserCredentials

    if isinstance(user, UserCredentials):
        return _read_credentials(user)
    from tmdb_bindings import models

    if isinstance(user, models.Session):
        return UserOptions(_secret("session_id", user.session_id), None, ClientUser())
    if isinstance(user, models.GuestSession):
        guest_session_id = _secret("guest_session_id", user.guest_session_id)
        return UserOptions(None, guest_session_id, ClientUser())
    if isinstance(user, models.V4AccessToken):
        return _read_credentials(
            UserCredentials(access_token=user.access_token, account_object_id=user.account_id or None)
        )
    raise InvalidArgumentError(
        "user",
        "must be a UserCredentials, or the Session, V4AccessToken or GuestSession that TMDB has created, "
        f"got {type(user).__name__}; write UserCredentials(session_id=...) for a session id",
    )


def _read_credentials(user: UserCredentials) -> UserOptions:
    if user.session_id is None and user.access_token is None:
        raise InvalidArgumentError("user", "must have a session_id or an access_token")
    token = None if user.access_token is None else _secret("access_token", user.access_token)
    if token is not None and _API_KEY.fullmatch(token):
        raise InvalidArgumentError("user", "must have a user's token as its access_token, not an API key")
    object_id = user.account_object_id
    return UserOptions(
        session_id=None if user.session_id is None else _secret("session_id", user.session_id),
        guest_session_id=None,
        user=ClientUser(token, None if object_id is None else check_filled("account_object_id", object_id)),
        account_id=None if user.account_id is None else check_integer("account_id", user.account_id, 1),
    )


def _secret(name: str, value: object) -> str:
    """Validate a session or token, and return it without surrounding whitespace and quotes. Errors do not contain it."""
    secret = without_quotes(check_text(name, value))
    if not _SECRET.fullmatch(secret):
        problem = "without spaces, control characters and letters outside ASCII" if secret else "that is not empty"
        raise InvalidArgumentError("user", f"must have a {name} {problem}")
    return secret


def credential_for(operation: Operation, application: Credential, user: ClientUser | None) -> Credential:
    """Return the one credential that a request is sent with.

    The accounts and lists of version 4 belong to the user of the access token. All other operations get the
    application's credential: those of version 3 take the user from the session, and tokens are created and revoked by
    applications.

    Args:
        operation: The operation's record.
        application: The credential of the client's application.
        user: The client's user, or `None`.
    """
    if user is None or user.access_token is None or not takes_user_token(operation):
        return application
    return Credential("bearer", user.access_token)


def takes_user_token(operation: Operation) -> bool:
    """Return whether an operation acts for the user of an access token."""
    return operation.path.startswith("/4/") and not operation.path.startswith("/4/auth/")


def user_secrets(user: ClientUser | None) -> tuple[str, ...]:
    """Return the secrets of a client's user that are not in its requests' URLs and bodies."""
    return () if user is None or user.access_token is None else (user.access_token,)
