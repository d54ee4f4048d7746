"""Movie lists: popular, top rated, now playing and upcoming."""

from __future__ import annotations

from datetime import date, timedelta

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import THEATRICAL, movie_row, releases_in
from .lookup import today
from .paging import page

# Top rated movies have a minimum number of votes, and are neither documentaries nor TV movies.
MINIMUM_VOTES = 200
EXCLUDED_FROM_TOP_RATED = frozenset({99, 10755})

# Theaters change their program on Wednesdays. "Now playing" is the six weeks up to the next Wednesday, "upcoming" the
# three weeks after it.
WEDNESDAY = 2
NOW_PLAYING = timedelta(weeks=6)
UPCOMING = timedelta(weeks=3)


def popular(context: RequestContext) -> JSONObject:
    """Return all movies, most popular first."""
    return _listed(context, _movies(context))


def top_rated(context: RequestContext) -> JSONObject:
    """Return the movies with enough votes, best vote average first; with `region`, those released there."""
    region = context.query.get("region", "")
    movies = [
        movie
        for movie in _movies(context)
        if movie.vote_count >= MINIMUM_VOTES
        and not EXCLUDED_FROM_TOP_RATED & {*movie.genres}
        and (not region or releases_in(context, movie))
    ]
    return _listed(context, sorted(movies, key=lambda movie: -movie.vote_average))


def now_playing(context: RequestContext) -> JSONObject:
    """Return the movies in theaters, in one country if `region` is set."""
    last = _next_wednesday(today(context))
    return _dated(context, last - NOW_PLAYING, last)


def upcoming(context: RequestContext) -> JSONObject:
    """Return the movies released in the next weeks, in one country if `region` is set."""
    first = _next_wednesday(today(context))
    return _dated(context, first, first + UPCOMING)


def _movies(context: RequestContext) -> list[Movie]:
    return [movie for movie in context.catalogue.movies.values() if not movie.adult]


def _listed(context: RequestContext, movies: list[Movie]) -> JSONObject:
    locale, region = context.locale, context.query.get("region", "")
    return page(context, movies, lambda movie: movie_row(movie, locale, region))


def _next_wednesday(day: date) -> date:
    return day + timedelta(days=(WEDNESDAY - day.weekday() - 1) % 7 + 1)


def _dated(context: RequestContext, first: date, last: date) -> JSONObject:
    movies = [
        movie for movie in _movies(context) if any(first <= day <= last for day in _theatrical_days(context, movie))
    ]
    return {"dates": {"maximum": str(last), "minimum": str(first)}, **_listed(context, movies)}


def _theatrical_days(context: RequestContext, movie: Movie) -> list[date]:
    days = [release.date for release in releases_in(context, movie) if release.type in THEATRICAL]
    return [*days, movie.release_date] if movie.release_date and not context.query.get("region") else days


ROUTES = (
    Route("GET", "/3/movie/now_playing", now_playing),
    Route("GET", "/3/movie/popular", popular),
    Route("GET", "/3/movie/top_rated", top_rated),
    Route("GET", "/3/movie/upcoming", upcoming),
)
