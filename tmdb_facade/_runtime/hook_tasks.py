"""Session hooks of the async client. `hook_threads` has the same names for the sync client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ForwardRef, TypeAlias, cast

import tmdb_facade
from tmdb_facade.errors import SessionExpiredError

#: A function or coroutine function that renews the credentials of a client's user.
if TYPE_CHECKING:
    AsyncSessionHook: TypeAlias = Callable[
        [SessionExpiredError], tmdb_facade.UserCredentials | Awaitable[tmdb_facade.UserCredentials | None] | None
    ]
else:
    # Evaluated with the names of this module, wherever an annotation refers to it.
    _RENEWED = "tmdb_facade.UserCredentials | Awaitable[tmdb_facade.UserCredentials | None] | None"
    AsyncSessionHook = Callable[[SessionExpiredError], ForwardRef(_RENEWED, module=__name__)]


def check_session_hook(hook: Callable[[SessionExpiredError], object] | None) -> None:
    """Accept any hook: coroutine functions are functions."""


async def call_session_hook(hook: Callable[[SessionExpiredError], object] | None, error: SessionExpiredError) -> object:
    """Call a hook, and wait for its result if it is a coroutine.

    Args:
        hook: The hook, or `None` for none.
        error: The error of the request that the hook may repair.

    Returns:
        The hook's result; `None` without a hook.
    """
    result = None if hook is None else hook(error)
    return await cast("Awaitable[object]", result) if isinstance(result, Awaitable) else result
