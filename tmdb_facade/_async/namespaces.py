"""The namespaces of the client."""

from __future__ import annotations

from functools import cached_property

from tmdb_facade import resources
from tmdb_facade._async.requester import AsyncRequester


class AsyncNamespaces:
    """The namespaces. Each is imported and created on first use."""

    _requester: AsyncRequester

    @cached_property
    def account(self) -> resources.AsyncAccountResource:
        """The user's account: favorites, watchlist, ratings and lists."""
        return resources.AsyncAccountResource(self._requester)

    @cached_property
    def auth(self) -> resources.AsyncAuthResource:
        """Request tokens, sessions and guest sessions of API version 3."""
        return resources.AsyncAuthResource(self._requester)

    @cached_property
    def certifications(self) -> resources.AsyncCertificationsResource:
        """Age ratings by country."""
        return resources.AsyncCertificationsResource(self._requester)

    @cached_property
    def changes(self) -> resources.AsyncChangesResource:
        """Recently changed movies, TV series and people."""
        return resources.AsyncChangesResource(self._requester)

    @cached_property
    def collections(self) -> resources.AsyncCollectionsResource:
        """Collections of movies."""
        return resources.AsyncCollectionsResource(self._requester)

    @cached_property
    def companies(self) -> resources.AsyncCompaniesResource:
        """Production companies."""
        return resources.AsyncCompaniesResource(self._requester)

    @cached_property
    def configuration(self) -> resources.AsyncConfigurationResource:
        """TMDB's configuration: image server, countries, languages, jobs and time zones."""
        return resources.AsyncConfigurationResource(self._requester)

    @cached_property
    def credits(self) -> resources.AsyncCreditsResource:
        """Credits of a person in a movie or TV series."""
        return resources.AsyncCreditsResource(self._requester)

    @cached_property
    def discover(self) -> resources.AsyncDiscoverResource:
        """Movies and TV series by filters."""
        return resources.AsyncDiscoverResource(self._requester)

    @cached_property
    def find(self) -> resources.AsyncFindResource:
        """Movies, TV and people by external id."""
        return resources.AsyncFindResource(self._requester)

    @cached_property
    def genres(self) -> resources.AsyncGenresResource:
        """Genres of movies and TV series."""
        return resources.AsyncGenresResource(self._requester)

    @cached_property
    def guest(self) -> resources.AsyncGuestResource:
        """Ratings of a guest session."""
        return resources.AsyncGuestResource(self._requester)

    @cached_property
    def images(self) -> resources.AsyncImagesResource:
        """Image URLs and downloads."""
        return resources.AsyncImagesResource(self._requester)

    @cached_property
    def keywords(self) -> resources.AsyncKeywordsResource:
        """Keywords of movies and TV series."""
        return resources.AsyncKeywordsResource(self._requester)

    @cached_property
    def lists(self) -> resources.AsyncListsResource:
        """Lists of movies (API version 3)."""
        return resources.AsyncListsResource(self._requester)

    @cached_property
    def movies(self) -> resources.AsyncMoviesResource:
        """Movies."""
        return resources.AsyncMoviesResource(self._requester)

    @cached_property
    def networks(self) -> resources.AsyncNetworksResource:
        """TV networks."""
        return resources.AsyncNetworksResource(self._requester)

    @cached_property
    def people(self) -> resources.AsyncPeopleResource:
        """People."""
        return resources.AsyncPeopleResource(self._requester)

    @cached_property
    def reviews(self) -> resources.AsyncReviewsResource:
        """Reviews."""
        return resources.AsyncReviewsResource(self._requester)

    @cached_property
    def search(self) -> resources.AsyncSearchResource:
        """Search by text."""
        return resources.AsyncSearchResource(self._requester)

    @cached_property
    def trending(self) -> resources.AsyncTrendingResource:
        """Trending movies, TV series and people."""
        return resources.AsyncTrendingResource(self._requester)

    @cached_property
    def tv(self) -> resources.AsyncTVResource:
        """TV series, their seasons and episodes."""
        return resources.AsyncTVResource(self._requester)

    @cached_property
    def v4(self) -> resources.AsyncV4Resource:
        """API version 4: user access tokens, accounts, and lists of movies and TV series."""
        return resources.AsyncV4Resource(self._requester)

    @cached_property
    def watch_providers(self) -> resources.AsyncWatchProvidersResource:
        """Watch providers for movies and TV."""
        return resources.AsyncWatchProvidersResource(self._requester)
