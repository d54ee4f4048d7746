"""Who a request comes from: the user of a session, a guest, or the user of a v4 access token."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import RequestContext
from tmdb_facade.testing.state import Account, Guest


def account(context: RequestContext) -> Account:
    """Return the user of the request's session.

    Raises:
        Refusal: It has no session, or one that is not there (401, code 3).
    """
    found = session_account(context)
    if found is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return found


def rater(context: RequestContext) -> Account | Guest:
    """Return who rates: the user of the request's session, or the guest of its guest session.

    Raises:
        Refusal: It has neither, or one that is not there (401, code 3).
    """
    found = session_account(context) or live_guest(context, context.query.get("guest_session_id", ""))
    if found is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return found


def guest(context: RequestContext) -> Guest:
    """Return the guest of the path.

    Raises:
        Refusal: There is none, or none any more (404, code 37).
    """
    found = live_guest(context, context.path["guest_session_id"])
    if found is None:
        raise Refusal.of(TMDBCode.SESSION_NOT_FOUND)
    return found


def live_guest(context: RequestContext, guest_session_id: str) -> Guest | None:
    """Return a guest whose session has not expired."""
    found = context.state.data.guests.get(guest_session_id)
    return found if found is not None and context.state.clock.now() < found.expires else None


def v4_user(context: RequestContext) -> Account:
    """Return the user whose access token the request shows.

    Raises:
        Refusal: It shows the application's own credentials (401, code 36), or the user is refused.
    """
    if context.user is None:
        raise Refusal.of(TMDBCode.TOKEN_NOT_WRITE, failure=True)
    return admitted(context.user)


def v4_account(context: RequestContext) -> Account:
    """Return the account of the path, which is that of the access token.

    Raises:
        Refusal: There is no user's token (401, code 36), no such account (404, code 34), or it is another's (401, code
            39).
    """
    user = v4_user(context)
    found = context.state.account_of_object(context.path["account_object_id"])
    if found is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    if found.id != user.id:
        raise Refusal.of(TMDBCode.RESOURCE_PRIVATE)
    return found


def session_account(context: RequestContext) -> Account | None:
    """Return the user of the request's session, if it has one.

    Raises:
        Refusal: The user is refused.
    """
    number = context.state.data.sessions.get(context.query.get("session_id", ""))
    return None if number is None else admitted(context.state.data.accounts[number])


def admitted(user: Account) -> Account:
    """Return a user who may go on.

    Raises:
        Refusal: The account is disabled (401, code 31), its e-mail address not verified (401, code 32), or the user
            suspended (403, code 45).
    """
    if user.refused_with:
        raise Refusal.of(TMDBCode(user.refused_with))
    return user
