"""An embedded TMDB for tests, demos and offline work: `pip install tmdb-facade[testing]`.

    from tmdb_facade.testing import TMDBServer

    with TMDBServer() as server:
        print(server.base_url, server.access_token)

It answers HTTP requests as TMDB does, from a small catalogue of facts. Any TMDB client can use it.
"""

# Type checkers treat a constant of this name as true. pytest loads this package's plugin in every run, so importing the
# package must stay cheap.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .catalogue import Catalogue as Catalogue
    from .catalogue import CatalogueError as CatalogueError
    from .catalogue import blank as blank
    from .catalogue import builtin as builtin
    from .catalogue import load as load
    from .catalogue import orphans as orphans
    from .catalogue import problems as problems
    from .catalogue.odd import OddRecord as OddRecord
    from .catalogue.odd import odd_records as odd_records
    from .faults.api import Faults as Faults
    from .faults.damage import Damage as Damage
    from .faults.documents import add_fault as add_fault
    from .faults.documents import fault_document as fault_document
    from .faults.files import load_faults as load_faults
    from .faults.outages import OutageSample as OutageSample
    from .faults.outages import outage_document as outage_document
    from .faults.request_log import LoggedRequest as LoggedRequest
    from .faults.request_log import RequestLog as RequestLog
    from .faults.rules import Fault as Fault
    from .faults.timeline import Timeline as Timeline
    from .interception.routes import InterceptionError as InterceptionError
    from .offline.cassettes import Recording as Recording
    from .offline.cassettes import use_cassette as use_cassette
    from .offline.factories import make as make
    from .offline.factories import make_movie as make_movie
    from .offline.factories import make_movie_details as make_movie_details
    from .offline.factories import make_person as make_person
    from .offline.factories import make_person_details as make_person_details
    from .offline.factories import make_tv_details as make_tv_details
    from .offline.factories import make_tv_show as make_tv_show
    from .server.app import create_app as create_app
    from .server.certificates import CertificateAuthority as CertificateAuthority
    from .server.certificates import CertificateError as CertificateError
    from .server.in_process import InProcessTransport as InProcessTransport
    from .server.leniency import Leniencies as Leniencies
    from .server.leniency import Leniency as Leniency
    from .server.status_messages import StatusMessagesError as StatusMessagesError
    from .server.tmdb_server import TMDBServer as TMDBServer
    from .state.clock import Clock as Clock
    from .state.credentials import Credentials as Credentials
    from .state.credentials import make_credentials as make_credentials
    from .state.file import StateFileError as StateFileError
    from .state.users import User as User
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(
        __name__, extra="testing", packages=("PIL", "polyfactory", "starlette", "trustme", "uvicorn", "vcr")
    )
