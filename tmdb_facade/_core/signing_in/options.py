"""Options of a login."""

from __future__ import annotations

import sys
from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import NamedTuple

from tmdb_facade._core.client.options import MAX_TIMEOUT
from tmdb_facade._core.request.validation import check_filled, check_flag, finite_number, invalid
from tmdb_facade._core.signing_in.surroundings import program_name
from tmdb_facade._core.stores.store import CredentialStore, check_profile, check_store

_LONGEST_NAME = 60


class LoginOptions(NamedTuple):
    """Validated options of a login.

    Attributes:
        timeout: The time limit in seconds.
        redirect: Whether the browser may report the decision to a loopback address.
        open_browser: Whether to open a browser, or the function that opens it.
        on_url: The function that shows the approval URL; `None` to write it to stderr.
        app_name: The program's name for its user.
        store: The store of the credentials, or `None`.
        profile: The name of the user in the store.
    """

    timeout: float
    redirect: bool
    open_browser: bool | Callable[[str], bool]
    on_url: Callable[[str], None] | None
    app_name: str
    store: CredentialStore | None
    profile: str


def read_login_options(
    timeout: float,
    redirect: bool,
    open_browser: bool | Callable[[str], bool],
    on_url: Callable[[str], None] | None,
    app_name: str | None,
    store: CredentialStore | None,
    profile: str,
) -> LoginOptions:
    """Validate the arguments of a login.

    Raises:
        InvalidArgumentError: An argument has a wrong type or value.
    """
    seconds = finite_number(timeout)
    if seconds is None or not 0 < seconds <= MAX_TIMEOUT:
        raise invalid("timeout", f"a number of seconds above 0, at most {MAX_TIMEOUT}", timeout)
    if not (isinstance(open_browser, bool) or _is_function(open_browser)):
        raise invalid("open_browser", "True, False or a function without async that opens a URL", open_browser)
    if not (on_url is None or _is_function(on_url)):
        raise invalid("on_url", "a function without async that shows a URL", on_url)
    if store is not None:
        check_store(store, "load", "save")
    name = program_name(sys.argv[0] if sys.argv else "") if app_name is None else check_filled("app_name", app_name)
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise invalid("app_name", f"a name of at most {_LONGEST_NAME} printable characters", name)
    return LoginOptions(
        seconds, check_flag("redirect", redirect), open_browser, on_url, name, store, check_profile(profile)
    )


def _is_function(value: object) -> bool:
    """Return whether a value can be called; the result of a coroutine function would not be awaited."""
    return callable(value) and not iscoroutinefunction(value)
