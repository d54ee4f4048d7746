"""Discovering films and series: every filter that TMDB documents, and the orders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Release, Show
from tmdb_facade.testing.filters import (
    Filter,
    Order,
    between,
    by_value,
    excludes,
    in_order,
    matching,
    offered,
    rated,
    wanted,
)
from tmdb_facade.testing.language import Locale, translation
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import movie_row, show_row

from .tv_lists import airs_within

# The numbers by which series are filtered.
STATUSES = {
    "Returning Series": "0",
    "Planned": "1",
    "In Production": "2",
    "Ended": "3",
    "Canceled": "4",
    "Pilot": "5",
}
TYPES = {
    "Documentary": "0",
    "News": "1",
    "Miniseries": "2",
    "Reality": "3",
    "Scripted": "4",
    "Talk Show": "5",
    "Video": "6",
}


def movies(call: Call) -> JSONObject:
    """Films that pass all filters."""
    locale = call.locale
    filters = [*_movie_filters(call), _released(call), *_people_filters(call)]
    found = matching(call.catalogue.movies.values(), filters)
    orders: dict[str, Order[Movie]] = {
        "popularity": lambda movie: movie.popularity,
        "revenue": lambda movie: movie.revenue,
        "primary_release_date": lambda movie: str(movie.release_date or ""),
        "original_title": lambda movie: movie.original_title.casefold(),
        "title": lambda movie: _title(movie, locale).casefold(),
        "vote_average": lambda movie: movie.vote_average,
        "vote_count": lambda movie: movie.vote_count,
    }
    region = call.query.get("region", "")
    return page(call, in_order(call, found, orders), lambda movie: movie_row(movie, locale, region))


def shows(call: Call) -> JSONObject:
    """Series that pass all filters.

    Raises:
        Refusal: There is no such time zone (400, code 28).
    """
    call.check_timezone()
    locale = call.locale
    found = matching(call.catalogue.shows.values(), _show_filters(call))
    orders: dict[str, Order[Show]] = {
        "popularity": lambda show: show.popularity,
        "first_air_date": lambda show: str(show.first_air_date or ""),
        "original_name": lambda show: show.original_name.casefold(),
        "name": lambda show: _title(show, locale).casefold(),
        "vote_average": lambda show: show.vote_average,
        "vote_count": lambda show: show.vote_count,
    }
    return page(call, in_order(call, found, orders), lambda show: show_row(show, locale))


def _title(title: Movie | Show, locale: Locale) -> str:
    original = title.original_title if isinstance(title, Movie) else title.original_name
    return translation(title, locale).title or original


def _both(call: Call) -> Iterable[Filter[Movie | Show]]:
    """The filters that films and series have in common."""
    adult = call.flag("include_adult")
    yield lambda title: adult or not title.adult
    yield rated(call)
    yield offered(call)
    yield wanted(call, "with_genres", lambda title: title.genres)
    yield excludes(call, "without_genres", lambda title: title.genres)
    yield wanted(call, "with_companies", lambda title: title.companies)
    yield excludes(call, "without_companies", lambda title: title.companies)
    yield wanted(call, "with_keywords", lambda title: title.keywords)
    yield excludes(call, "without_keywords", lambda title: title.keywords)
    yield wanted(call, "with_origin_country", lambda title: title.origin_countries)
    yield wanted(call, "with_original_language", lambda title: (title.original_language,))


def _movie_filters(call: Call) -> Iterable[Filter[Movie]]:
    yield from _both(call)
    videos = call.flag("include_video")
    yield lambda movie: videos or not movie.video
    yield by_value(call, "with_runtime", lambda movie: movie.runtime)
    yield between(call, "primary_release_date", lambda movie: (movie.release_date,))
    year, any_year = call.number("primary_release_year"), call.number("year")
    if year is not None:
        yield lambda movie: movie.release_date is not None and movie.release_date.year == year
    if any_year is not None:
        yield lambda movie: any(day.year == any_year for day in _days(movie))


def _people_filters(call: Call) -> Iterable[Filter[Movie]]:
    yield wanted(call, "with_cast", lambda movie: [role.person for role in movie.cast])
    yield wanted(call, "with_crew", lambda movie: [job.person for job in movie.crew])
    yield wanted(call, "with_people", lambda movie: [credit.person for credit in movie.credits])


def _days(movie: Movie) -> list[date]:
    days = [release.date for releases in movie.releases.values() for release in releases]
    return [*days, movie.release_date] if movie.release_date else days


def _released(call: Call) -> Filter[Movie]:
    """Make the filter for releases: one and the same has to be in the region, of the type, and on the days asked for."""
    region = call.query.get("region", "").upper()
    rated_in = call.query.get("certification_country", "").upper()
    on_days: Filter[Release] = between(call, "release_date", lambda release: (release.date,))
    of_type: Filter[Release] = wanted(call, "with_release_type", lambda release: (release.type,))
    asked = [name for name in ("release_date.gte", "release_date.lte", "with_release_type") if call.query.get(name)]
    certified = _certified(call, rated_in)

    def passes(movie: Movie) -> bool:
        if rated_in and not any(certified(release) for release in movie.releases.get(rated_in, ())):
            return False
        if not asked:
            return True
        held = [one for country, all_of in movie.releases.items() if region in ("", country) for one in all_of]
        if not held and movie.release_date and not region:
            held = [Release(date=movie.release_date)]
        return any(on_days(release) and of_type(release) for release in held)

    return passes


def _certified(call: Call, country: str) -> Filter[Release]:
    orders = {
        one.certification: one.order
        for one in call.catalogue.certifications
        if one.of == "movie" and one.country == country
    }
    exactly: Filter[Release] = wanted(call, "certification", lambda release: (release.certification,))
    least, most = (orders.get(call.query.get(f"certification.{end}", "")) for end in ("gte", "lte"))

    def passes(release: Release) -> bool:
        order = orders.get(release.certification)
        if least is not None and (order is None or order < least):
            return False
        return exactly(release) and (most is None or (order is not None and order <= most))

    return passes


def _show_filters(call: Call) -> Iterable[Filter[Show]]:
    yield from _both(call)
    undated = call.flag("include_null_first_air_dates")
    yield lambda show: undated or show.first_air_date is not None
    yield wanted(call, "with_networks", lambda show: show.networks)
    yield wanted(call, "with_status", lambda show: (STATUSES.get(show.status),))
    yield wanted(call, "with_type", lambda show: (TYPES.get(show.type),))
    yield between(call, "first_air_date", lambda show: (show.first_air_date,))
    first, last = call.day("air_date.gte"), call.day("air_date.lte")
    if first or last:
        yield lambda show: airs_within(call.catalogue, show, first, last)
    year = call.number("first_air_date_year")
    if year is not None:
        yield lambda show: show.first_air_date is not None and show.first_air_date.year == year
    if call.flag("screened_theatrically"):
        yield lambda show: any(one.screened_theatrically for season in show.seasons for one in season.episodes)
    yield by_value(call, "with_runtime", _usual_runtime)


def _usual_runtime(show: Show) -> int:
    """How long an episode is: as the series says, or else the first one of which it is known."""
    known = [episode.runtime for season in show.seasons for episode in season.episodes if episode.runtime]
    return next(iter((*show.episode_run_time, *known)), 0)


ROUTES = (
    Route("GET", "/3/discover/movie", movies),
    Route("GET", "/3/discover/tv", shows),
)
