"""Find out whether something observes the requests of httpx.

Recorders such as vcrpy, mocks and tracers replace the methods of httpx's transports, respx those of the pools below.
"""

from __future__ import annotations

import sys
from types import FunctionType
from typing import Any


def observes_transport() -> bool:
    """Return whether something has replaced the method of httpx's sync transport, or of the pool below it."""
    return _is_replaced("httpx", "HTTPTransport", "handle_request") or _is_replaced(
        "httpcore", "ConnectionPool", "handle_request"
    )


def observes_async_transport() -> bool:
    """Return whether something has replaced the method of httpx's async transport, or of the pool below it."""
    return _is_replaced("httpx", "AsyncHTTPTransport", "handle_async_request") or _is_replaced(
        "httpcore", "AsyncConnectionPool", "handle_async_request"
    )


def _is_replaced(library: str, name: str, method: str) -> bool:
    # What has not imported a library has not replaced anything in it.
    kind: Any = getattr(sys.modules.get(library), name, None)
    if kind is None:  # also while another thread imports the library
        return False
    function = getattr(kind, method)
    if type(function) is not FunctionType:
        return True
    # What replaces a method can imitate its name and module, but not the file of the class.
    own = getattr(kind.__init__, "__code__", None)
    return own is None or function.__code__.co_filename != own.co_filename
