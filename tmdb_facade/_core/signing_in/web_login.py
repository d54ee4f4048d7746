"""What the web frameworks' routes have in common: the cookie of a login, and the check of a callback."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal, TypeAlias, TypedDict
from urllib.parse import urlsplit

from tmdb_facade._core.request.validation import check_choice, check_text, invalid
from tmdb_facade._core.signing_in.login_flow import STATE_PARAMETER, LoginFlow, split_callback, state_name
from tmdb_facade._core.signing_in.outcomes import ends_login, is_temporary
from tmdb_facade._core.signing_in.sealing import AppSecret
from tmdb_facade._core.signing_in.secret import Secret, private
from tmdb_facade.errors import (
    APIConnectionError,
    APIStatusError,
    AuthorizationPendingError,
    InvalidAnswerError,
    InvalidArgumentError,
    LoginDeniedError,
    LoginError,
    LoginExpiredError,
    TMDBError,
)

#: The version of the API whose login is shown to the user; `v4+v3` gives a session of version 3 as well.
LoginKind: TypeAlias = Literal["v3", "v4", "v4+v3"]
_KINDS = ("v3", "v4", "v4+v3")
# Another name that begins so is not ours, and may be one that no cookie can be set with.
_COOKIE_NAME = re.compile("tmdb_login_[0-9a-f]{16}")
#: Logins that a browser may have begun at the same time; the cookies of others are removed.
_MAX_LOGINS = 5

#: The errors that TMDB, or a browser with a malformed Host, is to blame for; others are faults of the application.
FAILURES = (APIConnectionError, APIStatusError, InvalidAnswerError, InvalidArgumentError)

NOT_BEGUN = (
    "this browser has not begun this login, or has ended it already: start again from the application's page "
    "(cookies must be allowed)"
)


class Cookie(TypedDict):
    """The attributes of a cookie, by the names of the frameworks.

    `SameSite` is missing, which they spell differently. It must be `Lax`: the callback is a link from another site.
    """

    key: str
    value: str
    max_age: int
    path: str
    secure: bool
    httponly: bool


def check_login_kind(kind: LoginKind) -> LoginKind:
    """Validate the kind of login."""
    return check_choice("kind", kind, _KINDS)


def login_paths(prefix: str) -> tuple[str, str]:
    """Return the paths of the routes that begin and end a login, without a slash at the start.

    Args:
        prefix: The path below which they are, with or without slashes around it.
    """
    folder = check_text("prefix", prefix).strip("/")
    return f"{folder}/login".lstrip("/"), f"{folder}/callback".lstrip("/")


def check_client(tmdb: object, client_type: type) -> None:
    """Check that the client of the application is the sync or async one that the framework needs."""
    if not isinstance(tmdb, client_type):
        raise invalid("tmdb", f"of type {client_type.__name__}", tmdb)


def login_cookie(flow: LoginFlow, secret: AppSecret, callback: str) -> Cookie:
    """Return the cookie that keeps a login in the browser: encrypted, until the login expires.

    Args:
        flow: The login.
        secret: The application's secret.
        callback: The callback's URL.
    """
    return {
        "key": state_name(flow.state),
        "value": flow.seal(secret.get()),
        "max_age": max(int((flow.expires_at - datetime.now(UTC)).total_seconds()), 0),
        "path": cookie_path(callback),
        "secure": urlsplit(callback).scheme == "https",
        "httponly": True,
    }


def cookie_path(callback: str) -> str:
    """Return the path for which the cookies of logins are: the folder of the callback, where logins begin too."""
    return f"{urlsplit(callback).path.rpartition('/')[0]}/"


def callback_cookie(state: str | None) -> str | None:
    """Return the name of the cookie that belongs to a callback, or `None` if it has no state."""
    return None if not state else state_name(state)


def used_cookie(state: str | None, error: TMDBError | None = None) -> str | None:
    """Return the name of the cookie that a callback has used up, or `None` without one.

    Args:
        state: The state in the callback's URL.
        error: The error that the callback has ended with. After a temporary one, the page can be loaded again.
    """
    return callback_cookie(state) if error is None or ends_login(error) else None


def find_login(query: Mapping[str, str], cookies: Mapping[str, str], secret: AppSecret) -> LoginFlow:
    """Return the login of a callback, which has the callback's state.

    Args:
        query: The query of the callback's URL.
        cookies: The cookies of the browser.
        secret: The application's secret.

    Raises:
        LoginError: The browser has not begun this login.
    """
    sent = Secret((query, cookies))
    # Tracebacks show the variables of this frame.
    del query, cookies
    flow = private(lambda: _find(sent, secret))
    if flow is None:
        raise LoginError(NOT_BEGUN)
    return flow


def _find(sent: Secret[tuple[Mapping[str, str], Mapping[str, str]]], secret: AppSecret) -> LoginFlow | None:
    query, cookies = sent.get()
    state = query.get(STATE_PARAMETER)
    name = callback_cookie(state)
    flow = None if name is None else LoginFlow.unseal(cookies.get(name, ""), secret.get())
    return flow if flow is not None and flow.has_state(state) else None


def surplus_cookies(cookies: Iterable[str]) -> list[str]:
    """Return the names of cookies of earlier logins, if there are so many that requests would become too large."""
    names = sorted(name for name in cookies if _COOKIE_NAME.fullmatch(name))
    return names if len(names) >= _MAX_LOGINS else []


def failure_text(error: TMDBError) -> str:
    """Return what a visitor reads about a login that has failed: nothing about requests and codes, which are for developers."""
    if isinstance(error, LoginDeniedError):
        return "You have denied this application access to your TMDB account."
    if isinstance(error, LoginExpiredError):
        return "The login has expired or was used already: start again from the application's page."
    if isinstance(error, LoginError):
        return f"{error.message[:1].upper()}{error.message[1:]}."
    if isinstance(error, AuthorizationPendingError):
        return "You have neither approved nor denied this login on TMDB's page yet."
    if is_temporary(error):
        return "TMDB does not answer at the moment: load this page again in a moment."
    return "TMDB does not answer as expected: start again later."


def check_callback_url(url: str | None) -> str | None:
    """Validate the callback's URL that an application configures.

    Raises:
        InvalidArgumentError: It is not an absolute HTTP URL, has a fragment, or has a parameter `state`.
    """
    if url is not None:
        split_callback("callback_url", url)
    return url
