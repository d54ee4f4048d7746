"""TV metadata: titles, external ids, keywords, content ratings, images, videos, watch providers and changes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import ExternalIds, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import episode_groups as groups
from . import list_rows, shared
from .list_rows import fields


def alternative_titles(context: RequestContext, series: Series) -> JSONObject:
    """Return the alternative titles."""
    return {
        "id": series.id,
        "results": [
            {"iso_3166_1": title.country, "title": title.title, "type": title.type}
            for title in series.alternative_titles
        ],
    }


def content_ratings(context: RequestContext, series: Series) -> JSONObject:
    """Return the content ratings by country."""
    return {
        "id": series.id,
        "results": [
            {"descriptors": [], "iso_3166_1": country, "rating": rating}
            for country, rating in series.content_ratings.items()
        ],
    }


def episode_groups(context: RequestContext, series: Series) -> JSONObject:
    """Return the series' episode groups."""
    return {"id": series.id, "results": [groups.summary(context.catalogue, group) for group in series.episode_groups]}


def external_ids(context: RequestContext, series: Series) -> JSONObject:
    """Return the series' external ids."""
    ids = list_rows.external_ids(series.external_ids, "facebook", "instagram", "twitter")
    return {"id": series.id, "imdb_id": series.imdb_id, **shared_ids(series.external_ids), **ids}


def shared_ids(ids: ExternalIds) -> JSONObject:
    """Return the external ids that series, seasons and episodes share."""
    return {
        "freebase_mid": ids.freebase_mid,
        **list_rows.external_ids(ids, "freebase", "tvdb", "tvrage", "wikidata"),
    }


def keywords(context: RequestContext, series: Series) -> JSONObject:
    """Return the series' keywords. Unlike those of movies, their key is `results`."""
    known = context.catalogue.keywords
    return {"id": series.id, "results": [{"id": number, "name": known[number].name} for number in series.keywords]}


def screened_theatrically(context: RequestContext, series: Series) -> JSONObject:
    """Return the episodes that were screened theatrically."""
    return {
        "id": series.id,
        "results": [
            {"id": episode.id, "episode_number": episode.number, "season_number": season.number}
            for season in series.seasons
            for episode in context.catalogue.episodes[season.id]
            if episode.screened_theatrically
        ],
    }


def translations(context: RequestContext, series: Series) -> JSONObject:
    """Return the names and texts in every language."""
    return shared.translations(
        context,
        series.id,
        series.translations,
        lambda text: {**fields(text, "homepage", "overview", "tagline"), "name": text.title},
    )
