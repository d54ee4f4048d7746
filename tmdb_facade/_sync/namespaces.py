# Made from tmdb_facade/_async/namespaces.py by `make sync`: edit that file, never this one.
"""The namespaces of the client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._sync.requester import Requester
    from tmdb_facade._sync.resources.account import AccountResource
    from tmdb_facade._sync.resources.auth import AuthResource
    from tmdb_facade._sync.resources.certifications import CertificationsResource
    from tmdb_facade._sync.resources.changes import ChangesResource
    from tmdb_facade._sync.resources.collections import CollectionsResource
    from tmdb_facade._sync.resources.companies import CompaniesResource
    from tmdb_facade._sync.resources.configuration import ConfigurationResource
    from tmdb_facade._sync.resources.credits import CreditsResource
    from tmdb_facade._sync.resources.discover import DiscoverResource
    from tmdb_facade._sync.resources.find import FindResource
    from tmdb_facade._sync.resources.genres import GenresResource
    from tmdb_facade._sync.resources.guest import GuestResource
    from tmdb_facade._sync.resources.images import ImagesResource
    from tmdb_facade._sync.resources.keywords import KeywordsResource
    from tmdb_facade._sync.resources.lists import ListsResource
    from tmdb_facade._sync.resources.movies import MoviesResource
    from tmdb_facade._sync.resources.networks import NetworksResource
    from tmdb_facade._sync.resources.people import PeopleResource
    from tmdb_facade._sync.resources.reviews import ReviewsResource
    from tmdb_facade._sync.resources.search import SearchResource
    from tmdb_facade._sync.resources.trending import TrendingResource
    from tmdb_facade._sync.resources.tv import TVResource
    from tmdb_facade._sync.resources.v4 import V4Resource
    from tmdb_facade._sync.resources.watch_providers import WatchProvidersResource


class Namespaces:
    """The namespaces. Each is imported and created on first use."""

    _requester: Requester

    @cached_property
    def account(self) -> AccountResource:
        """The user's account: favorites, watchlist, ratings and lists."""
        from tmdb_facade._sync.resources.account import AccountResource

        return AccountResource(self._requester)

    @cached_property
    def auth(self) -> AuthResource:
        """Request tokens, sessions and guest sessions of API version 3."""
        from tmdb_facade._sync.resources.auth import AuthResource

        return AuthResource(self._requester)

    @cached_property
    def certifications(self) -> CertificationsResource:
        """Age ratings by country."""
        from tmdb_facade._sync.resources.certifications import CertificationsResource

        return CertificationsResource(self._requester)

    @cached_property
    def changes(self) -> ChangesResource:
        """Recently changed movies, TV series and people."""
        from tmdb_facade._sync.resources.changes import ChangesResource

        return ChangesResource(self._requester)

    @cached_property
    def collections(self) -> CollectionsResource:
        """Collections of movies."""
        from tmdb_facade._sync.resources.collections import CollectionsResource

        return CollectionsResource(self._requester)

    @cached_property
    def companies(self) -> CompaniesResource:
        """Production companies."""
        from tmdb_facade._sync.resources.companies import CompaniesResource

        return CompaniesResource(self._requester)

    @cached_property
    def configuration(self) -> ConfigurationResource:
        """TMDB's configuration: image server, countries, languages, jobs and time zones."""
        from tmdb_facade._sync.resources.configuration import ConfigurationResource

        return ConfigurationResource(self._requester)

    @cached_property
    def credits(self) -> CreditsResource:
        """Credits of a person in a movie or TV series."""
        from tmdb_facade._sync.resources.credits import CreditsResource

        return CreditsResource(self._requester)

    @cached_property
    def discover(self) -> DiscoverResource:
        """Movies and TV series by filters."""
        from tmdb_facade._sync.resources.discover import DiscoverResource

        return DiscoverResource(self._requester)

    @cached_property
    def find(self) -> FindResource:
        """Movies, TV and people by external id."""
        from tmdb_facade._sync.resources.find import FindResource

        return FindResource(self._requester)

    @cached_property
    def genres(self) -> GenresResource:
        """Genres of movies and TV series."""
        from tmdb_facade._sync.resources.genres import GenresResource

        return GenresResource(self._requester)

    @cached_property
    def guest(self) -> GuestResource:
        """Ratings of a guest session."""
        from tmdb_facade._sync.resources.guest import GuestResource

        return GuestResource(self._requester)

    @cached_property
    def images(self) -> ImagesResource:
        """Image URLs and downloads."""
        from tmdb_facade._sync.resources.images import ImagesResource

        return ImagesResource(self._requester)

    @cached_property
    def keywords(self) -> KeywordsResource:
        """Keywords of movies and TV series."""
        from tmdb_facade._sync.resources.keywords import KeywordsResource

        return KeywordsResource(self._requester)

    @cached_property
    def lists(self) -> ListsResource:
        """Lists of movies (API version 3)."""
        from tmdb_facade._sync.resources.lists import ListsResource

        return ListsResource(self._requester)

    @cached_property
    def movies(self) -> MoviesResource:
        """Movies."""
        from tmdb_facade._sync.resources.movies import MoviesResource

        return MoviesResource(self._requester)

    @cached_property
    def networks(self) -> NetworksResource:
        """TV networks."""
        from tmdb_facade._sync.resources.networks import NetworksResource

        return NetworksResource(self._requester)

    @cached_property
    def people(self) -> PeopleResource:
        """People."""
        from tmdb_facade._sync.resources.people import PeopleResource

        return PeopleResource(self._requester)

    @cached_property
    def reviews(self) -> ReviewsResource:
        """Reviews."""
        from tmdb_facade._sync.resources.reviews import ReviewsResource

        return ReviewsResource(self._requester)

    @cached_property
    def search(self) -> SearchResource:
        """Search by text."""
        from tmdb_facade._sync.resources.search import SearchResource

        return SearchResource(self._requester)

    @cached_property
    def trending(self) -> TrendingResource:
        """Trending movies, TV series and people."""
        from tmdb_facade._sync.resources.trending import TrendingResource

        return TrendingResource(self._requester)

    @cached_property
    def tv(self) -> TVResource:
        """TV series, their seasons and episodes."""
        from tmdb_facade._sync.resources.tv import TVResource

        return TVResource(self._requester)

    @cached_property
    def v4(self) -> V4Resource:
        """API version 4: user access tokens, accounts, and lists of movies and TV series."""
        from tmdb_facade._sync.resources.v4 import V4Resource

        return V4Resource(self._requester)

    @cached_property
    def watch_providers(self) -> WatchProvidersResource:
        """Watch providers for movies and TV."""
        from tmdb_facade._sync.resources.watch_providers import WatchProvidersResource

        return WatchProvidersResource(self._requester)
