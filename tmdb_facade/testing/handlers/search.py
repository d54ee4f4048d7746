"""Searches by name: in the titles of all languages, most popular first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from tmdb_facade.testing import mentions
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Person, Show
from tmdb_facade.testing.catalogue.words import Words, matches, words_of
from tmdb_facade.testing.errors import Refusal
from tmdb_facade.testing.paging import page, search_page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import listed_person_row, mixed_row, movie_row, show_row

from .collections import collection_row

R = TypeVar("R", Movie, Show, Person)


def movies(call: Call) -> JSONObject:
    """Films by title; `year` looks at every release, `primary_release_year` at the first one only."""
    query, number = _query(call)
    found = _named(call, query, call.catalogue.movies.values(), call.catalogue.movie_words)
    year = call.number("year")
    if year is not None:
        found = [movie for movie in found if any(day.year == year for day in _release_days(movie))]
    primary_year = call.number("primary_release_year")
    if primary_year is not None:
        found = [movie for movie in found if _is_of(movie.release_date, primary_year)]
    locale, region = call.locale, call.query.get("region", "")
    return page(call, found, lambda movie: movie_row(movie, locale, region), number=number)


def shows(call: Call) -> JSONObject:
    """Series by name; `year` looks at every episode, `first_air_date_year` at the first one only."""
    query, number = _query(call)
    catalogue = call.catalogue
    found = _named(call, query, catalogue.shows.values(), catalogue.show_words)
    year = call.number("year")
    if year is not None:
        found = [
            show
            for show in found
            if _is_of(show.first_air_date, year)
            or any(_is_of(one.air_date, year) for season in show.seasons for one in season.episodes)
        ]
    first_year = call.number("first_air_date_year")
    if first_year is not None:
        found = [show for show in found if _is_of(show.first_air_date, first_year)]
    locale = call.locale
    return page(call, found, lambda show: show_row(show, locale), number=number)


def people(call: Call) -> JSONObject:
    """People by any of their names."""
    query, number = _query(call)
    catalogue, locale = call.catalogue, call.locale
    found = _named(call, query, catalogue.people.values(), catalogue.person_words)
    return page(call, found, lambda person: listed_person_row(person, catalogue, locale), number=number)


def multi(call: Call) -> JSONObject:
    """Films, series and people by name, in one list."""
    query, number = _query(call)
    catalogue = call.catalogue
    found: list[Movie | Show | Person] = [
        *_named(call, query, catalogue.movies.values(), catalogue.movie_words),
        *_named(call, query, catalogue.shows.values(), catalogue.show_words),
        *_named(call, query, catalogue.people.values(), catalogue.person_words),
    ]
    found.sort(key=lambda record: -record.popularity)
    locale = call.locale
    return page(call, found, lambda record: mixed_row(record, catalogue, locale), number=number)


def collections(call: Call) -> JSONObject:
    """Collections by their names in all languages."""
    query, number = _query(call)
    locale = call.locale
    found = [one for one in call.catalogue.collections.values() if matches(query, map(words_of, one.names.values()))]
    return page(call, found, lambda one: {"adult": False, **collection_row(one, locale)}, number=number)


def companies(call: Call) -> JSONObject:
    """Companies by any of their names."""
    query, number = _query(call)
    found = [
        one
        for one in call.catalogue.companies.values()
        if matches(query, map(words_of, (one.name, *(other.name for other in one.alternative_names))))
    ]
    return page(call, found, mentions.company, number=number)


def keywords(call: Call) -> JSONObject:
    """Keywords by name."""
    query, number = _query(call)
    found = [one for one in call.catalogue.keywords.values() if matches(query, [words_of(one.name)])]
    return page(call, found, lambda one: {"id": one.id, "name": one.name}, number=number)


def _query(call: Call) -> tuple[Words, int]:
    text = call.query.get("query", "")
    if not text:
        raise Refusal.invalid("query must be provided")
    return words_of(text), search_page(call)


def _named(call: Call, query: Words, records: Iterable[R], words: Mapping[int, tuple[Words, ...]]) -> list[R]:
    adult = call.flag("include_adult")
    return [one for one in records if (adult or not one.adult) and matches(query, words[one.id])]


def _is_of(day: date | None, year: int) -> bool:
    return day is not None and day.year == year


def _release_days(movie: Movie) -> list[date]:
    days = [release.date for releases in movie.releases.values() for release in releases]
    return [*days, movie.release_date] if movie.release_date else days


ROUTES = (
    Route("GET", "/3/search/collection", collections),
    Route("GET", "/3/search/company", companies),
    Route("GET", "/3/search/keyword", keywords),
    Route("GET", "/3/search/movie", movies),
    Route("GET", "/3/search/multi", multi),
    Route("GET", "/3/search/person", people),
    Route("GET", "/3/search/tv", shows),
)
