"""Search by name, in the titles of all languages, the best match first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

from tmdb_facade.testing.catalogue.records import Movie, Person, Series
from tmdb_facade.testing.catalogue.search_words import Names, SearchName, sort_by_match
from tmdb_facade.testing.protocol.parameters import EMPTY_QUERY_IS_EMPTY_PAGE
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows
from .collections import collection_row
from .discover_filters import in_year, matching
from .list_rows import listed_person_row, mixed_row, movie_row, series_row
from .paging import page, requested_page
from .tv_lists import air_days


class _Identified(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", Movie, Series, Person)
U = TypeVar("U", bound=_Identified)


def movies(context: RequestContext) -> JSONObject:
    """Search movies. `year` matches any release, `primary_release_year` only the first one."""
    query, number = _query(context)
    catalogue = context.catalogue
    results = matching(
        sort_by_match(query, _popular(context, catalogue.movies, catalogue.movie_names)),
        [
            in_year(context, "year", lambda movie: movie.release_days),
            in_year(context, "primary_release_year", lambda movie: (movie.release_date,)),
        ],
    )
    locale, region = context.locale, context.query.get("region", "")
    return page(context, results, lambda movie: movie_row(movie, locale, region), number=number)


def tv(context: RequestContext) -> JSONObject:
    """Search TV series. `year` matches any episode, `first_air_date_year` only the first one."""
    query, number = _query(context)
    catalogue, locale = context.catalogue, context.locale
    results = matching(
        sort_by_match(query, _popular(context, catalogue.series, catalogue.series_names)),
        [
            in_year(context, "year", air_days),
            in_year(context, "first_air_date_year", lambda series: (series.first_air_date,)),
        ],
    )
    return page(context, results, lambda series: series_row(series, locale), number=number)


def people(context: RequestContext) -> JSONObject:
    """Search people by any of their names."""
    query, number = _query(context)
    catalogue, locale = context.catalogue, context.locale
    results = sort_by_match(query, _popular(context, catalogue.people, catalogue.person_names))
    return page(context, results, lambda person: listed_person_row(person, catalogue, locale), number=number)


def multi(context: RequestContext) -> JSONObject:
    """Search movies, TV series and people, sorted together."""
    query, number = _query(context)
    catalogue, locale = context.catalogue, context.locale
    records: list[tuple[Movie | Series | Person, Names, float]] = [
        *_popular(context, catalogue.movies, catalogue.movie_names),
        *_popular(context, catalogue.series, catalogue.series_names),
        *_popular(context, catalogue.people, catalogue.person_names),
    ]
    return page(
        context, sort_by_match(query, records), lambda record: mixed_row(record, catalogue, locale), number=number
    )


def collections(context: RequestContext) -> JSONObject:
    """Search collections by their names in all languages."""
    query, number = _query(context)
    catalogue, locale = context.catalogue, context.locale
    results = sort_by_match(query, _all(catalogue.collections, catalogue.collection_names))
    return page(context, results, lambda one: {"adult": False, **collection_row(one, locale)}, number=number)


def companies(context: RequestContext) -> JSONObject:
    """Search companies by any of their names."""
    query, number = _query(context)
    results = sort_by_match(query, _all(context.catalogue.companies, context.catalogue.company_names))
    return page(context, results, list_rows.company, number=number)


def keywords(context: RequestContext) -> JSONObject:
    """Search keywords."""
    if not context.query.get("query") and context.operation in EMPTY_QUERY_IS_EMPTY_PAGE:
        # Other empty lists have no page.
        return {"page": requested_page(context), "results": [], "total_pages": 1, "total_results": 0}
    query, number = _query(context)
    results = sort_by_match(query, _all(context.catalogue.keywords, context.catalogue.keyword_names))
    return page(context, results, lambda one: {"id": one.id, "name": one.name}, number=number)


def _query(context: RequestContext) -> tuple[SearchName, int]:
    return SearchName.of(context.required_text("query")), requested_page(context)


def _popular(
    context: RequestContext, records: Mapping[int, R], names: Mapping[int, Names]
) -> Iterator[tuple[R, Names, float]]:
    adult = context.flag("include_adult")
    return ((one, names[one.id], one.popularity) for one in records.values() if adult or not one.adult)


def _all(records: Mapping[int, U], names: Mapping[int, Names]) -> Iterator[tuple[U, Names, float]]:
    # These have no popularity: the shorter of two names is first.
    return ((one, names[one.id], 1.0) for one in records.values())


ROUTES = (
    Route("GET", "/3/search/collection", collections),
    Route("GET", "/3/search/company", companies),
    Route("GET", "/3/search/keyword", keywords),
    Route("GET", "/3/search/movie", movies),
    Route("GET", "/3/search/multi", multi),
    Route("GET", "/3/search/person", people),
    Route("GET", "/3/search/tv", tv),
)
