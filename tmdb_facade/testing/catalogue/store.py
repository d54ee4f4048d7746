"""A catalogue in memory: records by id, and data derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from .credits import Credit, credits_of_all
from .episodes import LocatedEpisode, complete_episodes
from .pictures import Picture, pictures_of
from .records import Episode, Movie, Person, Review, Season, Series
from .reference import (
    CatalogueList,
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
)
from .search_words import Words, names_words, title_words


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Identified)


class Catalogue:
    """The immutable data of an embedded TMDB; servers can share it.

    Movies, series and people are sorted by popularity, since most lists have that order.
    """

    def __init__(
        self,
        *,
        configuration: Configuration,
        movies: Iterable[Movie] = (),
        series: Iterable[Series] = (),
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
        lists: Iterable[CatalogueList] = (),
    ) -> None:
        self.configuration = configuration
        self.movies: Mapping[int, Movie] = _by_id(sorted(movies, key=_most_popular_first))
        self.series: Mapping[int, Series] = _by_id(sorted(series, key=_most_popular_first))
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
        self.lists: Mapping[int, CatalogueList] = _by_id(lists)

    def __repr__(self) -> str:
        """Return the number of records."""
        return f"<Catalogue of {len(self.movies)} movies, {len(self.series)} series, {len(self.people)} people>"

    def extended(
        self,
        *,
        movies: Iterable[Movie] = (),
        series: Iterable[Series] = (),
        people: Iterable[Person] = (),
        collections: Iterable[Collection] = (),
        companies: Iterable[Company] = (),
        networks: Iterable[Company] = (),
        keywords: Iterable[Named] = (),
        genres: Iterable[Genre] = (),
        lists: Iterable[CatalogueList] = (),
    ) -> Catalogue:
        """Return a catalogue with more records. A record replaces one with the same id."""
        return Catalogue(
            configuration=self.configuration,
            movies={**self.movies, **_by_id(movies)}.values(),
            series={**self.series, **_by_id(series)}.values(),
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
        """Movies by IMDb id, such as `tt0137523`."""
        return {movie.imdb_id: movie for movie in self.movies.values() if movie.imdb_id}

    @cached_property
    def seasons(self) -> Mapping[int, tuple[Series, Season]]:
        """Seasons by id, with their series."""
        return {season.id: (series, season) for series in self.series.values() for season in series.seasons}

    @cached_property
    def episodes(self) -> Mapping[int, tuple[Episode, ...]]:
        """All episodes of each season, by the season's id."""
        return {season.id: complete_episodes(season) for _, season in self.seasons.values()}

    @cached_property
    def episodes_by_id(self) -> Mapping[int, LocatedEpisode]:
        """Episodes by id, with their series and season."""
        return {
            episode.id: LocatedEpisode(series, season, episode)
            for series, season in self.seasons.values()
            for episode in self.episodes[season.id]
        }

    @cached_property
    def credits_of(self) -> Mapping[int, tuple[Credit, ...]]:
        """Credits of movies and series by person."""
        return credits_of_all(self.people, all_titles(self), self.episodes)

    @cached_property
    def credits_by_id(self) -> Mapping[str, Credit]:
        """Credits by id."""
        return {entry.credit.credit_id: entry for credits in self.credits_of.values() for entry in credits}

    @cached_property
    def reviews(self) -> Mapping[str, tuple[Movie | Series, Review]]:
        """Reviews by id, with their movie or series."""
        return {review.id: (title, review) for title in all_titles(self) for review in title.reviews}

    @cached_property
    def last_edited(self) -> date | None:
        """The day of the last edit, if there is any."""
        changes = (change for record in (*all_titles(self), *self.people.values()) for change in record.all_changes)
        return max((item.day for change in changes for item in change.items), default=None)

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        """What the image of each path shows."""
        return pictures_of(self)

    @cached_property
    def movie_words(self) -> Mapping[int, tuple[Words, ...]]:
        """Search words of movies: original, translated and alternative titles."""
        return {movie.id: title_words(movie.original_title, movie) for movie in self.movies.values()}

    @cached_property
    def series_words(self) -> Mapping[int, tuple[Words, ...]]:
        """Search words of series: original, translated and alternative names."""
        return {series.id: title_words(series.original_name, series) for series in self.series.values()}

    @cached_property
    def person_words(self) -> Mapping[int, tuple[Words, ...]]:
        """Search words of people: all their names."""
        return {
            person.id: names_words(person.name, person.original_name, *person.also_known_as)
            for person in self.people.values()
        }


def all_titles(catalogue: Catalogue) -> list[Movie | Series]:
    """Return the movies, then the series."""
    return [*catalogue.movies.values(), *catalogue.series.values()]


def _by_id(records: Iterable[R]) -> Mapping[int, R]:
    return {record.id: record for record in records}


def _most_popular_first(record: Movie | Series | Person) -> tuple[float, int]:
    return -record.popularity, record.id
