"""What is known of a series beyond its details: other names, ids, keywords, ratings, pictures, offers, changes."""

from __future__ import annotations

from tmdb_facade.testing import blocks
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import ExternalIds

from . import episode_groups as groups


def alternative_titles(call: Call) -> JSONObject:
    """Other names of the series."""
    show = call.show()
    return {
        "id": show.id,
        "results": [
            {"iso_3166_1": title.country, "title": title.title, "type": title.type} for title in show.alternative_titles
        ],
    }


def changes(call: Call) -> JSONObject:
    """The edits of a range of days; seasons and episodes have their own."""
    return blocks.changes(call, call.show().changes)


def content_ratings(call: Call) -> JSONObject:
    """The age ratings by country."""
    show = call.show()
    return {
        "id": show.id,
        "results": [
            {"descriptors": [], "iso_3166_1": country, "rating": rating}
            for country, rating in show.content_ratings.items()
        ],
    }


def episode_groups(call: Call) -> JSONObject:
    """The other orders of the series' episodes."""
    show = call.show()
    return {"id": show.id, "results": [groups.summary(call.catalogue, group) for group in show.episode_groups]}


def external_ids(call: Call) -> JSONObject:
    """The series' names elsewhere."""
    show = call.show()
    ids = show.external_ids
    return {
        "id": show.id,
        "imdb_id": show.imdb_id,
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


def images(call: Call) -> JSONObject:
    """The pictures of the series."""
    show = call.show()
    return {
        "id": show.id,
        "backdrops": blocks.pictures(call, show.backdrops),
        "logos": blocks.pictures(call, show.logos),
        "posters": blocks.pictures(call, show.posters),
    }


def keywords(call: Call) -> JSONObject:
    """The keywords of the series; other than those of films they are `results`."""
    show, known = call.show(), call.catalogue.keywords
    return {"id": show.id, "results": [{"id": number, "name": known[number].name} for number in show.keywords]}


def reviews(call: Call) -> JSONObject:
    """The reviews in the request's language."""
    return blocks.reviews(call, call.show())


def screened_theatrically(call: Call) -> JSONObject:
    """The episodes that were shown in cinemas."""
    show = call.show()
    return {
        "id": show.id,
        "results": [
            {"id": episode.id, "episode_number": episode.number, "season_number": season.number}
            for season in show.seasons
            for episode in call.catalogue.episodes[season.id]
            if episode.screened_theatrically
        ],
    }


def translations(call: Call) -> JSONObject:
    """The names and texts in all languages."""
    show = call.show()
    return blocks.translations(
        call,
        show.id,
        show.translations,
        lambda text: {
            "homepage": text.homepage,
            "name": text.title,
            "overview": text.overview,
            "tagline": text.tagline,
        },
    )


def videos(call: Call) -> JSONObject:
    """The videos about the series as a whole."""
    show = call.show()
    return blocks.videos(call, show.id, show.videos)


def watch_providers(call: Call) -> JSONObject:
    """Who shows or sells the series, by country."""
    show = call.show()
    return blocks.offers(call, show.id, f"tv/{show.id}-{blocks.slug(show.original_name)}", show.watch_providers)
