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
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__, extra="testing", packages=("starlette", "uvicorn"))
