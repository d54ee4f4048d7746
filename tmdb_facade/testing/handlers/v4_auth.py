"""v4 authentication: request tokens of a quarter of an hour, and access tokens of users, which do not expire."""

from __future__ import annotations

from datetime import timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.errors import Refusal, said
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.state import RequestToken

from .authentication import live_token

TOKEN_LASTS = timedelta(minutes=15)
VERSION = 4


def new_token(call: Call) -> JSONObject:
    """A request token, and where to send the user's browser after the decision."""
    expires = call.state.clock.now() + TOKEN_LASTS
    redirect_to = call.text("redirect_to") or None
    claims = {"redirect_to": redirect_to} if redirect_to else {}
    token = call.state.token(exp=int(expires.timestamp()), scopes=["pending_request_token"], **claims)
    call.state.data.tokens[token] = RequestToken(VERSION, expires, redirect_to)
    return {**said(TMDBCode.SUCCESS), "request_token": token}


def new_access_token(call: Call) -> JSONObject:
    """Make an access token of an approved request token, which is used up by it.

    Raises:
        Refusal: The token is not valid (401, code 33), denied (401, code 17), or not approved as yet (422, code 41).
    """
    name, token = live_token(call, VERSION)
    if token.denied:
        raise Refusal.of(TMDBCode.SESSION_DENIED, failure=True)
    if token.account is None:
        raise Refusal.of(TMDBCode.TOKEN_NOT_APPROVED)
    del call.state.data.tokens[name]
    account = call.state.data.accounts[token.account]
    return {
        **said(TMDBCode.SUCCESS),
        "access_token": call.state.access_token(account),
        "account_id": account.object_id,
    }


def delete_access_token(call: Call) -> JSONObject:
    """Log out.

    Raises:
        Refusal: It is not a valid token of a user (401, code 35).
    """
    if call.state.data.access_tokens.pop(call.needed("access_token"), None) is None:
        raise Refusal.of(TMDBCode.INVALID_TOKEN)
    return said(TMDBCode.DELETED)


ROUTES = (
    Route("POST", "/4/auth/request_token", new_token, max_age=0),
    Route("POST", "/4/auth/access_token", new_access_token, max_age=0),
    Route("DELETE", "/4/auth/access_token", delete_access_token, max_age=0),
)
