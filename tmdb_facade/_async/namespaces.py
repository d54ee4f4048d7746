"""The namespaces of the client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._async.resources.account import AsyncAccountResource
    from tmdb_facade._async.resources.auth import AsyncAuthResource
    from tmdb_facade._async.resources.certifications import AsyncCertificationsResource
    from tmdb_facade._async.resources.changes import AsyncChangesResource
    from tmdb_facade._async.resources.collections import AsyncCollectionsResource
    from tmdb_facade._async.resources.companies import AsyncCompaniesResource
    from tmdb_facade._async.resources.configuration import AsyncConfigurationResource
    from tmdb_facade._async.resources.credits import AsyncCreditsResource
    from tmdb_facade._async.resources.discover import AsyncDiscoverResource
    from tmdb_facade._async.resources.find import AsyncFindResource
    from tmdb_facade._async.resources.genres import AsyncGenresResource
    from tmdb_facade._async.resources.guest import AsyncGuestResource
    from tmdb_facade._async.resources.images import AsyncImagesResource
    from tmdb_facade._async.resources.keywords import AsyncKeywordsResource
    from tmdb_facade._async.resources.lists import AsyncListsResource
    from tmdb_facade._async.resources.movies import AsyncMoviesResource
    from tmdb_facade._async.resources.networks import AsyncNetworksResource
    from tmdb_facade._async.resources.people import AsyncPeopleResource
    from tmdb_facade._async.resources.reviews import AsyncReviewsResource
    from tmdb_facade._async.resources.search import AsyncSearchResource
    from tmdb_facade._async.resources.trending import AsyncTrendingResource
    from tmdb_facade._async.resources.tv import AsyncTVResource
    from tmdb_facade._async.resources.v4 import AsyncV4Resource
    from tmdb_facade._async.resources.watch_providers import AsyncWatchProvidersResource


class AsyncNamespaces:
    """The namespaces. Each is imported and created on first use."""

    _requester: AsyncRequester

    @cached_property
    def account(self) -> AsyncAccountResource:
        """The user's account: favorites, watchlist, ratings and lists."""
        from tmdb_facade._async.resources.account import AsyncAccountResource

        return AsyncAccountResource(self._requester)

    @cached_property
    def auth(self) -> AsyncAuthResource:
        """Request tokens, sessions and guest sessions of API version 3."""
        from tmdb_facade._async.resources.auth import AsyncAuthResource

        return AsyncAuthResource(self._requester)

    @cached_property
    def certifications(self) -> AsyncCertificationsResource:
        """Age ratings by country."""
        from tmdb_facade._async.resources.certifications import AsyncCertificationsResource

        return AsyncCertificationsResource(self._requester)

    @cached_property
    def changes(self) -> AsyncChangesResource:
        """Recently changed movies, TV series and people."""
        from tmdb_facade._async.resources.changes import AsyncChangesResource

        return AsyncChangesResource(self._requester)

    @cached_property
    def collections(self) -> AsyncCollectionsResource:
        """Collections of movies."""
        from tmdb_facade._async.resources.collections import AsyncCollectionsResource

        return AsyncCollectionsResource(self._requester)

    @cached_property
    def companies(self) -> AsyncCompaniesResource:
        """Production companies."""
        from tmdb_facade._async.resources.companies import AsyncCompaniesResource

        return AsyncCompaniesResource(self._requester)

    @cached_property
    def configuration(self) -> AsyncConfigurationResource:
        """TMDB's configuration: image server, countries, languages, jobs and time zones."""
        from tmdb_facade._async.resources.configuration import AsyncConfigurationResource

        return AsyncConfigurationResource(self._requester)

    @cached_property
    def credits(self) -> AsyncCreditsResource:
        """Credits of a person in a movie or TV series."""
        from tmdb_facade._async.resources.credits import AsyncCreditsResource

        return AsyncCreditsResource(self._requester)

    @cached_property
    def discover(self) -> AsyncDiscoverResource:
        """Movies and TV series by filters."""
        from tmdb_facade._async.resources.discover import AsyncDiscoverResource

        return AsyncDiscoverResource(self._requester)

    @cached_property
    def find(self) -> AsyncFindResource:
        """Movies, TV and people by external id."""
        from tmdb_facade._async.resources.find import AsyncFindResource

        return AsyncFindResource(self._requester)

    @cached_property
    def genres(self) -> AsyncGenresResource:
        """Genres of movies and TV series."""
        from tmdb_facade._async.resources.genres import AsyncGenresResource

        return AsyncGenresResource(self._requester)

    @cached_property
    def guest(self) -> AsyncGuestResource:
        """Ratings of a guest session."""
        from tmdb_facade._async.resources.guest import AsyncGuestResource

        return AsyncGuestResource(self._requester)

    @cached_property
    def images(self) -> AsyncImagesResource:
        """Image URLs and downloads."""
        from tmdb_facade._async.resources.images import AsyncImagesResource

        return AsyncImagesResource(self._requester)

    @cached_property
    def keywords(self) -> AsyncKeywordsResource:
        """Keywords of movies and TV series."""
        from tmdb_facade._async.resources.keywords import AsyncKeywordsResource

        return AsyncKeywordsResource(self._requester)

    @cached_property
    def lists(self) -> AsyncListsResource:
        """Lists of movies (API version 3)."""
        from tmdb_facade._async.resources.lists import AsyncListsResource

        return AsyncListsResource(self._requester)

    @cached_property
    def movies(self) -> AsyncMoviesResource:
        """Movies."""
        from tmdb_facade._async.resources.movies import AsyncMoviesResource

        return AsyncMoviesResource(self._requester)

    @cached_property
    def networks(self) -> AsyncNetworksResource:
        """TV networks."""
        from tmdb_facade._async.resources.networks import AsyncNetworksResource

        return AsyncNetworksResource(self._requester)

    @cached_property
    def people(self) -> AsyncPeopleResource:
        """People."""
        from tmdb_facade._async.resources.people import AsyncPeopleResource

        return AsyncPeopleResource(self._requester)

    @cached_property
    def reviews(self) -> AsyncReviewsResource:
        """Reviews."""
        from tmdb_facade._async.resources.reviews import AsyncReviewsResource

        return AsyncReviewsResource(self._requester)

    @cached_property
    def search(self) -> AsyncSearchResource:
        """Search by text."""
        from tmdb_facade._async.resources.search import AsyncSearchResource

        return AsyncSearchResource(self._requester)

    @cached_property
    def trending(self) -> AsyncTrendingResource:
        """Trending movies, TV series and people."""
        from tmdb_facade._async.resources.trending import AsyncTrendingResource

        return AsyncTrendingResource(self._requester)

    @cached_property
    def tv(self) -> AsyncTVResource:
        """TV series, their seasons and episodes."""
        from tmdb_facade._async.resources.tv import AsyncTVResource

        return AsyncTVResource(self._requester)

    @cached_property
    def v4(self) -> AsyncV4Resource:
        """API version 4: user access tokens, accounts, and lists of movies and TV series."""
        from tmdb_facade._async.resources.v4 import AsyncV4Resource

        return AsyncV4Resource(self._requester)

    @cached_property
    def watch_providers(self) -> AsyncWatchProvidersResource:
        """Watch providers for movies and TV."""
        from tmdb_facade._async.resources.watch_providers import AsyncWatchProvidersResource

        return AsyncWatchProvidersResource(self._requester)
