"""v4 authentication: request tokens, which expire after 15 minutes, and users' access tokens, which do not expire."""

from __future__ import annotations

from datetime import timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.headers import is_safe_location
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import RequestToken

from .auth import live_token

TOKEN_LASTS = timedelta(minutes=15)
VERSION = 4


def new_token(context: RequestContext) -> JSONObject:
    """Create a request token. After the decision the user's browser goes to `redirect_to`.

    Raises:
        Refusal: `redirect_to` is not an absolute URL, or is unsafe (400, code 18).
    """
    expires = context.state.clock.now() + TOKEN_LASTS
    redirect_to = context.text("redirect_to") or None
    if redirect_to is not None and not is_safe_location(redirect_to):
        raise Refusal.invalid_body("redirect_to must be an absolute URL such as https://example.org/done")
    claims = {"redirect_to": redirect_to} if redirect_to else {}
    token = context.state.token(exp=int(expires.timestamp()), scopes=["pending_request_token"], **claims)
    context.state.add_token(token, RequestToken(VERSION, expires, redirect_to))
    return {**status_body(TMDBCode.SUCCESS), "request_token": token}


def new_access_token(context: RequestContext) -> JSONObject:
    """Exchange an approved request token for an access token.

    Raises:
        Refusal: The token is not valid (401, code 33), denied (401, code 17), or not approved yet (422, code 41).
    """
    name, token = live_token(context, VERSION)
    if token.denied:
        raise Refusal.of(TMDBCode.SESSION_DENIED, failure=True)
    if token.account is None:
        raise Refusal.of(TMDBCode.TOKEN_NOT_APPROVED)
    del context.state.data.tokens[name]
    account = context.state.data.accounts[token.account]
    return {
        **status_body(TMDBCode.SUCCESS),
        "access_token": context.state.access_token(account),
        "account_id": account.object_id,
    }


def delete_access_token(context: RequestContext) -> JSONObject:
    """Delete an access token.

    Raises:
        Refusal: It is not a user's token (401, code 35).
    """
    if context.state.data.access_tokens.pop(context.required_text("access_token"), None) is None:
        raise Refusal.of(TMDBCode.INVALID_TOKEN)
    return status_body(TMDBCode.DELETED)


ROUTES = (
    Route("POST", "/4/auth/request_token", new_token, max_age=0),
    Route("POST", "/4/auth/access_token", new_access_token, max_age=0),
    Route("DELETE", "/4/auth/access_token", delete_access_token, max_age=0),
)
