"""Movie metadata: titles, external ids, keywords, releases, images, videos, watch providers and changes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Release
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import shared


def alternative_titles(context: RequestContext) -> JSONObject:
    """Return the alternative titles, of one country if `country` is set."""
    movie, country = context.movie(), context.query.get("country", "").upper()
    titles = [title for title in movie.alternative_titles if country in ("", title.country)]
    return {
        "id": movie.id,
        "titles": [{"iso_3166_1": title.country, "title": title.title, "type": title.type} for title in titles],
    }


def external_ids(context: RequestContext) -> JSONObject:
    """Return the movie's external ids."""
    movie = context.movie()
    ids = movie.external_ids
    return {
        "id": movie.id,
        "imdb_id": movie.imdb_id,
        "wikidata_id": ids.wikidata,
        "facebook_id": ids.facebook,
        "instagram_id": ids.instagram,
        "twitter_id": ids.twitter,
    }


def keywords(context: RequestContext) -> JSONObject:
    """Return the movie's keywords."""
    movie, known = context.movie(), context.catalogue.keywords
    return {"id": movie.id, "keywords": [{"id": number, "name": known[number].name} for number in movie.keywords]}


def release_dates(context: RequestContext) -> JSONObject:
    """Return the releases and certifications by country."""
    movie = context.movie()
    return {
        "id": movie.id,
        "results": [
            {"iso_3166_1": country, "release_dates": [_release(release) for release in releases]}
            for country, releases in movie.releases.items()
        ],
    }


def translations(context: RequestContext) -> JSONObject:
    """Return the titles and texts in every language."""
    movie = context.movie()
    return shared.translations(
        context,
        movie.id,
        movie.translations,
        lambda text: {
            "homepage": text.homepage,
            "overview": text.overview,
            "runtime": text.runtime,
            "tagline": text.tagline,
            "title": text.title,
        },
    )


def changes(context: RequestContext) -> JSONObject:
    """Return the edits in a range of days."""
    return shared.changes(context, context.movie().changes)


def images(context: RequestContext) -> JSONObject:
    """Return the movie's images."""
    return shared.title_images(context, context.movie())


def videos(context: RequestContext) -> JSONObject:
    """Return the movie's videos."""
    movie = context.movie()
    return shared.videos(context, movie.id, movie.videos)


def watch_providers(context: RequestContext) -> JSONObject:
    """Return the movie's watch providers by country."""
    movie = context.movie()
    page_path = f"movie/{movie.id}-{shared.slug(movie.original_title)}"
    return shared.watch_providers(context, movie.id, page_path, movie.watch_providers)


def _release(release: Release) -> JSONObject:
    return {
        "certification": release.certification,
        "descriptors": [],
        "iso_639_1": release.language,
        "note": release.note,
        "release_date": f"{release.date}T00:00:00.000Z",
        "type": release.type,
    }
