"""Types for annotations that are neither models nor in `tmdb_facade` itself.

    from tmdb_facade.models import MovieDetails
    from tmdb_facade.types import MovieHasCredits, TimeWindow

    def cast(movie: MovieDetails[MovieHasCredits]) -> list[str]:
        return [member.name for member in movie.credits.cast]

    def trending(window: TimeWindow) -> None: ...

- The literal types of parameters: sort orders (`MovieSortBy`), windows (`TimeWindow`), kinds
  (`MediaKind`, `ImageKind`), sizes (`PosterSize`), `ReleaseType`, `TVStatus`, `TVType`, `Monetization` and so on.
- The blocks of details: `Append[MovieHasCredits]` is the type of `MovieAppend.CREDITS`, and `MovieBlock` is the base
  class of all blocks of a movie.
- `Model` and `Details`, the base classes of all models; `Page`, the attributes of every page; `JSONValue`, the type of
  free-form fields; `PartialDate`, a date of which TMDB knows only the year or month.
- The types of `call` and `call_raw`: `Endpoint`, `Operation`, `Request`, `Answer`.
- The arguments of the constructors, for functions that pass them on: `ClientOptions` and `AsyncClientOptions`.

The classes of the namespaces are in `tmdb_facade.resources`.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_bindings.append import *  # noqa: F403  (every block, and those to come)
    from tmdb_bindings.models import AccountSortBy as AccountSortBy
    from tmdb_bindings.models import ExternalSource as ExternalSource
    from tmdb_bindings.models import MediaKind as MediaKind
    from tmdb_bindings.models import MovieSortBy as MovieSortBy
    from tmdb_bindings.models import TimeWindow as TimeWindow
    from tmdb_bindings.models import TVSortBy as TVSortBy
    from tmdb_bindings.models import V4ListSortBy as V4ListSortBy
    from tmdb_bindings.runtime import Details as Details
    from tmdb_bindings.runtime import Endpoint as Endpoint
    from tmdb_bindings.runtime import JSONValue as JSONValue
    from tmdb_bindings.runtime import Model as Model
    from tmdb_bindings.runtime import OnDrift as OnDrift
    from tmdb_bindings.runtime import Operation as Operation
    from tmdb_bindings.runtime import PartialDate as PartialDate
    from tmdb_bindings.runtime import Request as Request
    from tmdb_facade._async.client_options import AsyncClientOptions as AsyncClientOptions
    from tmdb_facade._core.answer.answer import Answer as Answer
    from tmdb_facade._core.client.options import UNCHANGED as UNCHANGED
    from tmdb_facade._core.client.options import Offline as Offline
    from tmdb_facade._core.client.options import Unchanged as Unchanged
    from tmdb_facade._core.endpoint import Page as Page
    from tmdb_facade._core.images import BackdropSize as BackdropSize
    from tmdb_facade._core.images import ImageKind as ImageKind
    from tmdb_facade._core.images import LogoSize as LogoSize
    from tmdb_facade._core.images import PosterSize as PosterSize
    from tmdb_facade._core.images import ProfileSize as ProfileSize
    from tmdb_facade._core.images import StillSize as StillSize
    from tmdb_facade._core.lists.discover import Monetization as Monetization
    from tmdb_facade._core.lists.discover import ReleaseType as ReleaseType
    from tmdb_facade._core.lists.discover import TVStatus as TVStatus
    from tmdb_facade._core.lists.discover import TVType as TVType
    from tmdb_facade._core.signing_in.login_flow import ApiVersion as ApiVersion
    from tmdb_facade._runtime.engine_tasks import AsyncEngineName as AsyncEngineName
    from tmdb_facade._runtime.engine_threads import EngineName as EngineName
    from tmdb_facade._runtime.tasks import AsyncSessionHook as AsyncSessionHook
    from tmdb_facade._runtime.threads import SessionHook as SessionHook
    from tmdb_facade._sync.client_options import ClientOptions as ClientOptions
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__)
