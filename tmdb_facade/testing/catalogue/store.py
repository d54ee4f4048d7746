"""A catalogue in memory: its records by id, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from .credits import Credit, credits_of_all
from .episodes import Place, complete_episodes
from .records import Episode, Movie, Person, Review, Season, Show
from .reference import (
    Certification,
    Collection,
    Company,
    Configuration,
    Country,
    Department,
    Genre,
    Language,
    Named,
    Provider,
    UserList,
)
from .words import Words, words_of


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Identified)


class Catalogue:
    """What the embedded TMDB knows; nothing in it changes, so servers can share one.

    Films, series and people are kept by popularity, most popular first, since that is the order of most lists.
    """

    def __init__(
        self,
        *,
        configuration: Configuration,
        movies: Iterable[Movie] = (),
        shows: Iterable[Show] = (),
        people: Iterable[Person] = (),
        collections: Iterable[Collection] = (),
        companies: Iterable[Company] = (),
        networks: Iterable[Company] = (),
        keywords: Iterable[Named] = (),
        genres: Iterable[Genre] = (),
        providers: Iterable[Provider] = (),
        countries: Iterable[Country] = (),
        languages: Iterable[Language] = (),
        certifications: Iterable[Certification] = (),
        departments: Iterable[Department] = (),
        lists: Iterable[UserList] = (),
    ) -> None:
        self.configuration = configuration
        self.movies: Mapping[int, Movie] = _by_id(sorted(movies, key=_most_popular_first))
        self.shows: Mapping[int, Show] = _by_id(sorted(shows, key=_most_popular_first))
        self.people: Mapping[int, Person] = _by_id(sorted(people, key=_most_popular_first))
        self.collections: Mapping[int, Collection] = _by_id(collections)
        self.companies: Mapping[int, Company] = _by_id(companies)
        self.networks: Mapping[int, Company] = _by_id(networks)
        self.keywords: Mapping[int, Named] = _by_id(keywords)
        self.genres: Mapping[int, Genre] = _by_id(genres)
        self.providers: Mapping[int, Provider] = _by_id(providers)
        self.countries: Mapping[str, Country] = {country.code: country for country in countries}
        self.languages: Mapping[str, Language] = {language.code: language for language in languages}
        self.certifications: tuple[Certification, ...] = tuple(certifications)
        self.departments: tuple[Department, ...] = tuple(departments)
        self.lists: Mapping[int, UserList] = _by_id(lists)

    def __repr__(self) -> str:
        """Say how much it holds."""
        return f"<Catalogue of {len(self.movies)} films, {len(self.shows)} series, {len(self.people)} people>"

    def extended(
        self,
        *,
        movies: Iterable[Movie] = (),
        shows: Iterable[Show] = (),
        people: Iterable[Person] = (),
        collections: Iterable[Collection] = (),
        companies: Iterable[Company] = (),
        networks: Iterable[Company] = (),
        keywords: Iterable[Named] = (),
        genres: Iterable[Genre] = (),
        lists: Iterable[UserList] = (),
    ) -> Catalogue:
        """Return a catalogue with more in it; a record takes the place of one with the same id."""
        return Catalogue(
            configuration=self.configuration,
            movies={**self.movies, **_by_id(movies)}.values(),
            shows={**self.shows, **_by_id(shows)}.values(),
            people={**self.people, **_by_id(people)}.values(),
            collections={**self.collections, **_by_id(collections)}.values(),
            companies={**self.companies, **_by_id(companies)}.values(),
            networks={**self.networks, **_by_id(networks)}.values(),
            keywords={**self.keywords, **_by_id(keywords)}.values(),
            genres={**self.genres, **_by_id(genres)}.values(),
            lists={**self.lists, **_by_id(lists)}.values(),
            providers=self.providers.values(),
            countries=self.countries.values(),
            languages=self.languages.values(),
            certifications=self.certifications,
            departments=self.departments,
        )

    @cached_property
    def timezones(self) -> frozenset[str]:
        """The time zones of all countries."""
        return frozenset(zone for country in self.countries.values() for zone in country.zones)

    @cached_property
    def movies_by_imdb_id(self) -> Mapping[str, Movie]:
        """Films by their IMDb id, as in `tt0137523`."""
        return {movie.imdb_id: movie for movie in self.movies.values() if movie.imdb_id}

    @cached_property
    def seasons(self) -> Mapping[int, tuple[Show, Season]]:
        """Seasons by their own id, with their series."""
        return {season.id: (show, season) for show in self.shows.values() for season in show.seasons}

    @cached_property
    def episodes(self) -> Mapping[int, tuple[Episode, ...]]:
        """All episodes of each season, by the season's own id."""
        return {season.id: complete_episodes(season) for _, season in self.seasons.values()}

    @cached_property
    def episode_places(self) -> Mapping[int, Place]:
        """Episodes by their own id, with their series and season."""
        return {
            episode.id: Place(show, season, episode)
            for show, season in self.seasons.values()
            for episode in self.episodes[season.id]
        }

    @cached_property
    def credits_of(self) -> Mapping[int, tuple[Credit, ...]]:
        """The credits of each person: the films' and series' own lists, read from the other side."""
        return credits_of_all(self.people, self.movies.values(), self.shows.values(), self.episodes)

    @cached_property
    def credits_by_id(self) -> Mapping[str, Credit]:
        """Credits by their own id."""
        return {held.credit.credit_id: held for credits in self.credits_of.values() for held in credits}

    @cached_property
    def reviews(self) -> Mapping[str, tuple[Movie | Show, Review]]:
        """Reviews by their own id, with what they are about."""
        titles: list[Movie | Show] = [*self.movies.values(), *self.shows.values()]
        return {review.id: (title, review) for title in titles for review in title.reviews}

    @cached_property
    def last_edited(self) -> date | None:
        """The last day on which something was edited, if anything was."""
        movies = (change for movie in self.movies.values() for change in movie.changes)
        shows = (change for show in self.shows.values() for change in show.all_changes)
        people = (change for person in self.people.values() for change in person.changes)
        return max((item.day for change in (*movies, *shows, *people) for item in change.items), default=None)

    @cached_property
    def movie_words(self) -> Mapping[int, tuple[Words, ...]]:
        """What films are found by: their titles in all languages, the original and the alternative ones."""
        return {movie.id: _title_words(movie.original_title, movie) for movie in self.movies.values()}

    @cached_property
    def show_words(self) -> Mapping[int, tuple[Words, ...]]:
        """What series are found by: their names in all languages, the original and the alternative ones."""
        return {show.id: _title_words(show.original_name, show) for show in self.shows.values()}

    @cached_property
    def person_words(self) -> Mapping[int, tuple[Words, ...]]:
        """What people are found by: all their names."""
        return {
            person.id: _names(person.name, person.original_name, *person.also_known_as)
            for person in self.people.values()
        }


def _title_words(original: str, title: Movie | Show) -> tuple[Words, ...]:
    translated = (text.title for text in title.translations)
    return _names(original, *translated, *(other.title for other in title.alternative_titles))


def _names(*names: str) -> tuple[Words, ...]:
    return tuple(words for words in (words_of(name) for name in dict.fromkeys(names)) if words)


def _by_id(records: Iterable[R]) -> Mapping[int, R]:
    return {record.id: record for record in records}


def _most_popular_first(record: Movie | Show | Person) -> tuple[float, int]:
    return -record.popularity, record.id
