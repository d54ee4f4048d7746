"""Discover movies and TV series: all documented filters and sort orders."""

from __future__ import annotations

from collections.abc import Iterable

from tmdb_facade.testing.catalogue.records import Movie, Release, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .discover_filters import (
    Filter,
    Order,
    between,
    by_value,
    by_votes,
    by_watch_providers,
    excludes,
    in_order,
    in_year,
    includes,
    matching,
)
from .list_rows import localized_title, movie_row, release_day, releases_in, series_row
from .paging import page
from .tv_lists import air_days

# The numbers that `with_status` and `with_type` use.
_STATUS_NAMES = ("Returning Series", "Planned", "In Production", "Ended", "Canceled", "Pilot")
_TYPE_NAMES = ("Documentary", "News", "Miniseries", "Reality", "Scripted", "Talk Show", "Video")
STATUSES = {name: number for number, name in enumerate(_STATUS_NAMES)}
TYPES = {name: number for number, name in enumerate(_TYPE_NAMES)}


def movies(context: RequestContext) -> JSONObject:
    """Return the movies that pass all filters. TMDB no longer documents the order by `release_date`, the shown one."""
    locale, region = context.locale, context.query.get("region", "")
    filters = [*_movie_filters(context), _released(context), *_people_filters(context)]
    titles = matching(context.catalogue.movies.values(), filters)
    orders: dict[str, Order[Movie]] = {
        "popularity": lambda movie: movie.popularity,
        "revenue": lambda movie: movie.revenue,
        "primary_release_date": lambda movie: str(movie.release_date or ""),
        "release_date": lambda movie: str(release_day(movie, region) or ""),
        "original_title": lambda movie: movie.original_title.casefold(),
        "title": lambda movie: localized_title(movie, locale).casefold(),
        "vote_average": lambda movie: movie.vote_average,
        "vote_count": lambda movie: movie.vote_count,
    }
    found = in_order(context, titles, orders)
    return page(context, found, lambda movie: movie_row(movie, locale, region), fewest_pages=1)


def tv(context: RequestContext) -> JSONObject:
    """Return the TV series that pass all filters.

    Raises:
        Refusal: The time zone is unknown (400, code 28).
    """
    context.check_timezone()
    locale = context.locale
    titles = matching(context.catalogue.series.values(), _series_filters(context))
    orders: dict[str, Order[Series]] = {
        "popularity": lambda series: series.popularity,
        "first_air_date": lambda series: str(series.first_air_date or ""),
        "original_name": lambda series: series.original_name.casefold(),
        "name": lambda series: localized_title(series, locale).casefold(),
        "vote_average": lambda series: series.vote_average,
        "vote_count": lambda series: series.vote_count,
    }
    return page(context, in_order(context, titles, orders), lambda series: series_row(series, locale), fewest_pages=1)


def _both(context: RequestContext) -> Iterable[Filter[Movie | Series]]:
    """Yield the filters that movies and TV series share."""
    adult = context.flag("include_adult")
    yield lambda title: adult or not title.adult
    yield by_votes(context)
    yield by_watch_providers(context)
    yield includes(context, "with_genres", lambda title: title.genres)
    yield excludes(context, "without_genres", lambda title: title.genres)
    yield includes(context, "with_companies", lambda title: title.companies)
    yield excludes(context, "without_companies", lambda title: title.companies)
    yield includes(context, "with_keywords", lambda title: title.keywords)
    yield excludes(context, "without_keywords", lambda title: title.keywords)
    yield includes(context, "with_origin_country", lambda title: title.origin_countries)
    yield includes(context, "with_original_language", lambda title: (title.original_language,))


def _movie_filters(context: RequestContext) -> Iterable[Filter[Movie]]:
    yield from _both(context)
    videos = context.flag("include_video")
    yield lambda movie: videos or not movie.video
    yield by_value(context, "with_runtime", lambda movie: movie.runtime)
    yield between(context, "primary_release_date", lambda movie: (movie.release_date,))
    yield in_year(context, "primary_release_year", lambda movie: (movie.release_date,))
    yield in_year(context, "year", lambda movie: movie.release_days)


def _people_filters(context: RequestContext) -> Iterable[Filter[Movie]]:
    yield includes(context, "with_cast", lambda movie: [role.person for role in movie.cast])
    yield includes(context, "with_crew", lambda movie: [job.person for job in movie.crew])
    yield includes(context, "with_people", lambda movie: [credit.person for credit in movie.credits])


def _released(context: RequestContext) -> Filter[Movie]:
    """Build the release filter: a single release has to match the region, the types and the days."""
    certification_country = context.query.get("certification_country", "").upper()
    on_days: Filter[Release] = between(context, "release_date", lambda release: (release.date,))
    of_type: Filter[Release] = includes(context, "with_release_type", lambda release: (release.type,))
    limited = any(map(context.query.get, ("release_date.gte", "release_date.lte", "with_release_type")))
    certified = _certified(context, certification_country)

    def passes(movie: Movie) -> bool:
        if certification_country and not any(
            certified(release) for release in movie.releases.get(certification_country, ())
        ):
            return False
        if not limited:
            return True
        return any(on_days(release) and of_type(release) for release in releases_in(context, movie))

    return passes


def _certified(context: RequestContext, country: str) -> Filter[Release]:
    orders = {
        one.certification: one.order
        for one in context.catalogue.certifications
        if one.of == "movie" and one.country == country
    }
    exactly: Filter[Release] = includes(context, "certification", lambda release: (release.certification,))
    least, most = (orders.get(context.query.get(f"certification.{end}", "")) for end in ("gte", "lte"))

    def passes(release: Release) -> bool:
        order = orders.get(release.certification)
        if least is not None and (order is None or order < least):
            return False
        return exactly(release) and (most is None or (order is not None and order <= most))

    return passes


def _series_filters(context: RequestContext) -> Iterable[Filter[Series]]:
    yield from _both(context)
    undated = context.flag("include_null_first_air_dates")
    yield lambda series: undated or series.first_air_date is not None
    yield includes(context, "with_networks", lambda series: series.networks)
    yield includes(context, "with_status", lambda series: (STATUSES.get(series.status),))
    yield includes(context, "with_type", lambda series: (TYPES.get(series.type),))
    yield between(context, "first_air_date", lambda series: (series.first_air_date,))
    yield between(context, "air_date", air_days)
    yield in_year(context, "first_air_date_year", lambda series: (series.first_air_date,))
    if context.flag("screened_theatrically"):
        yield lambda series: any(one.screened_theatrically for season in series.seasons for one in season.episodes)
    yield by_value(context, "with_runtime", _usual_runtime)


def _usual_runtime(series: Series) -> int:
    """Return the runtime of an episode: the series' own value, else the first known one of an episode."""
    known = [episode.runtime for season in series.seasons for episode in season.episodes if episode.runtime]
    return next(iter((*series.episode_run_time, *known)), 0)


ROUTES = (
    Route("GET", "/3/discover/movie", movies),
    Route("GET", "/3/discover/tv", tv),
)
