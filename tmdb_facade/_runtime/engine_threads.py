"""The engines of the sync client. `engine_tasks` has the same names for the async client."""

from __future__ import annotations

import sys
from importlib import import_module
from threading import Event, Lock, Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from tmdb_facade._runtime.exchange_threads import Exchanges
    from tmdb_facade._runtime.pyreqwest_engine import PyreqwestEngine

EngineName: TypeAlias = Literal["httpx", "pyreqwest"]

#: The extra that installs each engine; an engine is named after its package.
ENGINES: Final[dict[str, str | None]] = {"httpx": None, "pyreqwest": "fast"}
#: The methods of an engine.
ENGINE_METHODS: Final = ("send", "close")

_PYREQWEST = "pyreqwest.client"
_loading = Lock()


def open_named_engine(name: str, proxy: str | None, max_connections: int, exchanges: Exchanges) -> PyreqwestEngine:
    """Open an engine other than the default one.

    Args:
        name: The engine's name.
        proxy: The URL of a proxy, or `None`.
        max_connections: The maximum number of open connections.
        exchanges: The running exchanges.
    """
    assert name == "pyreqwest"
    _load_pyreqwest()
    from tmdb_facade._runtime.pyreqwest_engine import PyreqwestEngine

    return PyreqwestEngine(proxy, max_connections, exchanges)


def _load_pyreqwest() -> None:
    """Load the library in a thread that does not end before the process.

    The library's memory allocator belongs to the thread that loads it. When this thread ends, other threads that use the
    library crash the process.
    """
    if current_thread() is main_thread():
        import_module(_PYREQWEST)
        return
    with _loading:
        if _PYREQWEST not in sys.modules:
            loaded = Event()
            Thread(target=_load_and_stay, args=(loaded,), name="tmdb-facade loader", daemon=True).start()
            loaded.wait()


def _load_and_stay(loaded: Event) -> None:
    try:
        import_module(_PYREQWEST)
    finally:
        loaded.set()  # if it failed, the import of the engine fails too, and says why
    Event().wait()
