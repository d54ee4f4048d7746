"""The engines of the async client. `engine_threads` has the same names for the sync client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from tmdb_facade._runtime.aiohttp_engine import AiohttpEngine
    from tmdb_facade._runtime.exchange_tasks import Exchanges

AsyncEngineName: TypeAlias = Literal["httpx", "aiohttp"]

#: The extra that installs each engine; an engine is named after its package.
#:
#: pyreqwest is not among them: it does not end the request of a cancelled task, so cancelled calls use up the
#: connections until their deadlines.
ENGINES: Final[dict[str, str | None]] = {"httpx": None, "aiohttp": "aiohttp"}
#: The methods of an engine.
ENGINE_METHODS: Final = ("send", "aclose")


def open_named_engine(name: str, proxy: str | None, max_connections: int, exchanges: Exchanges) -> AiohttpEngine:
    """Open an engine other than the default one.

    Args:
        name: The engine's name.
        proxy: The URL of a proxy, or `None`.
        max_connections: The maximum number of open connections.
        exchanges: The running exchanges.
    """
    assert name == "aiohttp"
    from tmdb_facade._runtime.aiohttp_engine import AiohttpEngine

    return AiohttpEngine(proxy, max_connections, exchanges)
