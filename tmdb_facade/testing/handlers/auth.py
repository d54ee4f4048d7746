"""v3 authentication: request tokens, sessions, logins, guest sessions.

An application gets a request token, a user approves it on a page of this server (or with name and password), and the
application exchanges it once for a session. Request tokens expire after an hour and guest sessions after a day; users'
sessions last until they are deleted.
"""

from __future__ import annotations

from datetime import timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.clock import format_time
from tmdb_facade.testing.state.records import Guest, RequestToken

from .identity import admitted

TOKEN_LASTS = timedelta(minutes=60)
GUEST_LASTS = timedelta(hours=24)
VERSION = 3

# Responses with a secret must not be cached.
_PRIVATE = {"cache-control": "max-age=0, private"}


def validate_key(context: RequestContext) -> JSONObject:
    """Return success. Requests with invalid credentials do not reach this handler."""
    return {"success": True}


def new_token(context: RequestContext) -> JSONObject:
    """Create a request token. A header has the URL of the page where the user approves it."""
    token, expires = context.state.secret(), context.state.clock.now() + TOKEN_LASTS
    context.state.add_token(token, RequestToken(VERSION, expires))
    context.reply.headers.update(_PRIVATE, **{"authentication-callback": f"{context.website}/authenticate/{token}"})
    return {"success": True, "expires_at": format_time(expires), "request_token": token}


def login(context: RequestContext) -> JSONObject:
    """Approve a request token with a user's name and password.

    Raises:
        Refusal: The request is empty (400, code 5), name or password are missing (400, code 26) or wrong (401, code 30),
            the token is not valid (401, code 33), or the account may not log in.
    """
    username, password = context.text("username"), context.text("password")
    if not (username or password or context.text("request_token")):
        raise Refusal.bad_request()
    if not (username and password):
        raise Refusal.of(TMDBCode.CREDENTIALS_REQUIRED)
    name, token = live_token(context, VERSION)
    user = context.state.account_named(username)
    if user is None or user.password != password:
        raise Refusal.of(TMDBCode.INVALID_LOGIN)
    admitted(user)
    token.account = user.id
    return {"success": True, "expires_at": format_time(token.expires), "request_token": name}


def new_session(context: RequestContext) -> JSONObject:
    """Exchange an approved request token for a session.

    Raises:
        Refusal: The token is missing (404, code 34), has expired (401, code 33), or is not an approved one (401, code 17):
            TMDB does not say whether it was denied, used, or never existed.
    """
    name = context.required_text("request_token")
    token = context.state.data.tokens.get(name)
    if token is not None and token.version == VERSION and token.expires <= context.state.clock.now():
        raise Refusal.of(TMDBCode.INVALID_REQUEST_TOKEN)
    if token is None or token.account is None or token.version != VERSION:
        raise Refusal.of(TMDBCode.SESSION_DENIED, failure=True)
    del context.state.data.tokens[name]
    return _session(context, token.account)


def convert(context: RequestContext) -> JSONObject:
    """Create a v3 session from a user's v4 access token.

    Raises:
        Refusal: The token is the application's own (401, code 36), or not valid (401, code 35).
    """
    token = context.required_text("access_token")
    if token == context.credentials.access_token:
        raise Refusal.of(TMDBCode.TOKEN_NOT_WRITE, failure=True)
    account = context.state.data.access_tokens.get(token)
    if account is None:
        raise Refusal.of(TMDBCode.INVALID_TOKEN)
    return _session(context, account)


def delete_session(context: RequestContext) -> JSONObject:
    """Delete a session.

    Raises:
        Refusal: The session does not exist (404, code 37).
    """
    if context.state.data.sessions.pop(context.required_text("session_id"), None) is None:
        raise Refusal.of(TMDBCode.SESSION_NOT_FOUND)
    return {"success": True}


def new_guest(context: RequestContext) -> JSONObject:
    """Create a guest session."""
    guest, expires = context.state.secret(32), context.state.clock.now() + GUEST_LASTS
    context.state.add_guest(guest, Guest(expires))
    context.reply.headers.update(_PRIVATE)
    return {"success": True, "guest_session_id": guest, "expires_at": format_time(expires)}


def live_token(context: RequestContext, version: int) -> tuple[str, RequestToken]:
    """Return the request token of the request, and its value.

    Raises:
        Refusal: The token is unknown, expired or of another API version (401, code 33).
    """
    name = context.required_text("request_token")
    try:
        token = context.state.live_token(name)
    except KeyError as error:
        raise Refusal.of(TMDBCode.INVALID_REQUEST_TOKEN) from error
    if token.version != version:
        raise Refusal.of(TMDBCode.INVALID_REQUEST_TOKEN)
    return name, token


def _session(context: RequestContext, account: int) -> JSONObject:
    return {"success": True, "session_id": context.state.session(context.state.data.accounts[account])}


ROUTES = (
    Route("GET", "/3/authentication", validate_key, max_age=0),
    Route("GET", "/3/authentication/guest_session/new", new_guest, max_age=0),
    Route("DELETE", "/3/authentication/session", delete_session, max_age=0),
    Route("POST", "/3/authentication/session/convert/4", convert, max_age=0),
    Route("POST", "/3/authentication/session/new", new_session, max_age=0),
    Route("GET", "/3/authentication/token/new", new_token, max_age=0),
    Route("POST", "/3/authentication/token/validate_with_login", login, max_age=0),
)

# No longer documented but still served: older clients send the values in the query.
UNDOCUMENTED = (
    Route("GET", "/3/authentication/session/new", new_session, max_age=0),
    Route("GET", "/3/authentication/token/validate_with_login", login, max_age=0),
)
