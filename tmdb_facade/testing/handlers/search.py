"""Searches by name: in the titles of all languages, most popular first."""

from __future__ import annotations

from datetime import date

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Person, Show
from tmdb_facade.testing.catalogue.words import Words, matches, words_of
from tmdb_facade.testing.errors import Refusal
from tmdb_facade.testing.paging import page, search_page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import mixed_row, movie_row


def movies(call: Call) -> JSONObject:
    """Films by title; `year` looks at every release, `primary_release_year` at the first one only."""
    query, number = _query(call)
    found = _movies(call, query)
    year = call.number("year")
    if year is not None:
        found = [movie for movie in found if any(day.year == year for day in _release_days(movie))]
    primary_year = call.number("primary_release_year")
    if primary_year is not None:
        found = [movie for movie in found if movie.release_date and movie.release_date.year == primary_year]
    locale = call.locale
    return page(call, found, lambda movie: movie_row(movie, locale), number=number)


def multi(call: Call) -> JSONObject:
    """Films, series and people by name, in one list."""
    query, number = _query(call)
    catalogue = call.catalogue
    shows = [
        show
        for show in catalogue.shows.values()
        if _may_be_shown(call, show) and matches(query, catalogue.show_words[show.id])
    ]
    people = [
        person
        for person in catalogue.people.values()
        if _may_be_shown(call, person) and matches(query, catalogue.person_words[person.id])
    ]
    found: list[Movie | Show | Person] = [*_movies(call, query), *shows, *people]
    found.sort(key=lambda record: -record.popularity)
    locale = call.locale
    return page(call, found, lambda record: mixed_row(record, catalogue, locale), number=number)


def _query(call: Call) -> tuple[Words, int]:
    text = call.query.get("query", "")
    if not text:
        raise Refusal.invalid("query must be provided")
    return words_of(text), search_page(call)


def _movies(call: Call, query: Words) -> list[Movie]:
    catalogue = call.catalogue
    return [
        movie
        for movie in catalogue.movies.values()
        if _may_be_shown(call, movie) and matches(query, catalogue.movie_words[movie.id])
    ]


def _may_be_shown(call: Call, record: Movie | Show | Person) -> bool:
    return not record.adult or call.flag("include_adult")


def _release_days(movie: Movie) -> list[date]:
    days = [release.date for releases in movie.releases.values() for release in releases]
    return [*days, movie.release_date] if movie.release_date else days


ROUTES = (
    Route("GET", "/3/search/movie", movies),
    Route("GET", "/3/search/multi", multi),
)
