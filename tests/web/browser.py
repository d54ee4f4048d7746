"""A browser without a window: it keeps cookies, and does not follow redirects by itself."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from tmdb_facade.testing import TMDBServer

Fetch = Callable[[str], httpx.Response]


def token_in(approval_url: str) -> str:
    """Return the request token in the URL of an approval page."""
    parts = urlsplit(approval_url)
    query = parse_qs(parts.query)
    return query["request_token"][0] if "request_token" in query else parts.path.rpartition("/")[2]


def callback_of(approval_url: str) -> str:
    """Return the URL that the approval page redirects to: that of version 4 is part of the token."""
    query = parse_qs(urlsplit(approval_url).query)
    if "redirect_to" in query:
        return query["redirect_to"][0]
    payload = token_in(approval_url).split(".")[1]
    claims: dict[str, str] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims["redirect_to"]


def begin(fetch: Fetch, path: str = "/tmdb/login") -> str:
    """Begin a login, and return the URL of the approval page."""
    response = fetch(path)
    assert response.status_code in (302, 303)
    return response.headers["location"]


def decide(server: TMDBServer, approval_url: str, *, approved: bool = True) -> str:
    """Approve or deny on TMDB's page, and return the path and query of the callback that it redirects to."""
    token = token_in(approval_url)
    if approved:
        server.approve(token)
    else:
        server.deny(token)
    outcome = {"request_token": token, ("approved" if approved else "denied"): "true"}
    parts = urlsplit(callback_of(approval_url))
    return f"{parts.path}?{parts.query}&{urlencode(outcome)}"
