"""A catalogue in memory: records by id, and data derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeAlias, TypeVar

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
from .search_words import Names, search_names, title_names


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Identified)
T = TypeVar("T", Movie, Series, Person)
C = TypeVar("C", Country, Language)
Records: TypeAlias = "Iterable[R] | Mapping[int, R]"
#: Names of people, or their characters or jobs by name.
Credited: TypeAlias = "Iterable[str] | Mapping[str, str]"
#: A text in American English, or texts by language.
Texts: TypeAlias = "str | Mapping[str, str]"
#: The number of episodes of each season, or their names.
Seasons: TypeAlias = "Mapping[int, int | Iterable[str]]"


class Catalogue:
    """The immutable data of an embedded TMDB; servers can share it.

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

    def __repr__(self) -> str:
        """Return the number of records."""
        return f"<Catalogue of {len(self.movies)} movies, {len(self.series)} series, {len(self.people)} people>"

    @classmethod
    def from_answers(cls, *sources: Path | str, language: str = "en-US") -> Catalogue:
        """Make a catalogue of real answers that were saved.

        It has a record of each movie, series, person and so on that the answers name: a full one of details, a thin one
        of a row in a list. Where answers contradict each other, details win against rows, and later ones against earlier
        ones. Answers in several languages become translations, and error answers are ignored. Reference data that the
        answers lack, such as genres and countries, is the built-in one.

        Args:
            sources: Files and folders: JSON (a body, or an object of `request` and `response`), JSON Lines, and vcrpy's
                cassettes, also compressed with gzip. A folder's files are read in the order of their paths.
            language: The language of bodies that are saved without their request.

        Returns:
            A catalogue without problems. Extend it, or lay it over another one with `builtin().merged(...)`.

        Raises:
            CatalogueError: A file cannot be read, or it cannot be told which request a body answers.
        """
        from . import blank
        from .answers import catalogue_of

        return catalogue_of(sources, blank(), language)

    def with_movie(
        self,
        number: int,
        title: str,
        *,
        original_language: str = "en",
        titles: Mapping[str, str] = MappingProxyType({}),
        overview: Texts = "",
        tagline: str = "",
        release_date: date | str | None = None,
        runtime: int = 0,
        genres: Iterable[str | int] = (),
        cast: Credited = (),
        crew: Credited = (),
        keywords: Iterable[str] = (),
        companies: Iterable[str] = (),
        collection: str | None = None,
        countries: Iterable[str] = (),
        watch_providers: Mapping[str, Iterable[str]] = MappingProxyType({}),
        poster_path: str | None = None,
        backdrop_path: str | None = None,
        imdb_id: str | None = None,
        status: str = "Released",
        adult: bool = False,
        popularity: float = 0.0,
        vote_average: float = 0.0,
        vote_count: int = 0,
    ) -> Catalogue:
        """Return a catalogue with one more movie, for a test; it replaces one with the same id.

            builtin().with_movie(1, "Untitled", cast={"Brad Pitt": "Himself"}, crew=["Ada Actor"], genres=["Drama"])

        People, keywords, companies and collections are names: of a record of this catalogue, else of a new one.

        Args:
            number: The id.
            title: The original title.
            original_language: ISO 639-1 code.
            titles: Translated titles by language and country, such as `de-DE`.
            overview: The overview in American English, or overviews by language and country.
            tagline: The tagline in American English.
            release_date: The date, also as text such as `2020-01-31`.
            runtime: In minutes.
            genres: English names or ids.
            cast: Names of actors, or their characters by name.
            crew: Names of directors, or jobs by name.
            keywords: Names of keywords.
            companies: Names of production companies.
            collection: The name of the collection.
            countries: Countries of origin and production, as ISO 3166-1 codes.
            watch_providers: Names of watch providers with a subscription, by country.
            poster_path: The path of the poster.
            backdrop_path: The path of the backdrop.
            imdb_id: The IMDb id.
            status: TMDB's word, such as `Planned`.
            adult: Whether it is an adult movie.
            popularity: The popularity.
            vote_average: From 0 to 10; it needs votes.
            vote_count: The number of votes.

        Returns:
            The catalogue; this one does not change.

        Raises:
            CatalogueError: A value is invalid or unknown. The message says what to write instead.
        """
        from .builders import Builder, backdrops, day, posters, translations

        builder, scope = Builder(self), f"movie {number}"
        movie = Movie(
            id=number,
            original_title=title,
            original_language=original_language,
            translations=translations(titles, overview, tagline),
            release_date=day("release_date", release_date),
            runtime=runtime,
            genres=builder.genres("movie", genres),
            cast=builder.cast(scope, cast),
            crew=builder.crew(scope, crew),
            keywords=builder.keywords(keywords),
            companies=builder.companies(companies),
            collection=builder.collection(collection),
            origin_countries=tuple(countries),
            production_countries=tuple(countries),
            watch_providers=builder.providers(watch_providers),
            posters=posters(poster_path, original_language),
            backdrops=backdrops(backdrop_path),
            imdb_id=imdb_id,
            status=status,
            adult=adult,
            popularity=popularity,
            vote_average=vote_average,
            vote_count=vote_count,
        )
        return builder.extended(movies=[movie])

    def with_series(
        self,
        number: int,
        name: str,
        *,
        original_language: str = "en",
        names: Mapping[str, str] = MappingProxyType({}),
        overview: Texts = "",
        tagline: str = "",
        first_air_date: date | str | None = None,
        last_air_date: date | str | None = None,
        seasons: Seasons = MappingProxyType({}),
        genres: Iterable[str | int] = (),
        cast: Credited = (),
        crew: Credited = (),
        creators: Iterable[str] = (),
        keywords: Iterable[str] = (),
        companies: Iterable[str] = (),
        networks: Iterable[str] = (),
        countries: Iterable[str] = (),
        watch_providers: Mapping[str, Iterable[str]] = MappingProxyType({}),
        poster_path: str | None = None,
        backdrop_path: str | None = None,
        imdb_id: str | None = None,
        status: str = "Ended",
        type: str = "Scripted",  # TMDB's word
        in_production: bool = False,
        adult: bool = False,
        popularity: float = 0.0,
        vote_average: float = 0.0,
        vote_count: int = 0,
    ) -> Catalogue:
        """Return a catalogue with one more TV series, for a test; it replaces one with the same id.

            builtin().with_series(1, "Untitled", seasons={0: 1, 1: ["Pilot", "Finale"]}, networks=["HBO"])

        People, keywords, companies and networks are names: of a record of this catalogue, else of a new one.

        Args:
            number: The id.
            name: The original name.
            original_language: ISO 639-1 code.
            names: Translated names by language and country, such as `de-DE`.
            overview: The overview in American English, or overviews by language and country.
            tagline: The tagline in American English.
            first_air_date: The date, also as text such as `2020-01-31`.
            last_air_date: The date, also as text such as `2020-01-31`.
            seasons: The number of episodes of each season, or their names; season 0 are the specials.
            genres: English names or ids.
            cast: Names of actors, or their characters by name.
            crew: Names of directors, or jobs by name.
            creators: Names of creators.
            keywords: Names of keywords.
            companies: Names of production companies.
            networks: Names of networks.
            countries: Countries of origin and production, as ISO 3166-1 codes.
            watch_providers: Names of watch providers with a subscription, by country.
            poster_path: The path of the poster.
            backdrop_path: The path of the backdrop.
            imdb_id: The IMDb id.
            status: TMDB's word, such as `Returning Series`.
            type: TMDB's word, such as `Miniseries`.
            in_production: Whether it is in production.
            adult: Whether it is an adult series.
            popularity: The popularity.
            vote_average: From 0 to 10; it needs votes.
            vote_count: The number of votes.

        Returns:
            The catalogue; this one does not change.

        Raises:
            CatalogueError: A value is invalid or unknown. The message says what to write instead.
        """
        from .builders import Builder, backdrops, day, posters, translations

        builder, scope = Builder(self), f"tv {number}"
        series = Series(
            id=number,
            original_name=name,
            original_language=original_language,
            translations=translations(names, overview, tagline),
            first_air_date=day("first_air_date", first_air_date),
            last_air_date=day("last_air_date", last_air_date),
            seasons=builder.seasons(seasons),
            genres=builder.genres("tv", genres),
            cast=builder.cast(scope, cast),
            crew=builder.crew(scope, crew),
            creators=builder.creators(scope, creators),
            keywords=builder.keywords(keywords),
            companies=builder.companies(companies),
            networks=builder.networks(networks),
            origin_countries=tuple(countries),
            production_countries=tuple(countries),
            watch_providers=builder.providers(watch_providers),
            posters=posters(poster_path, original_language),
            backdrops=backdrops(backdrop_path),
            imdb_id=imdb_id,
            status=status,
            type=type,
            in_production=in_production,
            adult=adult,
            popularity=popularity,
            vote_average=vote_average,
            vote_count=vote_count,
        )
        return builder.extended(series=[series])

    def with_person(
        self,
        number: int,
        name: str,
        *,
        department: str = "Acting",
        gender: int = 0,
        birthday: date | str | None = None,
        deathday: date | str | None = None,
        place_of_birth: str | None = None,
        biography: Texts = "",
        also_known_as: Iterable[str] = (),
        profile_path: str | None = None,
        imdb_id: str | None = None,
        adult: bool = False,
        popularity: float = 0.0,
    ) -> Catalogue:
        """Return a catalogue with one more person, for a test; it replaces one with the same id.

            builtin().with_person(1, "Ada Actor", birthday="1990-02-03").with_movie(1, "Untitled", cast=["Ada Actor"])

        Args:
            number: The id.
            name: The name.
            department: The department that the person is known for.
            gender: 0 not set, 1 female, 2 male, 3 non-binary.
            birthday: The date, also as text such as `1990-02-03`.
            deathday: The date, also as text such as `1990-02-03`.
            place_of_birth: The place of birth.
            biography: The biography in English, or biographies by language, such as `de`.
            also_known_as: Other names.
            profile_path: The path of the profile image.
            imdb_id: The IMDb id.
            adult: Whether the person acts in adult movies.
            popularity: The popularity.

        Returns:
            The catalogue; this one does not change.

        Raises:
            CatalogueError: A value is invalid. The message says what to write instead.
        """
        from .builders import Builder, day

        person = Person(
            id=number,
            name=name,
            department=department,
            gender=gender,
            birthday=day("birthday", birthday),
            deathday=day("deathday", deathday),
            place_of_birth=place_of_birth,
            biographies=({"en": biography} if biography else {}) if isinstance(biography, str) else {**biography},
            also_known_as=tuple(also_known_as),
            profile_path=profile_path,
            imdb_id=imdb_id,
            adult=adult,
            popularity=popularity,
        )
        return Builder(self).extended(people=[person])

    def merged(self, other: Catalogue) -> Catalogue:
        """Return a catalogue with the records of both; those of the other one replace records with the same id."""
        return Catalogue(
            configuration=other.configuration,
            **{
                name: {**getattr(self, name), **getattr(other, name)}
                for name in ("collections", "companies", "networks", "keywords", "genres", "providers", "lists")
            },
            movies={**self.movies, **other.movies}.values(),
            series={**self.series, **other.series}.values(),
            people={**self.people, **other.people}.values(),
            countries={**self.countries, **other.countries},
            languages={**self.languages, **other.languages},
            certifications=other.certifications or self.certifications,
            departments=other.departments or self.departments,
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
    ) -> Catalogue:
        """Return a catalogue with more records. A record replaces one with the same id."""
        return Catalogue(
            configuration=self.configuration,
            movies={**self.movies, **by_id(movies)}.values(),
            series={**self.series, **by_id(series)}.values(),
            people={**self.people, **by_id(people)}.values(),
            collections={**self.collections, **by_id(collections)}.values(),
            companies={**self.companies, **by_id(companies)}.values(),
            networks={**self.networks, **by_id(networks)}.values(),
            keywords={**self.keywords, **by_id(keywords)}.values(),
            genres={**self.genres, **by_id(genres)}.values(),
            lists={**self.lists, **by_id(lists)}.values(),
            providers=self.providers,
            countries=self.countries,
            languages=self.languages,
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


def all_titles(catalogue: Catalogue) -> list[Movie | Series]:
    """Return the movies, then the series."""
    return [*catalogue.movies.values(), *catalogue.series.values()]


def by_id(records: Records[R]) -> Mapping[int, R]:
    """Return records by id."""
    return records if isinstance(records, Mapping) else {record.id: record for record in records}


def by_code(records: Iterable[C] | Mapping[str, C]) -> Mapping[str, C]:
    """Return countries or languages by code."""
    return records if isinstance(records, Mapping) else {record.code: record for record in records}


def most_popular_first(records: Records[T]) -> Mapping[int, T]:
    """Return records by id, sorted by popularity."""
    return records if isinstance(records, Mapping) else by_id(sorted(records, key=_popularity))


def _popularity(record: Movie | Series | Person) -> tuple[float, int]:
    return -record.popularity, record.id
