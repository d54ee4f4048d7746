"""Errors about credentials: which one an operation needs, why, and where to get it.

The rules see the kinds of credentials that a request carries, never their values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from tmdb_facade._core.client.claims import TokenOwner, token_owner
from tmdb_facade._core.client.users import credential_for
from tmdb_facade.errors import (
    APIStatusError,
    AuthenticationError,
    CredentialsError,
    PermissionDeniedError,
    SessionExpiredError,
    TMDBCode,
    TMDBError,
)

if TYPE_CHECKING:
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.client.users import ClientUser
    from tmdb_facade._core.endpoint import Operation
    from tmdb_facade._core.sending.outgoing import OutgoingRequest

#: The errors with which TMDB rejects a credential.
REJECTIONS = (AuthenticationError, PermissionDeniedError)

#: The page with an application's token and key.
SETTINGS_URL = "https://www.themoviedb.org/settings/api"

_READ_TOKEN = f"the application's API Read Access Token ({SETTINGS_URL})"
_USER_TOKEN = "tmdb.v4.auth.login() signs a user in, and tmdb.as_user(user) returns a client with the user's token"

# TMDB's codes for an unknown session and for an unknown user's token. With a session, the application's own credentials
# can be wrong as well; their code is 7.
_SESSION_REFUSED = frozenset(
    {TMDBCode.AUTH_FAILED_NO_PERMISSION, TMDBCode.AUTHENTICATION_FAILED, TMDBCode.SESSION_DENIED}
)
_TOKEN_REFUSED = frozenset({TMDBCode.INVALID_API_KEY, TMDBCode.AUTHENTICATION_FAILED, TMDBCode.INVALID_TOKEN})

_NO_SESSION = {
    "session": "No session was sent: pass session_id= to the client or to the call. tmdb.auth.login() signs a user in.",
    "guest_or_session": (
        "No session was sent: pass session_id= or guest_session_id= to the client or to the call. tmdb.auth.login() signs a "
        "user in, tmdb.auth.create_guest_session() needs no user."
    ),
}
_GUEST_EXPIRED = "The guest session has expired or is unknown: tmdb.auth.create_guest_session() creates a new one."
_GUEST_LISTS = "The guest session is unknown or has expired, or the guest has not rated anything yet: until then TMDB has no lists."
_UNKNOWN_KEY = f"TMDB does not know this API key: compare it with the one on {SETTINGS_URL}."
_UNKNOWN_TOKEN = f"TMDB does not accept this token: compare it with the API Read Access Token on {SETTINGS_URL}."
# `TMDB("my-key")` sends what does not look like a key as a token, whose contents say nothing.
_NO_TOKEN = " If it is an API key, pass it as api_key=."
_REVOKED_TOKEN = (
    "By its contents, this is a user's access token, which the user may have revoked: sign the user in again with a client "
    f"that has {_READ_TOKEN}."
)
_EXPIRED_SESSION = (
    "TMDB no longer accepts the user's session: it was deleted, does not exist, or was created with another application's "
    "token or key. Sign the user in again with tmdb.auth.login()"
)
_EXPIRED_TOKEN = (
    "TMDB no longer accepts the user's access token: it was revoked, or does not exist. Sign the user in again with "
    "tmdb.v4.auth.login()"
)
_HOOK = ", or pass on_session_expired= to the client"

#: Advice for the operations that sign users in and out, by the operation's id and TMDB's code.
_SIGNING_IN: dict[tuple[str, int], str] = {
    ("auth_create_session_from_v4_token", TMDBCode.TOKEN_NOT_WRITE): (
        "This is the application's own token. Pass a user's access token, which tmdb.v4.auth.create_access_token returns."
    ),
    ("auth_create_session_from_v4_token", TMDBCode.INVALID_TOKEN): (
        "TMDB does not know this access token: it is no user's token, or the user has revoked it."
    ),
    ("v4_auth_logout", TMDBCode.INVALID_TOKEN): "This is not a user's access token, or it has been revoked already.",
    ("auth_delete_session", TMDBCode.SESSION_NOT_FOUND): "The session has been deleted already, or is unknown.",
    ("auth_create_session", TMDBCode.SESSION_DENIED): (
        "The user has denied the request token, or has not approved it yet on the page of tmdb.auth.approval_url; or the token "
        "is unknown, has expired, or was used already: TMDB does not say which."
    ),
    ("v4_auth_create_access_token", TMDBCode.SESSION_DENIED): (
        "The user has denied the request token: create a new one to ask again."
    ),
    ("auth_create_session", TMDBCode.TOKEN_NOT_APPROVED): (
        "The user has not approved the request token yet on the page of tmdb.auth.approval_url: call this again later."
    ),
    ("v4_auth_create_access_token", TMDBCode.TOKEN_NOT_APPROVED): (
        "The user has not approved the request token yet on the page of tmdb.v4.auth.approval_url: call this again later."
    ),
    ("auth_create_session_from_login", TMDBCode.INVALID_LOGIN): (
        "Check the user's name and password, or let the user approve the request token on the page of "
        "tmdb.auth.approval_url instead."
    ),
}
_REQUEST_TOKEN = (
    "TMDB does not know this request token: it has expired (after {minutes} minutes at most), was used already, or belongs to "
    "the other version of the API. Create a new one for each login."
)


class Carried(NamedTuple):
    """The kinds of credentials that a request carries.

    Attributes:
        scheme: How the application's credential is sent; with a user's token, `bearer`.
        owner: Whose token it is by its contents; `None` for a key, or if they do not say.
        session: Whether the query has a user's session.
        guest: Whether the query has a guest session.
        user_token: Whether a user's access token takes the place of the application's credential.
    """

    scheme: Literal["bearer", "api_key"]
    owner: TokenOwner | None = None
    session: bool = False
    guest: bool = False
    user_token: bool = False


def carried_by(request: OutgoingRequest, credential: Credential, user: ClientUser | None = None) -> Carried:
    """Return what a request carries.

    Args:
        request: The request, without the application's credential.
        credential: The application's credential.
        user: The client's user beside their session, or `None`.
    """
    names = {pair.partition("=")[0] for pair in request.url.partition("?")[2].split("&")}
    sent = credential if request.operation is None else credential_for(request.operation, credential, user)
    owner = token_owner(sent.secret) if sent.scheme == "bearer" else None
    return Carried(
        sent.scheme, owner, "session_id" in names, "guest_session_id" in names, user_token=sent is not credential
    )


def check_application(operation: Operation, credential: Credential) -> None:
    """Reject an API key for the logins of version 4, which TMDB permits only with a token.

    Args:
        operation: The operation's record.
        credential: The application's credential.

    Raises:
        CredentialsError: The operation needs a token.
    """
    if credential.scheme == "api_key" and operation.tag == "v4_auth":
        raise CredentialsError(
            f"the operation needs a token, and the client has an API key: create the client with {_READ_TOKEN}",
            operation=operation.id,
        )


def explain(
    error: TMDBError,
    request: OutgoingRequest,
    credential: Credential,
    user: ClientUser | None = None,
    *,
    has_hook: bool = False,
) -> TMDBError:
    """Return an error of TMDB's with what to do about it.

    Args:
        error: The error for the answer.
        request: The request, without the application's credential.
        credential: The application's credential.
        user: The client's user beside their session, or `None`.
        has_hook: Whether the client has a hook that renews sessions.

    Returns:
        The error, with a note if there is advice; a `SessionExpiredError` if TMDB no longer accepts what the user signed in
        with.
    """
    if not isinstance(error, APIStatusError) or request.operation is None or not isinstance(error.code, TMDBCode):
        return error
    carried = carried_by(request, credential, user)
    if is_expired(error, carried):
        cause = _EXPIRED_TOKEN if carried.user_token else _EXPIRED_SESSION
        return SessionExpiredError(
            f"{cause}{'' if has_hook else _HOOK} (TMDB: {error.message})",
            http_status=error.http_status,
            code=error.code,
            errors=error.errors,
            operation=error.operation,
            url=error.url,
            request_id=error.request_id,
            retry_after=error.retry_after,
            headers=error.headers,
            body=error.body,
            is_body_complete=error.is_body_complete,
        )
    if (text := advice(request.operation, error.code, carried)) is not None:
        error.add_note(text)
    return error


def is_expired(error: TMDBError, carried: Carried) -> bool:
    """Return whether TMDB has refused a request because of the user's session or token."""
    if not isinstance(error, AuthenticationError):
        return False
    if carried.user_token and error.code in _TOKEN_REFUSED:
        return True
    return carried.session and error.code in _SESSION_REFUSED


