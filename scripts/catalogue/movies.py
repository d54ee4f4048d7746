"""Thin records of movies, made of recorded answers: facts of details and rows, and the first roles and main jobs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scripts.catalogue.files import main_countries, records_in
from scripts.catalogue.image_records import BACKDROP, POSTER, image
from scripts.catalogue.public_answers import public_titles
from scripts.catalogue.public_releases import public_releases
from scripts.catalogue.recorded import Key, Recorded, Sighting
from scripts.catalogue.references import by_language, collection_of, external_ids, imdb_id
from scripts.catalogue.requested import KEYWORDS, requested_reviews
from scripts.catalogue.sentences import WORDS, Facts, sentence
from scripts.catalogue.values import english, majority, newest, newest_number, object_of, rows_of, without_empty

ROLES = 10
JOBS = {"Director": 6, "Screenplay": 2, "Writer": 2, "Novel": 1, "Producer": 2, "Original Music Composer": 1,
        "Director of Photography": 1, "Editor": 1}  # fmt: skip
COUNTRIES = ("US", "GB", "DE", "FR", "ES")
_KEYWORDS = 15
_TITLES = 8
_VIDEOS = 2


def movie(recorded: Recorded, number: int) -> dict[str, Any]:
    """Return the thin record of a movie, without translations.

    Args:
        recorded: The recordings.
        number: The id of the movie.

    Raises:
        ValueError: No recording has the movie.
    """
    key = ("movie", number)
    rows = recorded.objects[key]
    if not rows:
        raise ValueError(f"no recording has the movie {number}")
    details = recorded.details(key)
    collection = newest(details, "belongs_to_collection")
    language = majority(rows, "original_language")
    countries = _ids(newest(details, "production_countries"), "iso_3166_1")
    credits_ = _credits(recorded, key)
    record = {
        "id": number,
        "imdb_id": imdb_id(recorded, key),
        "original_title": majority(rows, "original_title"),
        "original_language": language,
        "origin_countries": newest(details, "origin_country") or likely_origin(language, countries),
        "adult": newest(rows, "adult"),
        "video": newest(rows, "video"),
        "status": _status(details),
        "release_date": majority(rows, "release_date"),
        "runtime": majority(details, "runtime"),
        "budget": newest_number(details, "budget"),
        "revenue": newest_number(details, "revenue"),
        "homepage": newest(details, "homepage"),
        "popularity": newest_number(rows, "popularity"),
        "vote_average": newest_number(rows, "vote_average"),
        "vote_count": newest_number(rows, "vote_count"),
        "genres": _genres(rows),
        "companies": _ids(newest(details, "production_companies"), "id"),
        "production_countries": countries,
        "spoken_languages": _ids(newest(details, "spoken_languages"), "iso_639_1"),
        "keywords": _keywords(recorded, key),
        "collection": collection["id"] if collection else collection_of(recorded, number),
        "external_ids": external_ids(recorded, key),
        "cast": credits_["cast"],
        "crew": credits_["crew"],
        "posters": _images(recorded, key, "posters", newest(english(rows), "poster_path"), POSTER),
        "backdrops": _images(recorded, key, "backdrops", newest(english(rows), "backdrop_path"), BACKDROP),
        "logos": _images(recorded, key, "logos", None, {}),
        "videos": _videos(recorded, key),
        "alternative_titles": _alternative_titles(recorded, key),
        "releases": _releases(recorded, key),
        "watch_providers": _watch_providers(recorded, key),
        "reviews": requested_reviews(number),
    }
    return {"id": number, **without_empty(record), "thin": True}


def likely_origin(language: str | None, production_countries: list[str]) -> list[str]:
    """Return the origin of a movie whose recordings, of before 2024, have none.

    It is the only production country, if that is the main one of the original language: so it is in all recordings that have
    both. Of other movies it is not known.
    """
    main = main_countries().get(language or "")
    return production_countries if production_countries == [main] else []


def translations(recorded: Recorded, record: Mapping[str, Any], names: Mapping[int, str]) -> list[dict[str, Any]]:
    """Return the recorded titles of a movie by language, and a sentence about it in four languages.

    Args:
        recorded: The recordings.
        record: Its record.
        names: The names of people by id.
    """
    titles = _titles(recorded, ("movie", record["id"]))
    directors = [names[job["person"]] for job in record.get("crew", ()) if job["job"] == "Director"]
    cast = [names[role["person"]] for role in record.get("cast", ())][:2]
    facts = Facts("movie", record.get("genres", ()), record.get("release_date", "")[:4], directors, cast)
    main = {"en": "US", "de": "DE", "fr": "FR", "es": "ES"}
    places = [*main.items(), *(place for place in titles if place not in main.items())]
    found: list[dict[str, Any]] = []
    for language, country in places:
        title = titles.get((language, country), "")
        text = {"title": title} if title not in ("", record["original_title"]) else {}
        if (language, country) in main.items() and language in WORDS:
            text["overview"] = sentence(facts, language)
        if text:
            found.append({"language": language, "country": country, **text})
    return found


def english_title(recorded: Recorded, number: int) -> str:
    """Return the English title of a movie."""
    rows = recorded.objects["movie", number]
    return str(majority(english(rows), "title") or majority(rows, "original_title"))


def _titles(recorded: Recorded, key: Key) -> dict[tuple[str, str], str]:
    """Return the recorded titles by language and country: those of answers in a language, and those of translations."""
    countries = main_countries()
    titles: dict[tuple[str, str], str] = {}
    for block in recorded.blocks[key, "translations"]:
        for row in rows_of(block.value.get("translations")):
            title = object_of(row.get("data")).get("title")
            if title and row["iso_639_1"] in countries:
                titles[row["iso_639_1"], row["iso_3166_1"]] = title
    for language, sightings in by_language(recorded.objects[key]).items():
        if language in countries:
            place = (language, "US" if language == "en" else countries[language])
            titles.setdefault(place, majority(sightings, "title") or "")
    for language, title in public_titles(key[1]).items():
        titles.setdefault((language, countries[language]), title)
    titles["en", "US"] = titles.get(("en", "US")) or english_title(recorded, key[1])
    return titles


def _status(details: list[Sighting]) -> str | None:
    status = newest(details, "status")
    return status if status != "Released" else None


def _genres(rows: list[Sighting]) -> list[int]:
    objects = newest(rows, "genres")
    return _ids(objects, "id") if objects else newest(rows, "genre_ids") or []


def _ids(objects: Iterable[Mapping[str, Any]] | None, name: str) -> list[Any]:
    return [one[name] for one in objects or ()]


def _keywords(recorded: Recorded, key: Key) -> list[int]:
    own: list[int] = _ids(newest(recorded.blocks[key, "keywords"], "keywords"), "id")[:_KEYWORDS]
    return [*own, *(number for number in KEYWORDS if number in recorded.keywords[key] and number not in own)]


def _credits(recorded: Recorded, key: Key) -> dict[str, list[dict[str, Any]]]:
    """Return the first roles and the main jobs: those of the movie's credits, else those of the credits of people."""
    blocks = recorded.blocks[key, "credits"]
    if blocks:
        cast, crew = rows_of(newest(blocks, "cast")), rows_of(newest(blocks, "crew"))
    else:
        rows = [{**role.sighting.value, "id": role.person, "credit_id": id_} for id_, role in recorded.credits[key]]
        cast, crew = [row for row in rows if "job" not in row], [row for row in rows if "job" in row]
    cast, crew = ([row for row in rows if row.get("credit_id")] for rows in (cast, crew))  # not in some of 2013
    cast = sorted(cast, key=lambda row: row.get("order", len(cast)))[:ROLES]
    jobs = [row for name, most in JOBS.items() for row in [one for one in crew if one["job"] == name][:most]]
    return {
        "cast": [_role(recorded, key, row) | without_empty({"cast_id": row.get("cast_id")}) for row in cast],
        "crew": [{**_role(recorded, key, row), "department": row["department"], "job": row["job"]} for row in jobs],
    }


