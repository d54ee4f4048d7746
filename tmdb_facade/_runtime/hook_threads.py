"""Session hooks of the sync client. `hook_tasks` has the same names for the async client."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ForwardRef, TypeAlias

import tmdb_facade
from tmdb_facade._core.client.options import is_coroutine_function
from tmdb_facade._core.request.validation import invalid
from tmdb_facade.errors import SessionExpiredError

#: A function that renews the credentials of a client's user.
if TYPE_CHECKING:
    SessionHook: TypeAlias = Callable[[SessionExpiredError], tmdb_facade.UserCredentials | None]
else:
    # Evaluated with the names of this module, wherever an annotation refers to it.
    _RENEWED = "tmdb_facade.UserCredentials | None"
    SessionHook = Callable[[SessionExpiredError], ForwardRef(_RENEWED, module=__name__)]


def check_session_hook(hook: Callable[[SessionExpiredError], object] | None) -> None:
    """Reject a coroutine function.

    Raises:
        InvalidArgumentError: It is one.
    """
    if is_coroutine_function(hook):
        raise invalid("on_session_expired", "a synchronous function with one parameter, the error", hook)


def call_session_hook(hook: Callable[[SessionExpiredError], object] | None, error: SessionExpiredError) -> object:
    """Call a hook."""
    return None if hook is None else hook(error)
