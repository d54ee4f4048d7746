"""Renewal of a user's session: what is sent for the user, and what a renewal may change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.client.users import UserOptions, read_user, takes_user_token
from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.client.options import Options

_NAME = "on_session_expired"


class SignedIn(NamedTuple):
    """The renewed credentials of a client's user.

    Attributes:
        renewed: The latest credentials; `None` before the first renewal.
        calls: The number of calls of the hook, also of those that have renewed nothing.
    """

    renewed: UserOptions | None = None
    calls: int = 0

    def after_call(self) -> SignedIn:
        """Return the same credentials after another call of the hook."""
        return self._replace(calls=self.calls + 1)

    def __repr__(self) -> str:
        """Return the number of calls only: sessions are secrets."""
        return f"<SignedIn, {self.calls} calls>"


class UserRequest(NamedTuple):
    """A request with the latest credentials of the client's user.

    Attributes:
        request: The request.
        options: The client's options.
        is_own: Whether it carries a credential of the client's user, not one that the caller passed.
        signed_in: The credentials that it was built from.
    """

    request: Request
    options: Options
    is_own: bool
    signed_in: SignedIn

    def __repr__(self) -> str:
        """Return the request, whose values are omitted."""
        return f"<UserRequest {self.request!r}>"


def sign(request: Request, options: Options, signed_in: SignedIn) -> UserRequest:
    """Return a request with the latest credentials of the client's user.

    Args:
        request: The request as it was built, perhaps before a renewal.
        options: The client's options.
        signed_in: The credentials of the client's user.
    """
    renewed = signed_in.renewed
    session_id = request.query.get("session_id")
    # Requests are built with the session of the options, also after renewals.
    is_own = session_id is not None and session_id == options.session_id
    if renewed is not None:
        options = options._replace(session_id=renewed.session_id, user=renewed.user)
        if is_own and renewed.session_id is not None:
            query = {**request.query, "session_id": renewed.session_id}
            request = Request(request.operation, request.path, query, request.body)
    if takes_user_token(request.operation):
        is_own = options.user is not None and options.user.access_token is not None
    return UserRequest(request, options, is_own, signed_in)


def renew(sent: UserRequest, user: object, account_id: int | None, found: int | None = None) -> SignedIn:
    """Return the credentials after a renewal.

    Args:
        sent: The refused request.
        user: What the hook has returned.
        account_id: The id of the user's account in version 3, if it is known.
        found: The id of the new session's account, if it was looked up.

    Raises:
        InvalidArgumentError: They are no `UserCredentials`, lack what the request needs, or are of another account.
    """
    from tmdb_facade._core.client.user_credentials import UserCredentials  # imported here: it needs attrs

    if not isinstance(user, UserCredentials):
        raise InvalidArgumentError(_NAME, f"must return a UserCredentials or None, got {type(user).__name__}")
    renewed = read_user(user)
    if found is not None:
        renewed = renewed._replace(account_id=found)
    problem = _problem_of(renewed, sent, account_id)
    if problem is not None:
        raise InvalidArgumentError(_NAME, f"has returned credentials that cannot be used: {problem}")
    return SignedIn(renewed, sent.signed_in.calls)


def session_to_identify(signed_in: SignedIn, sent: UserRequest, account_id: int | None) -> Secret[str] | None:
    """Return the new session if its account has to be looked up, to compare it with the known one of the old session.

    Args:
        signed_in: The credentials after the renewal.
        sent: The refused request.
        account_id: The id of the user's account in version 3, if it is known.
    """
    renewed = signed_in.renewed
    if account_id is None or renewed is None or renewed.account_id is not None or renewed.session_id is None:
        return None
    return None if renewed.session_id == sent.options.session_id else Secret(renewed.session_id)


def is_newer(signed_in: SignedIn, sent: UserRequest) -> bool:
    """Return whether there is a newer credential than the one that a request was refused for."""
    renewed, user = signed_in.renewed, sent.options.user
    if renewed is None:
        return False
    if takes_user_token(sent.request.operation):
        return user is None or renewed.user.access_token != user.access_token
    return renewed.session_id != sent.options.session_id


def _problem_of(renewed: UserOptions, sent: UserRequest, account_id: int | None) -> str | None:
    operation, user = sent.request.operation, sent.options.user
    if takes_user_token(operation):
        if renewed.user.access_token is None:
            return f"they have no access_token, which {operation.id} needs"
    elif renewed.session_id is None:
        return f"they have no session_id, which {operation.id} needs"
    old, new = None if user is None else user.account_object_id, renewed.user.account_object_id
    if (old is not None and new is not None and old != new) or (
        account_id is not None and renewed.account_id is not None and account_id != renewed.account_id
    ):
        return "they belong to another account; use tmdb.as_user() for another user"
    return None
