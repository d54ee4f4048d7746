"""What is known of a film beyond its details: other names, ids, keywords, releases, translations, changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import ChangedValue, Release
from tmdb_facade.testing.errors import Refusal

LONGEST_RANGE = timedelta(days=14)


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
    movie, languages = call.movie(), call.catalogue.languages
    return {
        "id": movie.id,
        "translations": [
            {
                "iso_3166_1": text.country,
                "iso_639_1": text.language,
                "name": languages[text.language].name,
                "english_name": languages[text.language].english_name,
                "data": {
                    "homepage": text.homepage,
                    "overview": text.overview,
                    "runtime": text.runtime,
                    "tagline": text.tagline,
                    "title": text.title,
                },
            }
            for text in sorted(movie.translations, key=lambda text: (text.language, text.country))
        ],
    }


def changes(call: Call) -> JSONObject:
    """The edits of a range of at most 14 days; the last day's when no range is given.

    Raises:
        Refusal: The range is too long (422, code 20).
    """
    movie = call.movie()
    end = call.day("end_date") or datetime.now(UTC).date()
    start = call.day("start_date") or end - timedelta(days=1)
    if end - start > LONGEST_RANGE:
        raise Refusal.of(TMDBCode.INVALID_DATE_RANGE)
    shown: list[JSONObject] = []
    for change in movie.changes:
        items = [item for item in change.items if start <= date.fromisoformat(item.time[:10]) <= end]
        if items:
            shown.append({"key": change.key, "items": [_changed(item) for item in items]})
    return {"changes": shown}


def _release(release: Release) -> JSONObject:
    return {
        "certification": release.certification,
        "descriptors": [],
        "iso_639_1": release.language,
        "note": release.note,
        "release_date": f"{release.date}T00:00:00.000Z",
        "type": release.type,
    }


def _changed(item: ChangedValue) -> JSONObject:
    changed: JSONObject = {
        "id": item.id,
        "action": item.action,
        "time": item.time,
        "iso_639_1": item.language,
        "iso_3166_1": item.country,
    }
    if item.value is not None:
        changed["value"] = item.value
    if item.original_value is not None:
        changed["original_value"] = item.original_value
    return changed
