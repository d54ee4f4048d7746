"""What titles are sorted by: genres, keywords, certifications; and who offers them."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.language import name_in
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import movie_row
from tmdb_facade.testing.wanted import found_in


def genres(kind: str) -> Callable[[Call], JSONObject]:
    """Make what lists the genres of films (`movie`) or series (`tv`), by name."""

    def answer(call: Call) -> JSONObject:
        locale = call.locale
        named = [(name_in(one.names, locale), one.id) for one in call.catalogue.genres.values() if kind in one.of]
        return {"genres": [{"id": number, "name": name} for name, number in sorted(named)]}

    return answer


def certifications(kind: str) -> Callable[[Call], JSONObject]:
    """Make what lists the age ratings of films (`movie`) or series (`tv`), by country."""

    def answer(call: Call) -> JSONObject:
        by_country: dict[str, list[JSONObject]] = {}
        for one in call.catalogue.certifications:
            if one.of == kind:
                row: JSONObject = {"certification": one.certification, "meaning": one.meaning, "order": one.order}
                by_country.setdefault(one.country, []).append(row)
        call.reply.headers["cache-control"] = "must-revalidate, max-age=0, private"
        return {"certifications": by_country}

    return answer


def keyword(call: Call) -> JSONObject:
    """One keyword."""
    found = found_in(call.catalogue.keywords, call.id("keyword_id"))
    return {"id": found.id, "name": found.name}


def keyword_movies(call: Call) -> JSONObject:
    """The films with a keyword."""
    found, locale = found_in(call.catalogue.keywords, call.id("keyword_id")), call.locale
    movies = [
        movie
        for movie in call.catalogue.movies.values()
        if found.id in movie.keywords and (not movie.adult or call.flag("include_adult"))
    ]
    return {"id": found.id, **page(call, movies, lambda movie: movie_row(movie, locale))}


def providers(kind: str) -> Callable[[Call], JSONObject]:
    """Make what lists who offers films (`movie`) or series (`tv`), of one country when `watch_region` names it."""

    def answer(call: Call) -> JSONObject:
        region = call.query.get("watch_region", "").upper()
        found = [
            one
            for one in call.catalogue.providers.values()
            if kind in one.of and (not region or region in one.display_priorities)
        ]
        found.sort(key=lambda one: (one.display_priorities.get(region, one.display_priority), one.id))
        return {
            "results": [
                {
                    "display_priorities": one.display_priorities,
                    "display_priority": one.display_priorities.get(region, one.display_priority),
                    "logo_path": one.logo_path,
                    "provider_name": one.name,
                    "provider_id": one.id,
                }
                for one in found
            ]
        }

    return answer


def regions(call: Call) -> JSONObject:
    """The countries in which something is offered."""
    offered = {country for one in call.catalogue.providers.values() for country in one.display_priorities}
    return {
        "results": [
            {"iso_3166_1": one.code, "english_name": one.english_name, "native_name": one.native_name}
            for one in call.catalogue.countries.values()
            if one.code in offered
        ]
    }


ROUTES = (
    Route("GET", "/3/certification/movie/list", certifications("movie"), max_age=0),
    Route("GET", "/3/certification/tv/list", certifications("tv"), max_age=0),
    Route("GET", "/3/genre/movie/list", genres("movie")),
    Route("GET", "/3/genre/tv/list", genres("tv")),
    Route("GET", "/3/keyword/{keyword_id}", keyword),
    Route("GET", "/3/keyword/{keyword_id}/movies", keyword_movies),
    Route("GET", "/3/watch/providers/movie", providers("movie")),
    Route("GET", "/3/watch/providers/regions", regions),
    Route("GET", "/3/watch/providers/tv", providers("tv")),
)
