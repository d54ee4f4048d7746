"""Old operations and blocks that TMDB still answers, or answered in the last recording, but no longer documents.

Each answer has the shape of its last recorded one; docs/embedded-behavior.md has the dates.
"""

from __future__ import annotations

from functools import partial

from tmdb_facade.testing.catalogue.records import Movie, Video
from tmdb_facade.testing.catalogue.search_words import SearchName, search_names, sort_by_match
from tmdb_facade.testing.protocol.language import languages_shown
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import configuration, movies, people, person_credits, reference, relations
from .list_rows import fields, movie_row
from .lookup import found_in, on
from .paging import page, requested_page
from .shared import user_list_row

# Old trailers had names instead of heights in pixels.
_SIZES = {360: "Standard", 480: "HQ"}


def releases(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the releases of all countries in one list, with the day only. None is `primary` any more."""
    return {
        "id": movie.id,
        "countries": [
            {
                "certification": release.certification,
                "descriptors": [],
                "iso_3166_1": country,
                "primary": False,
                "release_date": str(release.date),
            }
            for country, in_country in movie.releases.items()
            for release in in_country
        ],
    }


def trailers(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the videos on YouTube, of the languages of `videos`. There are none in QuickTime's format."""
    shown = languages_shown(context.locale.language, context.comma_list("include_video_language"))
    return {
        "id": movie.id,
        "quicktime": [],
        "youtube": [
            _trailer(video)
            for video in movie.videos
            if video.site == "YouTube" and (shown is None or video.language in shown)
        ],
    }


def _trailer(video: Video) -> JSONObject:
    return {**fields(video, "name", "type"), "size": _SIZES.get(video.size, "HD"), "source": video.key}


def genre_movies(context: RequestContext) -> JSONObject:
    """Return the movies of a genre, most popular first."""
    genre, locale = found_in(context.catalogue.genres, context.id("genre_id")), context.locale
    titles = [
        movie
        for movie in context.catalogue.movies.values()
        if genre.id in movie.genres and (not movie.adult or context.flag("include_adult"))
    ]
    return {"id": genre.id, **page(context, titles, lambda movie: movie_row(movie, locale))}


def jobs(context: RequestContext) -> JSONObject:
    """Return the jobs of each department."""
    return {"jobs": configuration.jobs(context)}


def timezones(context: RequestContext) -> list[JSONObject]:
    """Return the time zones by country: one object with one key for each."""
    return [{one.code: one.zones} for one in context.catalogue.countries.values() if one.zones]


def search_lists(context: RequestContext) -> JSONObject:
    """Search the public user lists by name. Their ids are texts.

    Raises:
        Refusal: The request has no `query`, or `page` is invalid (422).
    """
    query, number = SearchName.of(context.required_text("query")), requested_page(context)
    public = (one for one in context.state.data.lists.values() if one.public)
    found = sort_by_match(query, ((one, search_names(one.name), 1.0) for one in public))
    return page(context, found, lambda one: {**user_list_row(one), "id": str(one.id)}, number=number)


ROUTES = (
    Route("GET", "/3/genre/list", partial(reference.genres, "movie")),
    Route("GET", "/3/genre/{genre_id}/movies", genre_movies),
    Route("GET", "/3/job/list", jobs),
    Route("GET", "/3/people/popular", people.popular),
    Route("GET", "/3/person/{person_id}/credits", partial(person_credits.credits_of, Movie)),
    Route("GET", "/3/search/list", search_lists),
    Route("GET", "/3/timezones/list", timezones),
    *(
        Route("GET", f"{movies.MOVIE}/{name}", on(RequestContext.movie, answer))
        for name, answer in {
            "casts": movies.credits,
            "releases": releases,
            "similar_movies": relations.similar,
            "trailers": trailers,
        }.items()
    ),
)
