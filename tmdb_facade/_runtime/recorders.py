"""Find out whether something observes the requests of httpx.

Recorders such as vcrpy, mocks and tracers replace the methods of httpx's transports.
"""

from __future__ import annotations

import sys
from types import FunctionType
from typing import Any


def observes_transport() -> bool:
    """Return whether something has replaced the method of httpx's sync transport."""
    return _is_replaced("HTTPTransport", "handle_request")


def observes_async_transport() -> bool:
    """Return whether something has replaced the method of httpx's async transport."""
    return _is_replaced("AsyncHTTPTransport", "handle_async_request")


def _is_replaced(transport: str, method: str) -> bool:
    # What has not imported httpx has not replaced anything in it.
    httpx = sys.modules.get("httpx")
    kind: Any = getattr(httpx, transport, None)
    if kind is None:  # also while another thread imports httpx
        return False
    function = getattr(kind, method)
    # What replaces a method can imitate its name and module, but not the file of the class.
    return type(function) is not FunctionType or function.__code__.co_filename != kind.__init__.__code__.co_filename
