"""The admin API and page as an ASGI application around the embedded TMDB.

It is around everything else, so that requests to it are neither logged nor hit by faults.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade.testing.server.controls import Controls
from tmdb_facade.testing.server.front import unmounted

from .access import Admin

if TYPE_CHECKING:
    from . import exchange
else:
    # Imported on demand: most servers have no admin requests.
    exchange = lazy_module(f"{__package__}.exchange")

#: The path of the page; those of the API begin with it.
PREFIX = "/__tmdb__"


class AdminApp:
    """Answers the requests to the admin API and its page."""

    def __init__(self, app: ASGIApp, controls: Controls, admin: Admin) -> None:
        """Wrap an application.

        Args:
            app: The application that answers all other requests.
            controls: The parts of the server.
            admin: Who may use the admin API.
        """
        self._app = app
        self._controls = controls
        self._admin: Admin = admin

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Answer a request."""
        # Not a coroutine function, which would cost other requests time.
        if scope.get("root_path"):
            scope = unmounted(scope)
        if self._admin == "nobody" or scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            return self._app(scope, receive, send)
        if scope["path"].removeprefix(PREFIX)[:1] not in ("", "/"):
            return self._app(scope, receive, send)
        return exchange.answer(scope, receive, send, self._controls, self._admin)
