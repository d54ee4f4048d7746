"""A catalogue in memory: its records by id, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from .records import CastCredit, CrewCredit, Movie, Person, Show
from .reference import Collection, Company, Configuration, Country, Genre, Language, Named, Provider, UserList
from .words import Words, words_of


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Identified)


class Credit(NamedTuple):
    """One credit of a person, with the film or series that it is for."""

    title: Movie | Show
    credit: CastCredit | CrewCredit


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
        self.lists: Mapping[int, UserList] = _by_id(lists)

    @cached_property
    def movies_by_imdb_id(self) -> Mapping[str, Movie]:
        """Films by their IMDb id, as in `tt0137523`."""
        return {movie.imdb_id: movie for movie in self.movies.values() if movie.imdb_id}

    @cached_property
    def credits_of(self) -> Mapping[int, tuple[Credit, ...]]:
        """The credits of each person: the films' and series' own lists, read from the other side."""
        found: dict[int, list[Credit]] = {person: [] for person in self.people}
        for movie in self.movies.values():
            for credit in movie.credits:
                found.setdefault(credit.person, []).append(Credit(movie, credit))
        for show in self.shows.values():
            for role in show.cast:
                found.setdefault(role.person, []).append(Credit(show, role))
        return {person: tuple(held) for person, held in found.items()}

    @cached_property
    def movie_words(self) -> Mapping[int, tuple[Words, ...]]:
        """What films are found by: their titles in all languages, the original and the alternative ones."""
        return {
            movie.id: _names(
                movie.original_title,
                *(text.title for text in movie.translations),
                *(other.title for other in movie.alternative_titles),
            )
            for movie in self.movies.values()
        }

    @cached_property
    def show_words(self) -> Mapping[int, tuple[Words, ...]]:
        """What series are found by: their names in all languages and the original one."""
        return {
            show.id: _names(show.original_name, *(text.title for text in show.translations))
            for show in self.shows.values()
        }

    @cached_property
    def person_words(self) -> Mapping[int, tuple[Words, ...]]:
        """What people are found by: all their names."""
        return {
            person.id: _names(person.name, person.original_name, *person.also_known_as)
            for person in self.people.values()
        }


def _names(*names: str) -> tuple[Words, ...]:
    return tuple(words for words in (words_of(name) for name in dict.fromkeys(names)) if words)


def _by_id(records: Iterable[R]) -> Mapping[int, R]:
    return {record.id: record for record in records}


def _most_popular_first(record: Movie | Show | Person) -> tuple[float, int]:
    return -record.popularity, record.id
