"""Catalogues to which a test adds single records of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Self, TypeAlias

from .catalogue_data import CatalogueData
from .records import Movie, Person, Series

#: Names of people, or their characters or jobs by name.
Credited: TypeAlias = Iterable[str] | Mapping[str, str]
#: A text in American English, or texts by language.
Texts: TypeAlias = str | Mapping[str, str]
#: The number of episodes of each season, or their names.
Seasons: TypeAlias = Mapping[int, int | Iterable[str]]


class BuildableCatalogue(CatalogueData):
    """A catalogue with methods that build records, and the records that these refer to."""

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
    ) -> Self:
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
    ) -> Self:
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
    ) -> Self:
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
