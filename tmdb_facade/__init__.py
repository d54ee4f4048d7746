"""A typed client for The Movie Database (TMDB), sync and async.

    from tmdb_facade import TMDB

    with TMDB() as tmdb:  # reads TMDB_ACCESS_TOKEN or TMDB_API_KEY
        for movie in tmdb.search.movies("metropolis").limit(5):
            print(movie.title, movie.release_date)

Importing this package is cheap: a name's module is imported when the name is first used, and the HTTP library and the
models when a client sends its first request.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_bindings.append import CollectionAppend as CollectionAppend
    from tmdb_bindings.append import CompanyAppend as CompanyAppend
    from tmdb_bindings.append import EpisodeAppend as EpisodeAppend
    from tmdb_bindings.append import MovieAppend as MovieAppend
    from tmdb_bindings.append import PersonAppend as PersonAppend
    from tmdb_bindings.append import SeasonAppend as SeasonAppend
    from tmdb_bindings.append import TVAppend as TVAppend
    from tmdb_facade import errors as errors
    from tmdb_facade import models as models
    from tmdb_facade import resources as resources
    from tmdb_facade import stores as stores
    from tmdb_facade import types as types
    from tmdb_facade._async.client import AsyncTMDB as AsyncTMDB
    from tmdb_facade._async.engines.engine import AsyncEngine as AsyncEngine
    from tmdb_facade._async.pager import AsyncPager as AsyncPager
    from tmdb_facade._core.answer.raw import RawResponse as RawResponse
    from tmdb_facade._core.cache.location import CacheInfo as CacheInfo
    from tmdb_facade._core.client.settings import __version__ as __version__
    from tmdb_facade._core.client.user_credentials import UserCredentials as UserCredentials
    from tmdb_facade._core.episode_order import EpisodeOrder as EpisodeOrder
    from tmdb_facade._core.events import RequestEvent as RequestEvent
    from tmdb_facade._core.events import ResponseEvent as ResponseEvent
    from tmdb_facade._core.languages.localization import Localization as Localization
    from tmdb_facade._core.languages.localization import localization as localization
    from tmdb_facade._core.lists.terms import AllOf as AllOf
    from tmdb_facade._core.lists.terms import AnyOf as AnyOf
    from tmdb_facade._core.lists.terms import Between as Between
    from tmdb_facade._core.lists.terms import all_of as all_of
    from tmdb_facade._core.lists.terms import any_of as any_of
    from tmdb_facade._core.lists.terms import between as between
    from tmdb_facade._core.rate.rate_limit import RateLimit as RateLimit
    from tmdb_facade._core.request.url import ALTERNATE_BASE_URL as ALTERNATE_BASE_URL
    from tmdb_facade._core.sending.engine import Deadline as Deadline
    from tmdb_facade._core.sending.engine import EngineRequest as EngineRequest
    from tmdb_facade._core.sending.engine import EngineResponse as EngineResponse
    from tmdb_facade._core.sending.failures import EngineError as EngineError
    from tmdb_facade._core.sending.failures import Failure as Failure
    from tmdb_facade._core.signing_in.credential_check import CredentialCheck as CredentialCheck
    from tmdb_facade._core.signing_in.login_flow import LoginFlow as LoginFlow
    from tmdb_facade._runtime.caches import Cache as Cache
    from tmdb_facade._sync.client import TMDB as TMDB
    from tmdb_facade._sync.engines.engine import Engine as Engine
    from tmdb_facade._sync.pager import Pager as Pager
    from tmdb_facade.errors import APIConnectionError as APIConnectionError
    from tmdb_facade.errors import APIStatusError as APIStatusError
    from tmdb_facade.errors import APITimeoutError as APITimeoutError
    from tmdb_facade.errors import AuthenticationError as AuthenticationError
    from tmdb_facade.errors import AuthorizationPendingError as AuthorizationPendingError
    from tmdb_facade.errors import BadRequestError as BadRequestError
    from tmdb_facade.errors import ClientClosedError as ClientClosedError
    from tmdb_facade.errors import ConflictError as ConflictError
    from tmdb_facade.errors import CredentialsError as CredentialsError
    from tmdb_facade.errors import DriftError as DriftError
    from tmdb_facade.errors import DriftWarning as DriftWarning
    from tmdb_facade.errors import InvalidAnswerError as InvalidAnswerError
    from tmdb_facade.errors import InvalidArgumentError as InvalidArgumentError
    from tmdb_facade.errors import LoginDeniedError as LoginDeniedError
    from tmdb_facade.errors import LoginError as LoginError
    from tmdb_facade.errors import LoginExpiredError as LoginExpiredError
    from tmdb_facade.errors import LoginTimeoutError as LoginTimeoutError
    from tmdb_facade.errors import LoginUnavailableError as LoginUnavailableError
    from tmdb_facade.errors import MissingBlockError as MissingBlockError
    from tmdb_facade.errors import MissingEpisodeOrderError as MissingEpisodeOrderError
    from tmdb_facade.errors import NotFoundError as NotFoundError
    from tmdb_facade.errors import OfflineError as OfflineError
    from tmdb_facade.errors import PermissionDeniedError as PermissionDeniedError
    from tmdb_facade.errors import RateLimitError as RateLimitError
    from tmdb_facade.errors import ServerError as ServerError
    from tmdb_facade.errors import SessionExpiredError as SessionExpiredError
    from tmdb_facade.errors import StalledListWarning as StalledListWarning
    from tmdb_facade.errors import StoreError as StoreError
    from tmdb_facade.errors import TMDBCode as TMDBCode
    from tmdb_facade.errors import TMDBError as TMDBError
    from tmdb_facade.errors import TruncationWarning as TruncationWarning
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__, "ATTRIBUTION")

#: The notice that TMDB's terms of use require in every product.
ATTRIBUTION = "This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB."
