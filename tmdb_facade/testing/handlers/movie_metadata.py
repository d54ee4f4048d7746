"""Movie metadata: titles, external ids, keywords, releases, images, videos, watch providers and changes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Movie, Release
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import list_rows, shared
from .list_rows import fields


def alternative_titles(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the alternative titles, of one country if `country` is set."""
    country = context.query.get("country", "").upper()
    titles = [title for title in movie.alternative_titles if country in ("", title.country)]
    return {
        "id": movie.id,
        "titles": [{"iso_3166_1": title.country, "title": title.title, "type": title.type} for title in titles],
    }


def external_ids(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the movie's external ids."""
    ids = list_rows.external_ids(movie.external_ids, "wikidata", "facebook", "instagram", "twitter")
    return {"id": movie.id, "imdb_id": movie.imdb_id, **ids}


def keywords(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the movie's keywords."""
    known = context.catalogue.keywords
    return {"id": movie.id, "keywords": [{"id": number, "name": known[number].name} for number in movie.keywords]}


def release_dates(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the releases and certifications by country."""
    return {
        "id": movie.id,
        "results": [
            {"iso_3166_1": country, "release_dates": [_release(release) for release in releases]}
            for country, releases in movie.releases.items()
        ],
    }


def translations(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the titles and texts in every language."""
    return shared.translations(
        context,
        movie.id,
        movie.translations,
        lambda text: fields(text, "homepage", "overview", "runtime", "tagline", "title"),
    )


def _release(release: Release) -> JSONObject:
    return {
        **fields(release, "certification", "note", "type"),
        "descriptors": [],
        "iso_639_1": release.language,
        "release_date": f"{release.date}T00:00:00.000Z",
    }
