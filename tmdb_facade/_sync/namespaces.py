# Made from tmdb_facade/_async/namespaces.py by `make sync`: edit that file, never this one.
"""The namespaces of the client."""

from __future__ import annotations

from functools import cached_property

from tmdb_facade import resources
from tmdb_facade._sync.requester import Requester


class Namespaces:
    """The namespaces. Each is imported and created on first use."""

    _requester: Requester

    @cached_property
    def account(self) -> resources.AccountResource:
        """The user's account: favorites, watchlist, ratings and lists."""
        return resources.AccountResource(self._requester)

    @cached_property
    def auth(self) -> resources.AuthResource:
        """Request tokens, sessions and guest sessions of API version 3."""
        return resources.AuthResource(self._requester)

    @cached_property
    def certifications(self) -> resources.CertificationsResource:
        """Age ratings by country."""
        return resources.CertificationsResource(self._requester)

    @cached_property
    def changes(self) -> resources.ChangesResource:
        """Recently changed movies, TV series and people."""
        return resources.ChangesResource(self._requester)

    @cached_property
    def collections(self) -> resources.CollectionsResource:
        """Collections of movies."""
        return resources.CollectionsResource(self._requester)

    @cached_property
    def companies(self) -> resources.CompaniesResource:
        """Production companies."""
        return resources.CompaniesResource(self._requester)

    @cached_property
    def configuration(self) -> resources.ConfigurationResource:
        """TMDB's configuration: image server, countries, languages, jobs and time zones."""
        return resources.ConfigurationResource(self._requester)

    @cached_property
    def credits(self) -> resources.CreditsResource:
        """Credits of a person in a movie or TV series."""
        return resources.CreditsResource(self._requester)

    @cached_property
    def discover(self) -> resources.DiscoverResource:
        """Movies and TV series by filters."""
        return resources.DiscoverResource(self._requester)

    @cached_property
    def find(self) -> resources.FindResource:
        """Movies, TV and people by external id."""
        return resources.FindResource(self._requester)

    @cached_property
    def genres(self) -> resources.GenresResource:
        """Genres of movies and TV series."""
        return resources.GenresResource(self._requester)

    @cached_property
    def guest(self) -> resources.GuestResource:
        """Ratings of a guest session."""
        return resources.GuestResource(self._requester)

    @cached_property
    def images(self) -> resources.ImagesResource:
        """Image URLs and downloads."""
        return resources.ImagesResource(self._requester)

    @cached_property
    def keywords(self) -> resources.KeywordsResource:
        """Keywords of movies and TV series."""
        return resources.KeywordsResource(self._requester)

    @cached_property
    def lists(self) -> resources.ListsResource:
        """Lists of movies (API version 3)."""
        return resources.ListsResource(self._requester)

    @cached_property
    def movies(self) -> resources.MoviesResource:
        """Movies."""
        return resources.MoviesResource(self._requester)

    @cached_property
    def networks(self) -> resources.NetworksResource:
        """TV networks."""
        return resources.NetworksResource(self._requester)

    @cached_property
    def people(self) -> resources.PeopleResource:
        """People."""
        return resources.PeopleResource(self._requester)

    @cached_property
    def reviews(self) -> resources.ReviewsResource:
        """Reviews."""
        return resources.ReviewsResource(self._requester)

    @cached_property
    def search(self) -> resources.SearchResource:
        """Search by text."""
        return resources.SearchResource(self._requester)

    @cached_property
    def trending(self) -> resources.TrendingResource:
        """Trending movies, TV series and people."""
        return resources.TrendingResource(self._requester)

    @cached_property
    def tv(self) -> resources.TVResource:
        """TV series, their seasons and episodes."""
        return resources.TVResource(self._requester)

    @cached_property
    def v4(self) -> resources.V4Resource:
        """API version 4: user access tokens, accounts, and lists of movies and TV series."""
        return resources.V4Resource(self._requester)

    @cached_property
    def watch_providers(self) -> resources.WatchProvidersResource:
        """Watch providers for movies and TV."""
        return resources.WatchProvidersResource(self._requester)
