"""An embedded TMDB for tests, demos and offline work: `pip install tmdb-facade[testing]`.

    from tmdb_facade.testing import TMDBServer

    with TMDBServer() as server:
        print(server.base_url, server.access_token)

It answers over HTTP as TMDB does, from a small catalogue of facts, so any TMDB client can be pointed at it.
"""

# Type checkers take any constant of this name as true. A pytest plugin of this package is loaded in every run of pytest,
# so importing the package imports nothing yet.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .app import create_app as create_app
    from .catalogue import Catalogue as Catalogue
    from .catalogue import CatalogueError as CatalogueError
    from .catalogue import blank as blank
    from .catalogue import builtin as builtin
    from .catalogue import load as load
    from .catalogue import orphans as orphans
    from .catalogue import problems as problems
    from .credentials import Credentials as Credentials
    from .credentials import make_credentials as make_credentials
    from .fault import Fault as Fault
    from .faults import Faults as Faults
    from .requests import LoggedRequest as LoggedRequest
    from .requests import RequestLog as RequestLog
    from .server import TMDBServer as TMDBServer
    from .state import Clock as Clock
    from .state import StateFileError as StateFileError
    from .transport import InProcessTransport as InProcessTransport
    from .users import User as User
else:
    _MODULES = {
        "Catalogue": "catalogue",
        "CatalogueError": "catalogue",
        "Clock": "state",
        "Credentials": "credentials",
        "Fault": "fault",
        "Faults": "faults",
        "InProcessTransport": "transport",
        "LoggedRequest": "requests",
        "RequestLog": "requests",
        "StateFileError": "state",
        "TMDBServer": "server",
        "User": "users",
        "blank": "catalogue",
        "builtin": "catalogue",
        "create_app": "app",
        "load": "catalogue",
        "make_credentials": "credentials",
        "orphans": "catalogue",
        "problems": "catalogue",
    }

    def __getattr__(name: str) -> object:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        try:
            module = import_module(f"{__name__}.{_MODULES[name]}")
        except ModuleNotFoundError as error:
            if error.name not in ("starlette", "uvicorn"):
                raise
            raise ImportError(
                "tmdb_facade.testing needs Starlette and uvicorn: pip install 'tmdb-facade[testing]'", name=error.name
            ) from error
        value = globals()[name] = getattr(module, name)
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)


__all__ = [
    "Catalogue",
    "CatalogueError",
    "Clock",
    "Credentials",
    "Fault",
    "Faults",
    "InProcessTransport",
    "LoggedRequest",
    "RequestLog",
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
