"""The limits of one exchange, which its connection obeys."""

from __future__ import annotations

from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from tmdb_facade._core.redaction import find_proxy_secrets, find_secrets

if TYPE_CHECKING:
    from tmdb_facade._core.sending.engine import EngineRequest


class Closable(Protocol):
    """A connection of the async client, or one that is being opened."""

    async def aclose(self) -> None:
        """Close the connection."""
        ...


class Exchange:
    """The limits of one exchange.

    Attributes:
        request: The request, with its secrets.
        proxy: The URL of the proxy, or `None`.
        deadline: The time by `monotonic()` at which it ends, or `None`.
        waits_for: The connection that an operation of the async client waits for.
        opened: The connections that the async client has opened for it.
    """

    __slots__ = ("deadline", "opened", "proxy", "request", "waits_for")

    def __init__(self, request: EngineRequest, proxy: str | None) -> None:
        """Start without a connection and a deadline."""
        self.request = request
        self.proxy = proxy
        self.deadline: float | None = None
        self.waits_for: Closable | None = None
        self.opened: list[Closable] = []

    async def abandon(self) -> None:
        """End the exchange, whose answer nobody waits for any more, or which has failed.

        Its connections are closed, also those that the library leaves open after a failure.
        """
        self.deadline = 0.0
        if self.waits_for is not None:
            await self.waits_for.aclose()
        for connection in self.opened:
            await connection.aclose()


#: The exchange of this thread or task.
EXCHANGE: ContextVar[Exchange | None] = ContextVar("tmdb_facade_exchange", default=None)


def exchange_secrets() -> set[str]:
    """Return the secrets in the request of this thread or task, and in its proxy's URL."""
    exchange = EXCHANGE.get()
    if exchange is None:
        return set()
    _, url, headers, body, *_ = exchange.request
    texts = [url, (body or b"").decode(), *(f"{name}: {value}" for name, value in headers.items())]
    return find_proxy_secrets(exchange.proxy).union(exchange.request.secrets, *map(find_secrets, texts))


def limit_seconds(timeout: float | None, error: type[Exception]) -> float | None:
    """Return the timeout of one operation: its own, but not beyond the deadline.

    Raises:
        Exception: The deadline has passed; the HTTP library's exception for it.
    """
    exchange = EXCHANGE.get()
    if exchange is None or exchange.deadline is None:
        return timeout
    left = exchange.deadline - monotonic()
    if left <= 0:
        raise error("the call's total_timeout has passed")
    return left if timeout is None else min(timeout, left)
