"""Genres, keywords, certifications and watch providers."""

from __future__ import annotations

from functools import partial

from tmdb_facade.testing.protocol.language import name_in
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .configuration import country_row
from .list_rows import fields, movie_row
from .lookup import found_in
from .paging import page


def genres(kind: str, context: RequestContext) -> JSONObject:
    """Return the genres of movies (`movie`) or TV series (`tv`), by their English names in every language."""
    locale = context.locale
    genres = sorted(
        (one for one in context.catalogue.genres.values() if kind in one.of), key=lambda one: one.names["en"]
    )
    return {"genres": [{"id": one.id, "name": name_in(one.names, locale)} for one in genres]}


def certifications(kind: str, context: RequestContext) -> JSONObject:
    """Return the certifications of movies (`movie`) or TV series (`tv`), by country."""
    by_country: dict[str, list[JSONObject]] = {}
    for one in context.catalogue.certifications:
        if one.of == kind:
            by_country.setdefault(one.country, []).append(fields(one, "certification", "meaning", "order"))
    context.reply.headers["cache-control"] = "must-revalidate, max-age=0, private"
    return {"certifications": by_country}


def keyword(context: RequestContext) -> JSONObject:
    """Return a keyword's details."""
    record = found_in(context.catalogue.keywords, context.id("keyword_id"))
    return {"id": record.id, "name": record.name}


def keyword_movies(context: RequestContext) -> JSONObject:
    """Return the movies with a keyword."""
    record, locale = found_in(context.catalogue.keywords, context.id("keyword_id")), context.locale
    movies = [
        movie
        for movie in context.catalogue.movies.values()
        if record.id in movie.keywords and (not movie.adult or context.flag("include_adult"))
    ]
    return {"id": record.id, **page(context, movies, lambda movie: movie_row(movie, locale))}


def providers(kind: str, context: RequestContext) -> JSONObject:
    """Return the watch providers of movies (`movie`) or TV series (`tv`).

    They are in order of their ids. If `watch_region` is set, only the providers of that country are returned, in that
    country's order.
    """
    region = context.query.get("watch_region", "").upper()
    selected = [
        one
        for one in context.catalogue.providers.values()
        if kind in one.of and (not region or region in one.display_priorities)
    ]
    selected.sort(key=lambda one: (one.display_priorities.get(region, 0), one.id))
    return {
        "results": [
            {
                "display_priorities": one.display_priorities,
                "display_priority": one.display_priorities.get(region, one.display_priority),
                "logo_path": one.logo_path,
                "provider_name": one.name,
                "provider_id": one.id,
            }
            for one in selected
        ]
    }


def regions(context: RequestContext) -> JSONObject:
    """Return the countries that have watch providers."""
    countries = {country for one in context.catalogue.providers.values() for country in one.display_priorities}
    known = context.catalogue.countries.values()
    return {"results": [country_row(one, context.locale) for one in known if one.code in countries]}


ROUTES = (
    Route("GET", "/3/certification/movie/list", partial(certifications, "movie"), max_age=0),
    Route("GET", "/3/certification/tv/list", partial(certifications, "tv"), max_age=0),
    Route("GET", "/3/genre/movie/list", partial(genres, "movie")),
    Route("GET", "/3/genre/tv/list", partial(genres, "tv")),
    Route("GET", "/3/keyword/{keyword_id}", keyword),
    Route("GET", "/3/keyword/{keyword_id}/movies", keyword_movies),
    Route("GET", "/3/watch/providers/movie", partial(providers, "movie")),
    Route("GET", "/3/watch/providers/regions", regions),
    Route("GET", "/3/watch/providers/tv", partial(providers, "tv")),
)
