"""The data of a catalogue: records by id, and what is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self

from .credits import Credit, credits_of_all
from .episodes import LocatedEpisode, complete_episodes
from .pictures import Picture, pictures_of
from .record_maps import Records, by_code, by_id, most_popular_first
from .records import Edited, Episode, Movie, Person, Review, Season, Series
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
from .search_words import Names, search_names, title_names

_NO_IDS: frozenset[int] = frozenset()
_NONE: Mapping[str, Set[int]] = MappingProxyType({})


class CatalogueError(ValueError):
    """A catalogue cannot be loaded or is invalid. The message names the file or the record."""


class CatalogueData:
    """The immutable data of an embedded TMDB.

    Movies, series and people are sorted by popularity, since most lists have that order. Mappings by id, as other
    catalogues have them, are used as they are.
    """

    def __init__(
        self,
        *,
        configuration: Configuration,
        movies: Records[Movie] = (),
        series: Records[Series] = (),
        people: Records[Person] = (),
        collections: Records[Collection] = (),
        companies: Records[Company] = (),
        networks: Records[Company] = (),
        keywords: Records[Named] = (),
        genres: Records[Genre] = (),
        providers: Records[Provider] = (),
        countries: Iterable[Country] | Mapping[str, Country] = (),
        languages: Iterable[Language] | Mapping[str, Language] = (),
        certifications: Iterable[Certification] = (),
        departments: Iterable[Department] = (),
        lists: Records[CatalogueList] = (),
        thin: Mapping[str, Set[int]] = _NONE,
    ) -> None:
        self.configuration = configuration
        self.movies: Mapping[int, Movie] = most_popular_first(movies)
        self.series: Mapping[int, Series] = most_popular_first(series)
        self.people: Mapping[int, Person] = most_popular_first(people)
        self.collections: Mapping[int, Collection] = by_id(collections)
        self.companies: Mapping[int, Company] = by_id(companies)
        self.networks: Mapping[int, Company] = by_id(networks)
        self.keywords: Mapping[int, Named] = by_id(keywords)
        self.genres: Mapping[int, Genre] = by_id(genres)
        self.providers: Mapping[int, Provider] = by_id(providers)
        self.countries: Mapping[str, Country] = by_code(countries)
        self.languages: Mapping[str, Language] = by_code(languages)
        self.certifications: tuple[Certification, ...] = tuple(certifications)
        self.departments: tuple[Department, ...] = tuple(departments)
        self.lists: Mapping[int, CatalogueList] = by_id(lists)
        # The ids of records of which only rows of lists are known, by kind, such as `movies`.
        self._thin = thin

    def __repr__(self) -> str:
        """Return the number of records."""
        return f"<Catalogue of {len(self.movies)} movies, {len(self.series)} series, {len(self.people)} people>"

    def merged(self, other: CatalogueData) -> Self:
        """Return a catalogue with the records of both; those of the other one replace records with the same id.

        A record that the other one knows only from rows of lists, as in the answer of a search, replaces none.
        """
        titles: dict[str, Any] = {
            name: self._laid_over(name, other).values() for name in ("movies", "series", "people")
        }
        others: dict[str, Any] = {
            name: self._laid_over(name, other)
            for name in ("collections", "companies", "networks", "keywords", "genres", "providers", "lists")
        }
        return type(self)(
            configuration=other.configuration,
            **titles,
            **others,
            countries={**self.countries, **other.countries},
            languages={**self.languages, **other.languages},
            certifications=other.certifications or self.certifications,
            departments=other.departments or self.departments,
            thin={name: self._thin_with(name, other) for name in {*self._thin, *other._thin}},
        )

    def _laid_over(self, name: str, other: CatalogueData) -> dict[int, Any]:
        """Return the records of a kind of both catalogues."""
        mine, others = getattr(self, name), getattr(other, name)
        replaced = others.keys() - (other._thin.get(name, _NO_IDS) & mine.keys())
        return {**mine, **{number: others[number] for number in others if number in replaced}}

    def _thin_with(self, name: str, other: CatalogueData) -> frozenset[int]:
        """Return the ids of the records that stay thin in the catalogue of both."""
        mine, others = self._thin.get(name, _NO_IDS), other._thin.get(name, _NO_IDS)
        return frozenset(
            (mine - (getattr(other, name).keys() - others)) | (others - (getattr(self, name).keys() - mine))
        )

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
    ) -> Self:
        """Return a catalogue with more records. A record replaces one with the same id."""
        added: Mapping[str, Mapping[int, Any]] = {
            "movies": by_id(movies),
            "series": by_id(series),
            "people": by_id(people),
            "collections": by_id(collections),
            "companies": by_id(companies),
            "networks": by_id(networks),
            "keywords": by_id(keywords),
            "genres": by_id(genres),
            "lists": by_id(lists),
        }
        records: dict[str, Any] = {name: {**getattr(self, name), **added[name]}.values() for name in added}
        return type(self)(
            configuration=self.configuration,
            **records,
            providers=self.providers,
            countries=self.countries,
            languages=self.languages,
            certifications=self.certifications,
            departments=self.departments,
            thin={name: ids - added[name].keys() for name, ids in self._thin.items()},
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
    def edit_days(self) -> Mapping[type[Edited], frozenset[date]]:
        """The days on which a movie, series or person was edited, by the class of the record."""
        return {
            Movie: _edit_days(self.movies.values()),
            Series: _edit_days(self.series.values()),
            Person: _edit_days(self.people.values()),
        }

    @property
    def last_edited(self) -> date | None:
        """The day of the last edit, if there is any."""
        return max((day for days in self.edit_days.values() for day in days), default=None)

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        """What the image of each path shows."""
        return pictures_of(self)

    @cached_property
    def movie_names(self) -> Mapping[int, Names]:
        """Names of movies for searches: original, translated and alternative titles."""
        return {movie.id: title_names(movie.original_title, movie) for movie in self.movies.values()}

    @cached_property
    def series_names(self) -> Mapping[int, Names]:
        """Names of series for searches: original, translated and alternative names."""
        return {series.id: title_names(series.original_name, series) for series in self.series.values()}

    @cached_property
    def person_names(self) -> Mapping[int, Names]:
        """Names of people for searches: all their names."""
        return {
            person.id: search_names(person.name, person.original_name, *person.names.values(), *person.also_known_as)
            for person in self.people.values()
        }

    @cached_property
    def collection_names(self) -> Mapping[int, Names]:
        """Names of collections for searches, in all languages."""
        return {one.id: search_names(*one.names.values()) for one in self.collections.values()}

    @cached_property
    def company_names(self) -> Mapping[int, Names]:
        """Names of companies for searches, with alternative ones."""
        return {
            one.id: search_names(one.name, *(other.name for other in one.alternative_names))
            for one in self.companies.values()
        }

    @cached_property
    def keyword_names(self) -> Mapping[int, Names]:
        """Names of keywords for searches."""
        return {one.id: search_names(one.name) for one in self.keywords.values()}


def all_titles(catalogue: CatalogueData) -> list[Movie | Series]:
    """Return the movies, then the series."""
    return [*catalogue.movies.values(), *catalogue.series.values()]


def _edit_days(records: Iterable[Edited]) -> frozenset[date]:
    return frozenset(item.day for record in records for change in record.all_changes for item in change.items)
