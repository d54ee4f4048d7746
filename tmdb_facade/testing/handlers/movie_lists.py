"""Lists of films: the popular ones, the best, those in the cinemas now and those to come."""

from __future__ import annotations

from datetime import date, timedelta

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import IN_CINEMAS, movie_row
from .lookup import today
from .paging import page

# A list of the best wants some votes, and no documentaries or films for television.
ENOUGH_VOTES = 200
NOT_AMONG_THE_BEST = frozenset({99, 10755})

# Cinemas change on Wednesdays: six weeks up to the next one are "now", the three weeks from then on are to come.
WEDNESDAY = 2
NOW = timedelta(weeks=6)
SOON = timedelta(weeks=3)


def popular(context: RequestContext) -> JSONObject:
    """All films, most popular first."""
    return _listed(context, _movies(context))


def top_rated(context: RequestContext) -> JSONObject:
    """The films with the best votes."""
    found = [
        movie
        for movie in _movies(context)
        if movie.vote_count >= ENOUGH_VOTES and not NOT_AMONG_THE_BEST & {*movie.genres}
    ]
    return _listed(context, sorted(found, key=lambda movie: -movie.vote_average))


def now_playing(context: RequestContext) -> JSONObject:
    """Films that came to the cinemas of the last weeks, of one country when `region` names it."""
    last = _next_wednesday(today(context))
    return _dated(context, last - NOW, last)


def upcoming(context: RequestContext) -> JSONObject:
    """Films that come to the cinemas of the next weeks, of one country when `region` names it."""
    first = _next_wednesday(today(context))
    return _dated(context, first, first + SOON)


def _movies(context: RequestContext) -> list[Movie]:
    return [movie for movie in context.catalogue.movies.values() if not movie.adult]


def _listed(context: RequestContext, found: list[Movie]) -> JSONObject:
    locale, region = context.locale, context.query.get("region", "")
    return page(context, found, lambda movie: movie_row(movie, locale, region))


def _next_wednesday(day: date) -> date:
    return day + timedelta(days=(WEDNESDAY - day.weekday() - 1) % 7 + 1)


def _dated(context: RequestContext, first: date, last: date) -> JSONObject:
    region = context.query.get("region", "").upper()
    found = [movie for movie in _movies(context) if any(first <= day <= last for day in _cinema_days(movie, region))]
    return {"dates": {"maximum": str(last), "minimum": str(first)}, **_listed(context, found)}


def _cinema_days(movie: Movie, region: str) -> list[date]:
    days = [
        release.date
        for country, releases in movie.releases.items()
        for release in releases
        if region in ("", country) and release.type in IN_CINEMAS
    ]
    return [*days, movie.release_date] if movie.release_date and not region else days


ROUTES = (
    Route("GET", "/3/movie/now_playing", now_playing),
    Route("GET", "/3/movie/popular", popular),
    Route("GET", "/3/movie/top_rated", top_rated),
    Route("GET", "/3/movie/upcoming", upcoming),
)
