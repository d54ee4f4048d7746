"""Identify the user of a session or access token, or the guest of a guest session.

In v3, an access token without a session stands for the account of its owner. The owner of the application's token is the user
`demo`. An API key stands for nobody.
"""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import RequestContext
from tmdb_facade.testing.state.records import Account, Guest


def account(context: RequestContext) -> Account:
    """Return the user of the request's session, else the owner of its access token.

    Raises:
        Refusal: The session is unknown, or there is neither a session nor a token (401, code 3).
    """
    user = session_account(context)
    if user is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return user


def rater(context: RequestContext) -> Account | Guest:
    """Return the user of the request's session, the guest of its guest session, or the owner of its access token.

    Raises:
        Refusal: The session is unknown, or there is neither a session nor a token (401, code 3).
    """
    guest_session_id = context.query.get("guest_session_id")
    user_or_guest: Account | Guest | None
    if guest_session_id and not context.query.get("session_id"):
        user_or_guest = live_guest(context, guest_session_id)
    else:
        user_or_guest = session_account(context)
    if user_or_guest is None:
        raise Refusal.of(TMDBCode.AUTH_FAILED_NO_PERMISSION)
    return user_or_guest


def guest(context: RequestContext) -> Guest:
    """Return the guest of the path.

    Raises:
        Refusal: The guest session is unknown or expired, or the guest has never rated anything (404, code 34).
    """
    live = live_guest(context, context.path["guest_session_id"])
    if live is None or not (live.ratings or live.has_rated):
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
    """Return the user of the request's session, else the owner of its access token; None if there is neither.

    Raises:
        Refusal: The account may not log in.
    """
    session_id = context.query.get("session_id")
    if session_id:
        number = context.state.data.sessions.get(session_id)
        user = None if number is None else context.state.data.accounts[number]
    else:
        user = context.user or (context.state.developer if context.has_token else None)
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
