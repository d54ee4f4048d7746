"""Users of requests: the account in the path, and credentials that an operation needs and a client lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.append import APPEND_PARAMETER
from tmdb_facade._core.request.defaults import USER_BLOCK
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.client.users import ClientUser

#: The id that stands for the account of the session, whose own id is not known yet. TMDB's ids start at 1.
SESSION_ACCOUNT: Final = 0

_PLACEHOLDER = "{account_id}"
_PATH = "/3/account/"

_LOGIN = "tmdb.auth.login() signs a user in"
_V4_LOGIN = "tmdb.v4.auth.login() signs a user in"


def leave_account_open(request: Request) -> None:
    """Replace `SESSION_ACCOUNT` in the path by a placeholder, which `with_account` fills before the request is sent."""
    path = f"{_PATH}{SESSION_ACCOUNT}"
    if request.operation.tag == "account" and f"{request.path}/".startswith(f"{path}/"):
        request.path = f"{_PATH}{_PLACEHOLDER}{request.path.removeprefix(path)}"


def needs_account(request: Request) -> bool:
    """Return whether the path of a request lacks the id of the session's account."""
    return _PLACEHOLDER in request.path


def with_account(request: Request, account_id: int) -> Request:
    """Return a request with the id of the session's account."""
    path = request.path.replace(_PLACEHOLDER, str(account_id))
    return Request(request.operation, path, request.query, request.body)


def choose_account_object(passed: str | None, user: ClientUser | None) -> str:
    """Return the account of a call of version 4.

    Args:
        passed: The caller's argument.
        user: The client's user, or `None`.

    Raises:
        InvalidArgumentError: It is neither passed nor known.
    """
    if passed is not None:
        return passed
    if user is not None and user.account_object_id is not None:
        return user.account_object_id
    raise InvalidArgumentError(
        "account_object_id",
        "is missing: pass it, or use tmdb.as_user() with the answer of tmdb.v4.auth.create_access_token() or with "
        "UserCredentials(access_token=..., account_object_id=...). TMDB reveals it only when it creates the token: "
        f"{_V4_LOGIN} again, if it is lost",
    )


def check_user_session(request: Request) -> None:
    """Reject a request of version 3 that needs a session and has none.

    Args:
        request: The request, with the client's session.

    Raises:
        InvalidArgumentError: TMDB would reject the request.
    """
    operation = request.operation
    has_session, has_guest = (request.query.get(name, "").strip() for name in ("session_id", "guest_session_id"))
    if operation.auth == "session" and not has_session:
        raise InvalidArgumentError(
            "session_id",
            f"is missing: {_name(operation)} needs a user's session. {_LOGIN}; then use tmdb.as_user(), or pass session_id= to the "
            "client or to the call. Guests can only rate, and list their ratings",
        )
    if _takes_guests(request) and not has_session and not has_guest:
        block = f" with {USER_BLOCK}" if operation.auth == "application" else ""
        raise InvalidArgumentError(
            "session_id",
            f"is missing: {_name(operation)}{block} needs the session of a user or guest. {_LOGIN}, and "
            "tmdb.auth.create_guest_session() creates a guest; then use tmdb.as_user(), or pass session_id= or "
            "guest_session_id= to the client or to the call",
        )


def _takes_guests(request: Request) -> bool:
    return request.operation.auth == "guest_or_session" or USER_BLOCK in request.query.get(APPEND_PARAMETER, "")


def _name(operation: Operation) -> str:
    return f"{operation.tag.replace('v4_', 'v4.')}.{operation.name}"


def check_token(request: Request, user: ClientUser | None, *, has_api_key: bool) -> None:
    """Reject a request of version 4 that needs a user's token which the client certainly lacks.

    Args:
        request: The request.
        user: The client's user, or `None`.
        has_api_key: Whether the application's credential is an API key. A token may be a user's.

    Raises:
        InvalidArgumentError: TMDB would reject the request.
    """
    if request.operation.auth != "user_token":
        return
    if user is None and has_api_key:
        problem = "the client has an API key. Create the client with the application's API Read Access Token"
    elif user is not None and user.access_token is None:
        problem = "the client's user has none"
    else:
        return
    raise InvalidArgumentError(
        "access_token",
        f"is missing: {_name(request.operation)} needs a user's access token, and {problem}. {_V4_LOGIN}; then use tmdb.as_user()",
    )
