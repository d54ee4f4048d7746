"""An embedded TMDB for tests, demos and offline work: `pip install tmdb-facade[testing]`.

    from tmdb_facade.testing import TMDBServer

    with TMDBServer() as server:
        print(server.base_url, server.access_token)

It answers over HTTP as TMDB does, from a small catalogue of facts, so any TMDB client can be pointed at it.
"""

from __future__ import annotations

try:
    import starlette as _starlette
    import uvicorn as _uvicorn
except ImportError as _error:
    raise ImportError(
        "tmdb_facade.testing needs Starlette and uvicorn: pip install 'tmdb-facade[testing]'", name=_error.name
    ) from _error

from .app import create_app
from .catalogue import Catalogue, CatalogueError, blank, builtin, load, orphans, problems
from .credentials import Credentials, make_credentials
from .server import TMDBServer
from .state import Clock, StateFileError
from .users import User

del _starlette, _uvicorn

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Clock",
    "Credentials",
    "StateFileError",
    "TMDBServer",
    "User",
    "blank",
    "builtin",
    "create_app",
    "load",
    "make_credentials",
    "orphans",
    "problems",
]
