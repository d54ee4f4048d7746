"""Searches by name: in the titles of all languages, most popular first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from tmdb_facade.testing.catalogue.records import Movie, Person, Series
from tmdb_facade.testing.catalogue.search_words import Words, matches, words_of
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows
from .collections import collection_row
from .list_rows import listed_person_row, mixed_row, movie_row, series_row
from .paging import page, search_page

R = TypeVar("R", Movie, Series, Person)


def movies(context: RequestContext) -> JSONObject:
    """Films by title; `year` looks at every release, `primary_release_year` at the first one only."""
    query, number = _query(context)
    found = _named(context, query, context.catalogue.movies.values(), context.catalogue.movie_words)
    year = context.number("year")
    if year is not None:
        found = [movie for movie in found if any(day.year == year for day in _release_days(movie))]
    primary_year = context.number("primary_release_year")
    if primary_year is not None:
        found = [movie for movie in found if _is_of(movie.release_date, primary_year)]
    locale, region = context.locale, context.query.get("region", "")
    return page(context, found, lambda movie: movie_row(movie, locale, region), number=number)


def tv(context: RequestContext) -> JSONObject:
    """Series by name; `year` looks at every episode, `first_air_date_year` at the first one only."""
    query, number = _query(context)
    catalogue = context.catalogue
    found = _named(context, query, catalogue.series.values(), catalogue.series_words)
    year = context.number("year")
    if year is not None:
        found = [
            series
            for series in found
            if _is_of(series.first_air_date, year)
            or any(_is_of(one.air_date, year) for season in series.seasons for one in season.episodes)
        ]
    first_year = context.number("first_air_date_year")
    if first_year is not None:
        found = [series for series in found if _is_of(series.first_air_date, first_year)]
    locale = context.locale
    return page(context, found, lambda series: series_row(series, locale), number=number)


def people(context: RequestContext) -> JSONObject:
    """People by any of their names."""
    query, number = _query(context)
    catalogue, locale = context.catalogue, context.locale
    found = _named(context, query, catalogue.people.values(), catalogue.person_words)
    return page(context, found, lambda person: listed_person_row(person, catalogue, locale), number=number)


def multi(context: RequestContext) -> JSONObject:
    """Films, series and people by name, in one list."""
    query, number = _query(context)
    catalogue = context.catalogue
    found: list[Movie | Series | Person] = [
        *_named(context, query, catalogue.movies.values(), catalogue.movie_words),
        *_named(context, query, catalogue.series.values(), catalogue.series_words),
        *_named(context, query, catalogue.people.values(), catalogue.person_words),
    ]
    found.sort(key=lambda record: -record.popularity)
    locale = context.locale
    return page(context, found, lambda record: mixed_row(record, catalogue, locale), number=number)


def collections(context: RequestContext) -> JSONObject:
    """Collections by their names in all languages."""
    query, number = _query(context)
    locale = context.locale
    found = [one for one in context.catalogue.collections.values() if matches(query, map(words_of, one.names.values()))]
    return page(context, found, lambda one: {"adult": False, **collection_row(one, locale)}, number=number)


def companies(context: RequestContext) -> JSONObject:
    """Companies by any of their names."""
    query, number = _query(context)
    found = [
        one
        for one in context.catalogue.companies.values()
        if matches(query, map(words_of, (one.name, *(other.name for other in one.alternative_names))))
    ]
    return page(context, found, list_rows.company, number=number)


def keywords(context: RequestContext) -> JSONObject:
    """Keywords by name."""
    query, number = _query(context)
    found = [one for one in context.catalogue.keywords.values() if matches(query, [words_of(one.name)])]
    return page(context, found, lambda one: {"id": one.id, "name": one.name}, number=number)


def _query(context: RequestContext) -> tuple[Words, int]:
    text = context.query.get("query", "")
    if not text:
        raise Refusal.invalid("query must be provided")
    return words_of(text), search_page(context)


def _named(
    context: RequestContext, query: Words, records: Iterable[R], words: Mapping[int, tuple[Words, ...]]
) -> list[R]:
    adult = context.flag("include_adult")
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
    Route("GET", "/3/search/tv", tv),
)
