"""TV metadata: titles, external ids, keywords, content ratings, images, videos, watch providers and changes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import ExternalIds
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import episode_groups as groups
from . import shared


def alternative_titles(context: RequestContext) -> JSONObject:
    """Return the alternative titles."""
    series = context.series()
    return {
        "id": series.id,
        "results": [
            {"iso_3166_1": title.country, "title": title.title, "type": title.type}
            for title in series.alternative_titles
        ],
    }


def changes(context: RequestContext) -> JSONObject:
    """Return the edits in a range of days, without those of seasons and episodes."""
    return shared.changes(context, context.series().changes)


def content_ratings(context: RequestContext) -> JSONObject:
    """Return the content ratings by country."""
    series = context.series()
    return {
        "id": series.id,
        "results": [
            {"descriptors": [], "iso_3166_1": country, "rating": rating}
            for country, rating in series.content_ratings.items()
        ],
    }


def episode_groups(context: RequestContext) -> JSONObject:
    """Return the series' episode groups."""
    series = context.series()
    return {"id": series.id, "results": [groups.summary(context.catalogue, group) for group in series.episode_groups]}


def external_ids(context: RequestContext) -> JSONObject:
    """Return the series' external ids."""
    series = context.series()
    ids = series.external_ids
    return {
        "id": series.id,
        "imdb_id": series.imdb_id,
        **shared_ids(ids),
        "facebook_id": ids.facebook,
        "instagram_id": ids.instagram,
        "twitter_id": ids.twitter,
    }


def shared_ids(ids: ExternalIds) -> JSONObject:
    """Return the external ids that series, seasons and episodes share."""
    return {
        "freebase_mid": ids.freebase_mid,
        "freebase_id": ids.freebase,
        "tvdb_id": ids.tvdb,
        "tvrage_id": ids.tvrage,
        "wikidata_id": ids.wikidata,
    }


def images(context: RequestContext) -> JSONObject:
    """Return the series' images."""
    return shared.title_images(context, context.series())


def keywords(context: RequestContext) -> JSONObject:
    """Return the series' keywords. Unlike those of movies, their key is `results`."""
    series, known = context.series(), context.catalogue.keywords
    return {"id": series.id, "results": [{"id": number, "name": known[number].name} for number in series.keywords]}


def reviews(context: RequestContext) -> JSONObject:
    """Return the reviews in the request's language."""
    return shared.reviews(context, context.series())


def screened_theatrically(context: RequestContext) -> JSONObject:
    """Return the episodes that were screened theatrically."""
    series = context.series()
    return {
        "id": series.id,
        "results": [
            {"id": episode.id, "episode_number": episode.number, "season_number": season.number}
            for season in series.seasons
            for episode in context.catalogue.episodes[season.id]
            if episode.screened_theatrically
        ],
    }


def translations(context: RequestContext) -> JSONObject:
    """Return the names and texts in every language."""
    series = context.series()
    return shared.translations(
        context,
        series.id,
        series.translations,
        lambda text: {
            "homepage": text.homepage,
            "name": text.title,
            "overview": text.overview,
            "tagline": text.tagline,
        },
    )


def videos(context: RequestContext) -> JSONObject:
    """Return the series' own videos."""
    series = context.series()
    return shared.videos(context, series.id, series.videos)


def watch_providers(context: RequestContext) -> JSONObject:
    """Return the series' watch providers by country."""
    series = context.series()
    return shared.watch_providers(
        context, series.id, f"tv/{series.id}-{shared.slug(series.original_name)}", series.watch_providers
    )
