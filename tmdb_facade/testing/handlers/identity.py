"""Identify the user of a session or access token, or the guest of a guest session."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import RequestContext
from tmdb_facade.testing.state.records import Account, Guest
from tmdb_facade.testing.state.store import DEMO


def account(context: RequestContext) -> Account:
    """Return the user of the request.

    Raises:
        Refusal: The request has neither a session nor an access token, or an unknown session (401, code 3).
    """
    user = session_account(context)
    if user is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return user


def rater(context: RequestContext) -> Account | Guest:
    """Return the user of the request, or the guest of its guest session.

    Raises:
        Refusal: The request has neither, or an unknown one (401, code 3).
    """
    guest_session = "" if context.query.get("session_id") else context.query.get("guest_session_id", "")
    user_or_guest = live_guest(context, guest_session) if guest_session else session_account(context)
    if user_or_guest is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return user_or_guest


def guest(context: RequestContext) -> Guest:
    """Return the guest of the path.

    Raises:
        Refusal: The guest session is unknown or expired (401, code 3), or the guest has never rated anything (404, code 34).
    """
    live = live_guest(context, context.path["guest_session_id"])
    if live is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    if not (live.ratings or live.has_rated):
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return live


def live_guest(context: RequestContext, guest_session_id: str) -> Guest | None:
    """Return the guest of a session that has not expired."""
    known = context.state.data.guests.get(guest_session_id)
    return known if known is not None and context.state.clock.now() < known.expires else None


def v4_user(context: RequestContext) -> Account:
    """Return the user of the request's access token.

    Raises:
        Refusal: The credentials are the application's own (401, code 36), or the account may not log in.
    """
    if context.user is None:
        raise Refusal.of(TMDBCode.TOKEN_NOT_WRITE, failure=True)
    return admitted(context.user)


def v4_account(context: RequestContext) -> Account:
    """Return the account of the path, which has to be the access token's.

    Raises:
        Refusal: The token is not a user's (401, code 36), the account does not exist (404, code 34), or is another user's
            (401, code 39).
    """
    user = v4_user(context)
    owner = context.state.account_of_object(context.path["account_object_id"])
    if owner is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    if owner.id != user.id:
        raise Refusal.of(TMDBCode.RESOURCE_PRIVATE)
    return owner


def session_account(context: RequestContext) -> Account | None:
    """Return the user of the request's session; without one, the owner of its access token, if it has one.

    The application's own token, the API Read Access Token, is that of the user who registered the application: `demo`.

    Raises:
        Refusal: The account may not log in.
    """
    session = context.query.get("session_id", "")
    if not session and context.has_token:
        user = context.user or context.state.account_named(DEMO)
    else:
        user = context.state.data.accounts.get(context.state.data.sessions.get(session, 0))
    return None if user is None else admitted(user)


def admitted(user: Account) -> Account:
    """Return the user if the account may log in.

    Raises:
        Refusal: The account is disabled (401, code 31), its e-mail address is not verified (401, code 32), or the user is
            suspended (403, code 45).
    """
    if user.refused_with:
        raise Refusal.of(TMDBCode(user.refused_with))
    return user
