"""Interceptions: the connections of this process to TMDB's hosts go to an embedded server."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from threading import Lock

from . import patches, proxies
from .routes import ServerRoute, ServerRoutes

_LOCK = Lock()
_ROUTES = ServerRoutes()
_RESTORE = ExitStack()


@contextmanager
def intercept(route: ServerRoute, disconnect: Callable[[], None]) -> Generator[None]:
    """Send connections to TMDB's hosts along a route. Interceptions nest, and threads may start and end them at any time.

    Args:
        route: The route.
        disconnect: Closes the connections along the route; called at the end, unless new ones would take the same route:
            another thread may use them.

    Raises:
        InterceptionError: A proxy of the system would receive the requests.
    """
    with _LOCK:
        if _ROUTES.newest is None:
            with ExitStack() as stack:
                stack.enter_context(proxies.bypassed())
                stack.push(patches.install(_ROUTES))
                _RESTORE.push(stack.pop_all())
        _ROUTES.add(route)
    try:
        yield
    finally:
        with _LOCK:
            _ROUTES.remove(route)
            if _ROUTES.newest is None:
                _RESTORE.close()
            # Within the lock: a new interception must not lose its connections.
            if _ROUTES.newest is not route:
                disconnect()
