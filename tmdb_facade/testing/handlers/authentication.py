"""v3 authentication: request tokens, sessions, logins, guest sessions.

An application gets a request token, a user approves it on a page of this server (or with name and password), and the
application makes a session of it, once. Tokens last an hour and guests a day; users' sessions last until they are
deleted.
"""

from __future__ import annotations

from datetime import timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.errors import Refusal
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.state import Guest, RequestToken
from tmdb_facade.testing.state.clock import written
from tmdb_facade.testing.who import admitted

TOKEN_LASTS = timedelta(minutes=60)
GUEST_LASTS = timedelta(hours=24)
VERSION = 3

# What is given out once is not to be kept.
_PRIVATE = {"cache-control": "max-age=0, private"}


def validate_key(call: Call) -> JSONObject:
    """The credentials are fine, or the request would not have come here."""
    return {"success": True}


def new_token(call: Call) -> JSONObject:
    """A request token, and in a header where the user is to be sent with it."""
    token, expires = call.state.secret(), call.state.clock.now() + TOKEN_LASTS
    call.state.data.tokens[token] = RequestToken(VERSION, expires)
    call.reply.headers.update(_PRIVATE, **{"authentication-callback": f"{call.origin}/authenticate/{token}"})
    return {"success": True, "expires_at": written(expires), "request_token": token}


def login(call: Call) -> JSONObject:
    """Approve a request token with a user's name and password.

    Raises:
        Refusal: Name or password are missing (400, code 26) or wrong (401, code 30), the token is not valid (401, code
            33), or the user is one of those who are refused.
    """
    username, password = call.text("username"), call.text("password")
    if not (username and password):
        raise Refusal.of(TMDBCode.CREDENTIALS_REQUIRED)
    name, token = live_token(call, VERSION)
    found = call.state.account_named(username)
    if found is None or found.password != password:
        raise Refusal.of(TMDBCode.INVALID_LOGIN)
    admitted(found)
    token.account = found.id
    return {"success": True, "expires_at": written(token.expires), "request_token": name}


def new_session(call: Call) -> JSONObject:
    """Make a session of an approved request token, which is used up by it.

    Raises:
        Refusal: The token is not valid (401, code 33) or not approved (401, code 17).
    """
    name, token = live_token(call, VERSION)
    if token.account is None:
        raise Refusal.of(TMDBCode.SESSION_DENIED, failure=True)
    del call.state.data.tokens[name]
    return _session(call, token.account)


def convert(call: Call) -> JSONObject:
    """Make a v3 session of a user's v4 access token.

    Raises:
        Refusal: The token is the application's own (401, code 36), or no valid one (401, code 35).
    """
    token = call.needed("access_token")
    if token == call.credentials.access_token:
        raise Refusal.of(TMDBCode.TOKEN_NOT_WRITE, failure=True)
    account = call.state.data.access_tokens.get(token)
    if account is None:
        raise Refusal.of(TMDBCode.INVALID_TOKEN)
    return _session(call, account)


def delete_session(call: Call) -> JSONObject:
    """End a session.

    Raises:
        Refusal: There is no such session (404, code 37).
    """
    if call.state.data.sessions.pop(call.needed("session_id"), None) is None:
        raise Refusal.of(TMDBCode.SESSION_NOT_FOUND)
    return {"success": True}


def new_guest(call: Call) -> JSONObject:
    """A guest session."""
    guest, expires = call.state.secret(32), call.state.clock.now() + GUEST_LASTS
    call.state.data.guests[guest] = Guest(expires)
    call.reply.headers.update(_PRIVATE)
    return {"success": True, "guest_session_id": guest, "expires_at": written(expires)}


def live_token(call: Call, version: int) -> tuple[str, RequestToken]:
    """Return the request token that was sent, with its name.

    Raises:
        Refusal: There is none of that version, or none any more (401, code 33).
    """
    name = call.needed("request_token")
    try:
        token = call.state.live_token(name)
    except KeyError as error:
        raise Refusal.of(TMDBCode.INVALID_REQUEST_TOKEN) from error
    if token.version != version:
        raise Refusal.of(TMDBCode.INVALID_REQUEST_TOKEN)
    return name, token


def _session(call: Call, account: int) -> JSONObject:
    return {"success": True, "session_id": call.state.session(call.state.data.accounts[account])}


ROUTES = (
    Route("GET", "/3/authentication", validate_key, max_age=0),
    Route("GET", "/3/authentication/guest_session/new", new_guest, max_age=0),
    Route("DELETE", "/3/authentication/session", delete_session, max_age=0),
    Route("POST", "/3/authentication/session/convert/4", convert, max_age=0),
    Route("POST", "/3/authentication/session/new", new_session, max_age=0),
    Route("GET", "/3/authentication/token/new", new_token, max_age=0),
    Route("POST", "/3/authentication/token/validate_with_login", login, max_age=0),
)

# In no document any more, and still answered: older clients send the values in the query.
UNDOCUMENTED = (
    Route("GET", "/3/authentication/session/new", new_session, max_age=0),
    Route("GET", "/3/authentication/token/validate_with_login", login, max_age=0),
)
