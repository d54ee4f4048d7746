"""The engines of the sync client. `engine_tasks` has the same names for the async client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from tmdb_facade._runtime.exchange_threads import Exchanges
    from tmdb_facade._runtime.pyreqwest_engine import PyreqwestEngine

EngineName: TypeAlias = Literal["httpx", "pyreqwest"]

#: The extra that installs each engine; an engine is named after its package.
ENGINES: Final[dict[str, str | None]] = {"httpx": None, "pyreqwest": "fast"}
#: The methods of an engine.
ENGINE_METHODS: Final = ("send", "close")


def open_named_engine(name: str, proxy: str | None, max_connections: int, exchanges: Exchanges) -> PyreqwestEngine:
    """Open an engine other than the default one.

    Args:
        name: The engine's name.
        proxy: The URL of a proxy, or `None`.
        max_connections: The maximum number of open connections.
        exchanges: The running exchanges.
    """
    assert name == "pyreqwest"
    from tmdb_facade._runtime.pyreqwest_engine import PyreqwestEngine

    return PyreqwestEngine(proxy, max_connections, exchanges)
