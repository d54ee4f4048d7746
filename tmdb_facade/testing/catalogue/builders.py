"""Odd records for a test in one line: movies, TV series and people from plain values.

    catalogue = builtin().with_movie(1, "Untitled", cast=["Brad Pitt", "Ada Actor"], genres=["Drama"])

People, companies and others are named: one of the catalogue if it has the name, else a new one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import count
from typing import Generic, TypeVar, cast

import msgspec

from .buildable import Credited, Seasons, Texts
from .catalogue_data import CatalogueData, CatalogueError
from .records import (
    CastCredit,
    CountryProviders,
    Creator,
    CrewCredit,
    Episode,
    Image,
    Movie,
    Person,
    Season,
    Series,
    TranslatedText,
)
from .reference import Collection, Company, Named
from .relations import is_valid, problems, trust

D = TypeVar("D", bound=CatalogueData)
R = TypeVar("R", Person, Company, Named, Collection)

# Above TMDB's ids, so that a new record never replaces another.
_FIRST_ID = 900_000_001
# Ids of seasons are smaller: those of generated episodes are a thousand times larger.
_FIRST_SEASON = 1_100_000
_DEPARTMENTS = {"Director": "Directing", "Writer": "Writing", "Screenplay": "Writing", "Producer": "Production"}


class Builder(Generic[D]):
    """Builds records from plain values, with the records that they refer to."""

    def __init__(self, catalogue: D) -> None:
        """Create a builder.

        Args:
            catalogue: The catalogue to extend.
        """
        self._catalogue = catalogue
        self._people: dict[int, Person] = {}
        self._companies: dict[int, Company] = {}
        self._networks: dict[int, Company] = {}
        self._keywords: dict[int, Named] = {}
        self._collections: dict[int, Collection] = {}

    def people(self, names: Iterable[str]) -> list[int]:
        """Return the ids of people."""
        return [self._named(self._catalogue.people, self._people, name, _person) for name in names]

    def companies(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the ids of companies."""
        return tuple(self._named(self._catalogue.companies, self._companies, name, _company) for name in names)

    def networks(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the ids of networks."""
        return tuple(self._named(self._catalogue.networks, self._networks, name, _company) for name in names)

    def keywords(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the ids of keywords."""
        return tuple(self._named(self._catalogue.keywords, self._keywords, name, _keyword) for name in names)

    def collection(self, name: str | None) -> int | None:
        """Return the id of a collection; None without a name."""
        known = self._catalogue.collections
        return None if name is None else self._named(known, self._collections, name, _collection)

    def genres(self, kind: str, names: Iterable[str | int]) -> tuple[int, ...]:
        """Return the ids of genres, each an id or an English name.

        Raises:
            CatalogueError: The catalogue does not have a genre.
        """
        known = {genre.names["en"]: genre.id for genre in self._catalogue.genres.values() if kind in genre.of}
        ids: dict[str | int, int] = {number: number for number in known.values()}
        ids |= {name.casefold(): number for name, number in known.items()}
        wanted = list(names)
        keys = [name.casefold() if isinstance(name, str) else name for name in wanted]
        if unknown := [name for name, key in zip(wanted, keys, strict=True) if key not in ids]:
            raise CatalogueError(f"no {kind} genre is called {unknown[0]!r}: choose from {', '.join(known)}")
        return tuple(ids[key] for key in keys)

    def providers(self, by_country: Mapping[str, Iterable[str]]) -> dict[str, CountryProviders]:
        """Return the subscriptions of each country, from names of watch providers.

        Raises:
            CatalogueError: The catalogue does not have a watch provider.
        """
        known = {provider.name.casefold(): provider.id for provider in self._catalogue.providers.values()}
        by_country = {country: list(names) for country, names in by_country.items()}
        for name in (name for names in by_country.values() for name in names):
            if name.casefold() not in known:
                choices = ", ".join(provider.name for provider in self._catalogue.providers.values())
                raise CatalogueError(f"no watch provider is called {name!r}: choose from {choices}")
        return {
            country: CountryProviders(flatrate=tuple(known[name.casefold()] for name in names))
            for country, names in by_country.items()
        }

    def cast(self, scope: str, names: Credited) -> tuple[CastCredit, ...]:
        """Return roles, from names or from characters by name."""
        by_name = _by_name(names, "")
        return tuple(
            CastCredit(person=person, character=character, credit_id=_credit_id(scope, "cast", order))
            for order, (person, character) in enumerate(zip(self.people(by_name), by_name.values(), strict=True))
        )

    def crew(self, scope: str, names: Credited) -> tuple[CrewCredit, ...]:
        """Return jobs, from names of directors or from jobs by name."""
        by_name = _by_name(names, "Director")
        departments = {job: one.name for one in self._catalogue.departments for job in one.jobs} | _DEPARTMENTS
        return tuple(
            CrewCredit(
                person=person,
                department=departments.get(job, "Crew"),
                job=job,
                credit_id=_credit_id(scope, "crew", order),
            )
            for order, (person, job) in enumerate(zip(self.people(by_name), by_name.values(), strict=True))
        )

    def creators(self, scope: str, names: Iterable[str]) -> tuple[Creator, ...]:
        """Return creators, from their names."""
        return tuple(
            Creator(person=person, credit_id=_credit_id(scope, "creator", order))
            for order, person in enumerate(self.people(names))
        )

    def seasons(self, seasons: Seasons) -> tuple[Season, ...]:
        """Return seasons, from numbers of episodes or from their names."""
        free = (number for number in count(_FIRST_SEASON) if number not in self._catalogue.seasons)
        built: list[Season] = []
        for number, episodes in sorted(seasons.items()):
            names = [] if isinstance(episodes, int) else list(episodes)
            built.append(
                Season(
                    id=next(free),
                    number=number,
                    name="Specials" if number == 0 else f"Season {number}",
                    episode_count=episodes if isinstance(episodes, int) else len(names),
                    episodes=tuple(Episode(number=order, name=name) for order, name in enumerate(names, start=1)),
                )
            )
        return tuple(built)

    def extended(
        self, *, movies: Iterable[Movie] = (), series: Iterable[Series] = (), people: Iterable[Person] = ()
    ) -> D:
        """Return the catalogue with new records, and with those that they refer to.

        Raises:
            CatalogueError: A record has a problem.
        """
        base = self._catalogue
        movies, series, people = list(movies), list(series), [*people, *self._people.values()]
        extended = base.extended(
            movies=movies,
            series=series,
            people=people,
            companies=self._companies.values(),
            networks=self._networks.values(),
            keywords=self._keywords.values(),
            collections=self._collections.values(),
        )
        if not is_valid(base):
            return extended
        # Only the new records can have problems: others refer to records of the base.
        if wrong := problems(_alone(extended, movies, series, people)):
            raise CatalogueError("\n".join(wrong))
        for movie in movies:
            other = base.movies_by_imdb_id.get(movie.imdb_id) if movie.imdb_id else None
            if other is not None and other.id != movie.id:
                raise CatalogueError(f"movie {movie.id}: movie {other.id} has the IMDb id {movie.imdb_id} too")
        return trust(extended)

    def _named(self, known: Mapping[int, R], new: dict[int, R], name: str, make: Callable[[int, str], R]) -> int:
        for number, record in (*known.items(), *new.items()):
            if _name_of(record) == name:
                return number
        number = next(number for number in count(_FIRST_ID) if number not in known and number not in new)
        new[number] = make(number, name)
        return number


def day(name: str, value: date | str | None) -> date | None:
    """Return a date, also from a text such as `2020-01-31`.

    Raises:
        CatalogueError: The text is not a date.
    """
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise CatalogueError(f"{name} must be a date such as 2020-01-31, got {value!r}") from error


def translations(titles: Mapping[str, str], overview: Texts, tagline: str) -> tuple[TranslatedText, ...]:
    """Return translations, from titles and overviews by language and country, such as `de-DE`.

    Raises:
        CatalogueError: A language has no country.
    """
    overviews = {"en-US": overview} if isinstance(overview, str) else overview
    taglines = {"en-US": tagline} if tagline else {}
    codes = dict.fromkeys([*titles, *(code for code, text in overviews.items() if text), *taglines])
    if wrong := [code for code in codes if len(code.split("-")) != 2]:
        raise CatalogueError(f"translations need a language and a country, such as 'de-DE', got {wrong[0]!r}")
    return tuple(
        TranslatedText(
            language=language,
            country=country,
            title=titles.get(code, ""),
            overview=overviews.get(code, ""),
            tagline=taglines.get(code, ""),
        )
        for code in codes
        for language, country in [code.split("-")]
    )


def posters(path: str | None, language: str) -> tuple[Image, ...]:
    """Return the poster of a path, in a title's original language."""
    return () if path is None else (Image(path=path, width=2000, height=3000, language=language, country="US"),)


def backdrops(path: str | None) -> tuple[Image, ...]:
    """Return the backdrop of a path, without text."""
    return () if path is None else (Image(path=path, width=3840, height=2160),)


def _alone(full: CatalogueData, movies: list[Movie], series: list[Series], people: list[Person]) -> CatalogueData:
    """Return a catalogue of new records, and of the people that they refer to."""
    ids = {credit.person for title in (*movies, *series) for credit in title.credits}
    ids |= {creator.person for one in series for creator in one.creators} | {person.id for person in people}
    return CatalogueData(
        configuration=full.configuration,
        movies=movies,
        series=series,
        # Their tagged images refer to titles of the base.
        people=[
            msgspec.structs.replace(full.people[number], tagged_images=()) for number in ids if number in full.people
        ],
        collections=full.collections,
        companies=full.companies,
        networks=full.networks,
        keywords=full.keywords,
        genres=full.genres,
        providers=full.providers,
        countries=full.countries,
        languages=full.languages,
    )


def _by_name(names: Credited, default: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", names) if isinstance(names, Mapping) else dict.fromkeys(names, default)


def _name_of(record: Person | Company | Named | Collection) -> str:
    return record.names["en"] if isinstance(record, Collection) else record.name


def _person(number: int, name: str) -> Person:
    return Person(id=number, name=name)


def _company(number: int, name: str) -> Company:
    return Company(id=number, name=name)


def _keyword(number: int, name: str) -> Named:
    return Named(id=number, name=name)


def _collection(number: int, name: str) -> Collection:
    return Collection(id=number, names={"en": name})


def _credit_id(scope: str, kind: str, order: int) -> str:
    return hashlib.sha256(f"{scope} {kind} {order}".encode()).hexdigest()[:24]
