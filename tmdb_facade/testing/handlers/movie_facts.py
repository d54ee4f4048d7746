"""What is known of a film beyond its details: other names, ids, keywords, releases, pictures, offers, changes."""

from __future__ import annotations

from tmdb_facade.testing import blocks
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Release


def alternative_titles(call: Call) -> JSONObject:
    """Other titles, of one country when `country` names it."""
    movie, country = call.movie(), call.query.get("country", "").upper()
    titles = [title for title in movie.alternative_titles if country in ("", title.country)]
    return {
        "id": movie.id,
        "titles": [{"iso_3166_1": title.country, "title": title.title, "type": title.type} for title in titles],
    }


def external_ids(call: Call) -> JSONObject:
    """The film's names elsewhere."""
    movie = call.movie()
    ids = movie.external_ids
    return {
        "id": movie.id,
        "imdb_id": movie.imdb_id,
        "wikidata_id": ids.wikidata,
        "facebook_id": ids.facebook,
        "instagram_id": ids.instagram,
        "twitter_id": ids.twitter,
    }


def keywords(call: Call) -> JSONObject:
    """The keywords of the film."""
    movie, known = call.movie(), call.catalogue.keywords
    return {"id": movie.id, "keywords": [{"id": number, "name": known[number].name} for number in movie.keywords]}


def release_dates(call: Call) -> JSONObject:
    """Releases and certifications by country."""
    movie = call.movie()
    return {
        "id": movie.id,
        "results": [
            {"iso_3166_1": country, "release_dates": [_release(release) for release in releases]}
            for country, releases in movie.releases.items()
        ],
    }


def translations(call: Call) -> JSONObject:
    """The titles and texts in all languages."""
    movie = call.movie()
    return blocks.translations(
        call,
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


def changes(call: Call) -> JSONObject:
    """The edits of a range of days."""
    return blocks.changes(call, call.movie().changes)


def images(call: Call) -> JSONObject:
    """The pictures of the film."""
    movie = call.movie()
    return {
        "id": movie.id,
        "backdrops": blocks.pictures(call, movie.backdrops),
        "logos": blocks.pictures(call, movie.logos),
        "posters": blocks.pictures(call, movie.posters),
    }


def videos(call: Call) -> JSONObject:
    """The videos about the film."""
    movie = call.movie()
    return blocks.videos(call, movie.id, movie.videos)


def watch_providers(call: Call) -> JSONObject:
    """Who shows, lends or sells the film, by country."""
    movie = call.movie()
    where = f"movie/{movie.id}-{blocks.slug(movie.original_title)}"
    return blocks.offers(call, movie.id, where, movie.watch_providers)


def _release(release: Release) -> JSONObject:
    return {
        "certification": release.certification,
        "descriptors": [],
        "iso_639_1": release.language,
        "note": release.note,
        "release_date": f"{release.date}T00:00:00.000Z",
        "type": release.type,
    }
