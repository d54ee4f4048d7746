"""The classes of the namespaces, for annotations.

    from tmdb_facade.resources import MoviesResource

    def titles(movies: MoviesResource) -> list[str]:
        return [movie.title for movie in movies.popular().limit(20)]

The classes of `AsyncTMDB` have the prefix `Async`.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_facade._async.resources.account import AsyncAccountResource as AsyncAccountResource
    from tmdb_facade._async.resources.auth import AsyncAuthResource as AsyncAuthResource
    from tmdb_facade._async.resources.certifications import AsyncCertificationsResource as AsyncCertificationsResource
    from tmdb_facade._async.resources.changes import AsyncChangesResource as AsyncChangesResource
    from tmdb_facade._async.resources.collections import AsyncCollectionsResource as AsyncCollectionsResource
    from tmdb_facade._async.resources.companies import AsyncCompaniesResource as AsyncCompaniesResource
    from tmdb_facade._async.resources.configuration import AsyncConfigurationResource as AsyncConfigurationResource
    from tmdb_facade._async.resources.credits import AsyncCreditsResource as AsyncCreditsResource
    from tmdb_facade._async.resources.discover import AsyncDiscoverResource as AsyncDiscoverResource
    from tmdb_facade._async.resources.find import AsyncFindResource as AsyncFindResource
    from tmdb_facade._async.resources.genres import AsyncGenresResource as AsyncGenresResource
    from tmdb_facade._async.resources.guest import AsyncGuestResource as AsyncGuestResource
    from tmdb_facade._async.resources.images import AsyncImagesResource as AsyncImagesResource
    from tmdb_facade._async.resources.keywords import AsyncKeywordsResource as AsyncKeywordsResource
    from tmdb_facade._async.resources.lists import AsyncListsResource as AsyncListsResource
    from tmdb_facade._async.resources.movies import AsyncMoviesResource as AsyncMoviesResource
    from tmdb_facade._async.resources.networks import AsyncNetworksResource as AsyncNetworksResource
    from tmdb_facade._async.resources.people import AsyncPeopleResource as AsyncPeopleResource
    from tmdb_facade._async.resources.reviews import AsyncReviewsResource as AsyncReviewsResource
    from tmdb_facade._async.resources.search import AsyncSearchResource as AsyncSearchResource
    from tmdb_facade._async.resources.trending import AsyncTrendingResource as AsyncTrendingResource
    from tmdb_facade._async.resources.tv import AsyncTVResource as AsyncTVResource
    from tmdb_facade._async.resources.tv_episode_groups import (
        AsyncTVEpisodeGroupsResource as AsyncTVEpisodeGroupsResource,
    )
    from tmdb_facade._async.resources.tv_episodes import AsyncTVEpisodesResource as AsyncTVEpisodesResource
    from tmdb_facade._async.resources.tv_seasons import AsyncTVSeasonsResource as AsyncTVSeasonsResource
    from tmdb_facade._async.resources.v4 import AsyncV4Resource as AsyncV4Resource
    from tmdb_facade._async.resources.v4_account import AsyncV4AccountResource as AsyncV4AccountResource
    from tmdb_facade._async.resources.v4_auth import AsyncV4AuthResource as AsyncV4AuthResource
    from tmdb_facade._async.resources.v4_lists import AsyncV4ListsResource as AsyncV4ListsResource
    from tmdb_facade._async.resources.watch_providers import AsyncWatchProvidersResource as AsyncWatchProvidersResource
    from tmdb_facade._sync.resources.account import AccountResource as AccountResource
    from tmdb_facade._sync.resources.auth import AuthResource as AuthResource
    from tmdb_facade._sync.resources.certifications import CertificationsResource as CertificationsResource
    from tmdb_facade._sync.resources.changes import ChangesResource as ChangesResource
    from tmdb_facade._sync.resources.collections import CollectionsResource as CollectionsResource
    from tmdb_facade._sync.resources.companies import CompaniesResource as CompaniesResource
    from tmdb_facade._sync.resources.configuration import ConfigurationResource as ConfigurationResource
    from tmdb_facade._sync.resources.credits import CreditsResource as CreditsResource
    from tmdb_facade._sync.resources.discover import DiscoverResource as DiscoverResource
    from tmdb_facade._sync.resources.find import FindResource as FindResource
    from tmdb_facade._sync.resources.genres import GenresResource as GenresResource
    from tmdb_facade._sync.resources.guest import GuestResource as GuestResource
    from tmdb_facade._sync.resources.images import ImagesResource as ImagesResource
    from tmdb_facade._sync.resources.keywords import KeywordsResource as KeywordsResource
    from tmdb_facade._sync.resources.lists import ListsResource as ListsResource
    from tmdb_facade._sync.resources.movies import MoviesResource as MoviesResource
    from tmdb_facade._sync.resources.networks import NetworksResource as NetworksResource
    from tmdb_facade._sync.resources.people import PeopleResource as PeopleResource
    from tmdb_facade._sync.resources.reviews import ReviewsResource as ReviewsResource
    from tmdb_facade._sync.resources.search import SearchResource as SearchResource
    from tmdb_facade._sync.resources.trending import TrendingResource as TrendingResource
    from tmdb_facade._sync.resources.tv import TVResource as TVResource
    from tmdb_facade._sync.resources.tv_episode_groups import TVEpisodeGroupsResource as TVEpisodeGroupsResource
    from tmdb_facade._sync.resources.tv_episodes import TVEpisodesResource as TVEpisodesResource
    from tmdb_facade._sync.resources.tv_seasons import TVSeasonsResource as TVSeasonsResource
    from tmdb_facade._sync.resources.v4 import V4Resource as V4Resource
    from tmdb_facade._sync.resources.v4_account import V4AccountResource as V4AccountResource
    from tmdb_facade._sync.resources.v4_auth import V4AuthResource as V4AuthResource
    from tmdb_facade._sync.resources.v4_lists import V4ListsResource as V4ListsResource
    from tmdb_facade._sync.resources.watch_providers import WatchProvidersResource as WatchProvidersResource
else:
    from tmdb_facade import _lazy

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__)
