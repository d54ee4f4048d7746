"""Types for annotations that are neither models nor in `tmdb_facade` itself.

    from tmdb_facade.models import MovieDetails
    from tmdb_facade.types import MovieHasCredits, TimeWindow

    def cast(movie: MovieDetails[MovieHasCredits]) -> list[str]:
        return [member.name for member in movie.credits.cast]

    def trending(window: TimeWindow) -> None: ...

- The literal types of parameters: sort orders (`MovieSortBy`), windows (`TimeWindow`), `ExternalSource`, `Monetization`.
- The words and codes of answers, which are enums: `ReleaseType.DIGITAL`, `TVStatus`, `Gender`, `Department`, `PosterSize`
  and so on. Members have a `label`, and equal the value that TMDB sends. A value that TMDB has added since is kept; its
  `is_known` is false. The base classes are `OpenStrEnum` and `OpenIntEnum`.
- The types of parameters that take a member of such an enum or its value: `ReleaseTypeLike`, `TVStatusLike`,
  `MediaKindLike`, `PosterSizeLike` and so on.
- The blocks of details: `Append[MovieHasCredits]` is the type of `MovieAppend.CREDITS`, and `MovieBlock` is the base
  class of all blocks of a movie.
- `CountryCertification`, the certification of a country in release dates and content ratings; `OrderedEpisode`, the place of
  an episode in an `EpisodeOrder`.
- The types of `call`, `call_raw` and `request`: `Endpoint`, `Operation`, `Request`, `Answer`, `HTTPMethod`, and
  `QueryValue`, a value of a parameter under TMDB's own name.
- `Match` and `MatchReason`, the result of `tmdb.search.match_movie` and `match_tv`.
- The types of `details_many`: `DetailsResult[int, MovieDetails]`, which is a `DetailsSuccess` or a `DetailsFailure`;
  `ManyDetails` and `AsyncManyDetails`, the iterables of them; `Ids` and `AsyncIds`, what they accept.
- `Model` and `Details`, the base classes of all models; `Translated`, the base class of rows with a title and overview;
  `Page`, the attributes of every page; `JSONValue`, the type of free-form fields; `PartialDate`, a date of which TMDB
  knows only the year or month.
- `Title`, the attributes that movies and TV series share, in lists as in details.
- The arguments of the constructors, for functions that pass them on: `ClientOptions` and `AsyncClientOptions`.

The classes of the namespaces are in `tmdb_facade.resources`.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_bindings.append import *  # noqa: F403  (every block, and those to come)
    from tmdb_bindings.models import AccountSortBy as AccountSortBy
    from tmdb_bindings.models import BackdropSize as BackdropSize
    from tmdb_bindings.models import ChangeAction as ChangeAction
    from tmdb_bindings.models import CreditType as CreditType
    from tmdb_bindings.models import Department as Department
    from tmdb_bindings.models import EpisodeGroupType as EpisodeGroupType
    from tmdb_bindings.models import EpisodeType as EpisodeType
    from tmdb_bindings.models import ExternalSource as ExternalSource
    from tmdb_bindings.models import Gender as Gender
    from tmdb_bindings.models import ImageKind as ImageKind
    from tmdb_bindings.models import LogoFileType as LogoFileType
    from tmdb_bindings.models import LogoSize as LogoSize
    from tmdb_bindings.models import MediaKind as MediaKind
    from tmdb_bindings.models import MediaKindLike as MediaKindLike
    from tmdb_bindings.models import MovieSortBy as MovieSortBy
    from tmdb_bindings.models import MovieStatus as MovieStatus
    from tmdb_bindings.models import PosterSize as PosterSize
    from tmdb_bindings.models import ProfileSize as ProfileSize
    from tmdb_bindings.models import ReleaseType as ReleaseType
    from tmdb_bindings.models import StillSize as StillSize
    from tmdb_bindings.models import TimeWindow as TimeWindow
    from tmdb_bindings.models import TVSortBy as TVSortBy
    from tmdb_bindings.models import TVStatus as TVStatus
    from tmdb_bindings.models import TVType as TVType
    from tmdb_bindings.models import V4ListSortBy as V4ListSortBy
    from tmdb_bindings.models import V4ListSortByLike as V4ListSortByLike
    from tmdb_bindings.models import VideoSite as VideoSite
    from tmdb_bindings.models import VideoType as VideoType
    from tmdb_bindings.runtime import CountryCertification as CountryCertification
    from tmdb_bindings.runtime import Details as Details
    from tmdb_bindings.runtime import Endpoint as Endpoint
    from tmdb_bindings.runtime import JSONValue as JSONValue
    from tmdb_bindings.runtime import Model as Model
    from tmdb_bindings.runtime import OnDrift as OnDrift
    from tmdb_bindings.runtime import OpenIntEnum as OpenIntEnum
    from tmdb_bindings.runtime import OpenStrEnum as OpenStrEnum
    from tmdb_bindings.runtime import Operation as Operation
    from tmdb_bindings.runtime import PartialDate as PartialDate
    from tmdb_bindings.runtime import Request as Request
    from tmdb_bindings.runtime import Title as Title
    from tmdb_bindings.runtime import Translated as Translated
    from tmdb_facade._async.client_options import AsyncClientOptions as AsyncClientOptions
    from tmdb_facade._async.many import AsyncManyDetails as AsyncManyDetails
    from tmdb_facade._core.answer.answer import Answer as Answer
    from tmdb_facade._core.client.options import UNCHANGED as UNCHANGED
    from tmdb_facade._core.client.options import Offline as Offline
    from tmdb_facade._core.client.options import Unchanged as Unchanged
    from tmdb_facade._core.endpoint import Page as Page
    from tmdb_facade._core.episode_order import OrderedEpisode as OrderedEpisode
    from tmdb_facade._core.lists.discover import Monetization as Monetization
    from tmdb_facade._core.lists.results import DetailsFailure as DetailsFailure
    from tmdb_facade._core.lists.results import DetailsResult as DetailsResult
    from tmdb_facade._core.lists.results import DetailsSuccess as DetailsSuccess
    from tmdb_facade._core.matching.matching import Match as Match
    from tmdb_facade._core.matching.scoring import MatchReason as MatchReason
    from tmdb_facade._core.request.append import AllSeasons as AllSeasons
    from tmdb_facade._core.request.choices import BackdropSizeLike as BackdropSizeLike
    from tmdb_facade._core.request.choices import EpisodeGroupTypeLike as EpisodeGroupTypeLike
    from tmdb_facade._core.request.choices import ImageKindLike as ImageKindLike
    from tmdb_facade._core.request.choices import LogoSizeLike as LogoSizeLike
    from tmdb_facade._core.request.choices import PosterSizeLike as PosterSizeLike
    from tmdb_facade._core.request.choices import ProfileSizeLike as ProfileSizeLike
    from tmdb_facade._core.request.choices import ReleaseTypeLike as ReleaseTypeLike
    from tmdb_facade._core.request.choices import StillSizeLike as StillSizeLike
    from tmdb_facade._core.request.choices import TVStatusLike as TVStatusLike
    from tmdb_facade._core.request.choices import TVTypeLike as TVTypeLike
    from tmdb_facade._core.request.extras import QueryValue as QueryValue
    from tmdb_facade._core.request.own_paths import HTTPMethod as HTTPMethod
    from tmdb_facade._core.signing_in.login_flow import ApiVersion as ApiVersion
    from tmdb_facade._runtime.engine_tasks import AsyncEngineName as AsyncEngineName
    from tmdb_facade._runtime.engine_threads import EngineName as EngineName
    from tmdb_facade._runtime.hook_tasks import AsyncSessionHook as AsyncSessionHook
    from tmdb_facade._runtime.hook_threads import SessionHook as SessionHook
    from tmdb_facade._runtime.many_tasks import AsyncIds as AsyncIds
    from tmdb_facade._runtime.many_threads import Ids as Ids
    from tmdb_facade._sync.client_options import ClientOptions as ClientOptions
    from tmdb_facade._sync.many import ManyDetails as ManyDetails
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__)
