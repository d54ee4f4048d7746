"""Who a request comes from: the user of a session, a guest, or the user of a v4 access token."""

from __future__ import annotations

from collections.abc import MutableMapping

from tmdb_facade.errors import TMDBCode

from .call import Call
from .errors import Refusal
from .state import Account, Guest, Mark


def account(call: Call) -> Account:
    """Return the user of the request's session.

    Raises:
        Refusal: It has no session, or one that is not there (401, code 3).
    """
    found = session_account(call)
    if found is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return found


def rater(call: Call) -> Account | Guest:
    """Return who rates: the user of the request's session, or the guest of its guest session.

    Raises:
        Refusal: It has neither, or one that is not there (401, code 3).
    """
    found = session_account(call) or live_guest(call, call.query.get("guest_session_id", ""))
    if found is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return found


def guest(call: Call) -> Guest:
    """Return the guest of the path.

    Raises:
        Refusal: There is none, or none any more (404, code 37).
    """
    found = live_guest(call, call.path["guest_session_id"])
    if found is None:
        raise Refusal.of(TMDBCode.SESSION_NOT_FOUND)
    return found


def live_guest(call: Call, guest_session_id: str) -> Guest | None:
    """Return a guest whose session has not expired."""
    found = call.state.data.guests.get(guest_session_id)
    return found if found is not None and call.state.clock.now() < found.expires else None


def v4_user(call: Call) -> Account:
    """Return the user whose access token the request shows.

    Raises:
        Refusal: It shows the application's own credentials (401, code 36), or the user is refused.
    """
    if call.user is None:
        raise Refusal.of(TMDBCode.TOKEN_NOT_WRITE, failure=True)
    return admitted(call.user)


def v4_account(call: Call) -> Account:
    """Return the account of the path, which is that of the access token.

    Raises:
        Refusal: There is no user's token (401, code 36), no such account (404, code 34), or it is another's (401, code
            39).
    """
    user = v4_user(call)
    found = call.state.account_of_object(call.path["account_object_id"])
    if found is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    if found.id != user.id:
        raise Refusal.of(TMDBCode.RESOURCE_PRIVATE)
    return found


def mark(marks: MutableMapping[str, Mark], key: str, new: Mark) -> TMDBCode:
    """Remember a rating, or that somebody likes something; what is marked again keeps its place and its time.

    Args:
        marks: Where to remember it.
        key: What is marked, as `key_of` names it.
        new: The mark.

    Returns:
        Whether it was added (code 1) or updated (code 12).
    """
    old = marks.get(key)
    if old is None:
        marks[key] = new
        return TMDBCode.SUCCESS
    old.value = new.value
    return TMDBCode.UPDATED


def session_account(call: Call) -> Account | None:
    """Return the user of the request's session, if it has one.

    Raises:
        Refusal: The user is refused.
    """
    number = call.state.data.sessions.get(call.query.get("session_id", ""))
    return None if number is None else admitted(call.state.data.accounts[number])


def admitted(user: Account) -> Account:
    """Return a user who may go on.

    Raises:
        Refusal: The account is disabled (401, code 31), its e-mail address not verified (401, code 32), or the user
            suspended (403, code 45).
    """
    if user.refused_with:
        raise Refusal.of(TMDBCode(user.refused_with))
    return user
