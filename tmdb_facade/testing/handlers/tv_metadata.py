"""What is known of a series beyond its details: other names, ids, keywords, ratings, pictures, offers, changes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import ExternalIds
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import episode_groups as groups
from . import shared


def alternative_titles(context: RequestContext) -> JSONObject:
    """Other names of the series."""
    series = context.series()
    return {
        "id": series.id,
        "results": [
            {"iso_3166_1": title.country, "title": title.title, "type": title.type}
            for title in series.alternative_titles
        ],
    }


def changes(context: RequestContext) -> JSONObject:
    """The edits of a range of days; seasons and episodes have their own."""
    return shared.changes(context, context.series().changes)


def content_ratings(context: RequestContext) -> JSONObject:
    """The age ratings by country."""
    series = context.series()
    return {
        "id": series.id,
        "results": [
            {"descriptors": [], "iso_3166_1": country, "rating": rating}
            for country, rating in series.content_ratings.items()
        ],
    }


def episode_groups(context: RequestContext) -> JSONObject:
    """The other orders of the series' episodes."""
    series = context.series()
    return {"id": series.id, "results": [groups.summary(context.catalogue, group) for group in series.episode_groups]}


def external_ids(context: RequestContext) -> JSONObject:
    """The series' names elsewhere."""
    series = context.series()
    ids = series.external_ids
    return {
        "id": series.id,
        "imdb_id": series.imdb_id,
        **catalogued(ids),
        "facebook_id": ids.facebook,
        "instagram_id": ids.instagram,
        "twitter_id": ids.twitter,
    }


def catalogued(ids: ExternalIds) -> JSONObject:
    """The names in other catalogues, which series, seasons and episodes have."""
    return {
        "freebase_mid": ids.freebase_mid,
        "freebase_id": ids.freebase,
        "tvdb_id": ids.tvdb,
        "tvrage_id": ids.tvrage,
        "wikidata_id": ids.wikidata,
    }


def images(context: RequestContext) -> JSONObject:
    """The pictures of the series."""
    series = context.series()
    return {
        "id": series.id,
        "backdrops": shared.images(context, series.backdrops),
        "logos": shared.images(context, series.logos),
        "posters": shared.images(context, series.posters),
    }


def keywords(context: RequestContext) -> JSONObject:
    """The keywords of the series; other than those of films they are `results`."""
    series, known = context.series(), context.catalogue.keywords
    return {"id": series.id, "results": [{"id": number, "name": known[number].name} for number in series.keywords]}


def reviews(context: RequestContext) -> JSONObject:
    """The reviews in the request's language."""
    return shared.reviews(context, context.series())


def screened_theatrically(context: RequestContext) -> JSONObject:
    """The episodes that were shown in cinemas."""
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
    """The names and texts in all languages."""
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
    """The videos about the series as a whole."""
    series = context.series()
    return shared.videos(context, series.id, series.videos)


def watch_providers(context: RequestContext) -> JSONObject:
    """Who shows or sells the series, by country."""
    series = context.series()
    return shared.offers(
        context, series.id, f"tv/{series.id}-{shared.slug(series.original_name)}", series.watch_providers
    )