def _role(recorded: Recorded, key: Key, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a credit with the person and the character of its newest sighting in English."""
    roles = [role for role in recorded.roles[row["credit_id"]] if role.title == key]
    character = newest(english(role.sighting for role in roles), "character")
    record = {"person": roles[-1].person, "character": character or "", "credit_id": row["credit_id"]}
    return without_empty(record) if "job" in row else record


def _images(recorded: Recorded, key: Key, name: str, main: str | None, size: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the main image, and the best ones of the recorded languages that are not rated better than it."""
    rows = [row for block in recorded.blocks[key, "images"] for row in rows_of(block.value.get(name))]
    images = {row["file_path"]: image(row) for row in rows}
    found: list[dict[str, Any]] = []
    if main is not None:
        text = {"language": "en", "country": "US"} if name == "posters" else {}
        found.append(images.pop(main, {"path": main, **size, **text}))
    languages = {one.get("language") for one in found}
    for one in sorted(images.values(), key=lambda one: -one.get("vote_average", 0)):
        language = one.get("language")
        if language not in languages and language in {"en", "de", "fr", "es", "ja", "it", None}:
            languages.add(language)
            found.append(one)
    return found[:4]


def _videos(recorded: Recorded, key: Key) -> list[dict[str, Any]]:
    rows = rows_of(newest(recorded.blocks[key, "videos"], "results"))
    return [
        {
            "id": row["id"],
            "key": row["key"],
            "name": row["name"],
            "language": row["iso_639_1"],
            "country": row["iso_3166_1"],
            "published_at": row["published_at"],
            "site": row["site"],
            "size": row["size"],
            "type": row["type"],
            "official": row["official"],
        }
        for row in rows
        if "published_at" in row
    ][:_VIDEOS]


def _alternative_titles(recorded: Recorded, key: Key) -> list[dict[str, Any]]:
    rows = rows_of(newest(recorded.blocks[key, "alternative_titles"], "titles"))
    return [
        {"country": row["iso_3166_1"], "title": row["title"], **without_empty({"type": row.get("type")})}
        for row in rows
    ][:_TITLES]


def _releases(recorded: Recorded, key: Key) -> dict[str, list[dict[str, Any]]]:
    rows = rows_of(newest(recorded.blocks[key, "release_dates"], "results"))
    recorded_releases = {
        row["iso_3166_1"]: [
            {"date": one["release_date"][:10], "type": one["type"]}
            | without_empty({"certification": one.get("certification"), "note": one.get("note")})
            for one in row["release_dates"]
        ]
        for row in sorted(rows, key=lambda row: row["iso_3166_1"])
        if row["iso_3166_1"] in COUNTRIES
    }
    return recorded_releases or public_releases(key[1])


def _watch_providers(recorded: Recorded, key: Key) -> dict[str, dict[str, list[int]]]:
    known = records_in("providers.json")
    by_country = object_of(newest(recorded.blocks[key, "watch/providers"], "results"))
    found = {
        country: without_empty(
            {
                offer: [row["provider_id"] for row in rows if row["provider_id"] in known]
                for offer, rows in by_country[country].items()
                if offer != "link"
            }
        )
        for country in COUNTRIES
        if country in by_country
    }
    return {country: offers for country, offers in found.items() if offers}