def advice(operation: Operation, code: TMDBCode, carried: Carried) -> str | None:
    """Return what to do about an error, or `None`.

    Args:
        operation: The operation's record.
        code: TMDB's code.
        carried: What the request carried.
    """
    if (text := _SIGNING_IN.get((operation.id, code))) is not None:
        return text
    if code is TMDBCode.INVALID_REQUEST_TOKEN:
        return _REQUEST_TOKEN.format(minutes=15 if operation.path.startswith("/4/") else 60)
    if code is TMDBCode.INVALID_API_KEY or (code is TMDBCode.INVALID_TOKEN and not carried.user_token):
        if carried.scheme == "api_key":
            return _UNKNOWN_KEY
        if carried.owner is None:
            return _UNKNOWN_TOKEN + _NO_TOKEN
        return _REVOKED_TOKEN if carried.owner == "user" else _UNKNOWN_TOKEN
    if code is TMDBCode.TOKEN_NOT_WRITE:
        return _no_write_access(carried)
    if code is TMDBCode.RESOURCE_PRIVATE and not (carried.user_token or carried.owner == "user" or carried.session):
        return f"Only its owner may read it: {_USER_TOKEN}."
    if code in _SESSION_REFUSED and operation.auth in _NO_SESSION:
        return _GUEST_EXPIRED if carried.guest else _NO_SESSION[operation.auth]
    if code in (TMDBCode.SESSION_NOT_FOUND, TMDBCode.RESOURCE_NOT_FOUND) and "{guest_session_id}" in operation.path:
        return _GUEST_LISTS
    return None


def _no_write_access(carried: Carried) -> str:
    if carried.owner == "user" or (carried.user_token and carried.owner is None):
        return "The user has not granted this token write access: sign the user in again, and let them approve it."
    sent = {"api_key": "an API key", "bearer": "the application's token"}[carried.scheme]
    if carried.scheme == "bearer" and carried.owner is None:
        sent = "a token that is not a user's, or was not approved for writing"
    return f"The operation needs a user's access token, and the client has sent {sent}: {_USER_TOKEN}."
