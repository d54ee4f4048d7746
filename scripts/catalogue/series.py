"""Thin records of TV series, made of recorded answers: facts of details and rows, their seasons and known episodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue import image_records
from scripts.catalogue.files import main_countries, records_in
from scripts.catalogue.image_records import BACKDROP, STILL, image
from scripts.catalogue.recorded import Key, Recorded, Sighting
from scripts.catalogue.recorded_episodes import EpisodeKey, RecordedEpisodes
from scripts.catalogue.references import by_language, external_ids, ids_in
from scripts.catalogue.sentences import Facts, sentence
from scripts.catalogue.values import english, majority, newest, object_of, rows_of, without_empty
from scripts.json_io import load_yaml

ROLES = 10
COUNTRIES = ("US", "GB", "DE", "FR", "ES")
#: The languages of sentences, with their main countries.
MAIN = {"en": "US", "de": "DE", "fr": "FR", "es": "ES"}
#: The usual images of unknown size.
POSTER = {**image_records.POSTER, "language": "en", "country": "US"}
SEASON_POSTER = {**image_records.SEASON_POSTER, "language": "en", "country": "US"}
_VIDEOS = 2
_PUBLIC_CODE = load_yaml(Path(__file__).with_name("series_public_code.yaml"))
#: Facts from public code by the id of the series, and the seasons whose episodes have names from there.
PUBLIC_CODE: dict[int, dict[str, Any]] = {one["id"]: one for one in _PUBLIC_CODE["series"].values()}


def series(recorded: Recorded, episodes: RecordedEpisodes, number: int) -> dict[str, Any]:
    """Return the thin record of a series.

    Args:
        recorded: The recordings.
        episodes: The recorded seasons and episodes.
        number: The id of the series.

    Raises:
        ValueError: No recording has the series.
    """
    key = ("tv", number)
    rows = recorded.objects[key]
    if not rows and number not in PUBLIC_CODE:
        raise ValueError(f"no recording has the TV series {number}")
    details = recorded.details(key)
    own_rows = english(rows)
    record: dict[str, Any] = {
        "imdb_id": majority(recorded.blocks[key, "external_ids"], "imdb_id"),
        "original_name": majority(rows, "original_name"),
        "original_language": majority(rows, "original_language"),
        "origin_countries": newest(rows, "origin_country"),
        "adult": newest(rows, "adult"),
        "status": newest(details, "status"),
        "type": newest(details, "type"),
        "in_production": bool(details and details[-1].value.get("in_production")),
        "first_air_date": majority(rows, "first_air_date"),
        "last_air_date": newest(details, "last_air_date"),
        "homepage": newest(english(details), "homepage"),
        "popularity": newest(rows, "popularity"),
        "vote_average": newest(rows, "vote_average"),
        "vote_count": newest(rows, "vote_count"),
        "episode_run_time": newest(details, "episode_run_time"),
        "genres": _genres(rows),
        "companies": _ids(newest(details, "production_companies"), "id"),
        "production_countries": _ids(newest(details, "production_countries"), "iso_3166_1"),
        "spoken_languages": _ids(newest(details, "spoken_languages"), "iso_639_1"),
        "languages": newest(details, "languages"),
        "networks": _ids(newest(details, "networks"), "id"),
        "creators": [
            {"person": one["id"], "credit_id": one["credit_id"]}
            for one in rows_of(newest(details, "created_by"))
            if "credit_id" in one
        ],
        "seasons": _seasons(episodes, number),
        "external_ids": external_ids(recorded, key),
        "content_ratings": _content_ratings(recorded, key),
        "keywords": _ids(newest(recorded.blocks[key, "keywords"], "results"), "id"),
        "cast": _cast(recorded, key),
        "posters": _images(recorded, key, "posters", newest(own_rows, "poster_path"), POSTER),
        "backdrops": _images(recorded, key, "backdrops", newest(own_rows, "backdrop_path"), BACKDROP),
        "videos": _videos(recorded, key),
        "watch_providers": _watch_providers(recorded, key),
    }
    record = _with_public_code(number, record)
    required = {"original_language": record["original_language"], "status": record["status"], "type": record["type"]}
    return {
        "id": number,
        **without_empty(record),
        **{name: value or "" for name, value in required.items()},
        "thin": True,
    }


def series_translations(
    recorded: Recorded, record: Mapping[str, Any], names: Mapping[int, str]
) -> list[dict[str, Any]]:
    """Return the recorded names of a series by language, and a sentence about it in four languages.

    Args:
        recorded: The recordings.
        record: Its record.
        names: The names of people by id.
    """
    key = ("tv", record["id"])
    titles = _titles(recorded, key)
    people = [names[one["person"]] for one in record.get("creators", ())]
    cast = [names[role["person"]] for role in record.get("cast", ())][:2]
    facts = Facts("tv", record.get("genres", ()), record.get("first_air_date", "")[:4], people, cast)
    found: list[dict[str, Any]] = []
    for language, country in [*MAIN.items(), *(place for place in titles if place not in MAIN.items())]:
        title = titles.get((language, country), "")
        text = {"title": title} if title not in ("", record["original_name"]) else {}
        if (language, country) in MAIN.items():
            text["overview"] = sentence(facts, language)
        if text:
            found.append({"language": language, "country": country, **text})
    return found


def english_name(recorded: Recorded, number: int) -> str:
    """Return the English name of a series."""
    rows = recorded.objects["tv", number]
    name = majority(english(rows), "name") or majority(rows, "original_name")
    return str(name or PUBLIC_CODE[number]["original_name"])


def _titles(recorded: Recorded, key: Key) -> dict[tuple[str, str], str]:
    """Return the recorded names by language and country."""
    countries = {**main_countries(), "en": "US"}
    titles: dict[tuple[str, str], str] = {}
    for language, sightings in by_language(recorded.objects[key]).items():
        if language in countries:
            titles[language, countries[language]] = majority(sightings, "name") or ""
    titles["en", "US"] = english_name(recorded, key[1])
    return titles


def _seasons(recorded: RecordedEpisodes, series: int) -> list[dict[str, Any]]:
    numbers = sorted(number for known, number in recorded.seasons if known == series)
    return [season for number in numbers if (season := _season(recorded, series, number)) is not None]


def _season(recorded: RecordedEpisodes, series: int, number: int) -> dict[str, Any] | None:
    rows = recorded.seasons[series, number]
    own_rows = english(rows)
    known = _current(recorded, sorted(key for key in recorded.episodes if key[:2] == (series, number)))
    counts = [one.value["episode_count"] for one in rows if "episode_count" in one.value]
    counts = counts or [len(one.value["episodes"]) for one in rows if one.value.get("episodes")]
    if not counts or majority(rows, "id") is None:
        return None
    episodes = [_episode(recorded, key) for key in known]
    poster = newest(own_rows, "poster_path")
    return {
        "id": majority(rows, "id"),
        "number": number,
        "name": majority(own_rows, "name") or (f"Season {number}" if number else "Specials"),
        "episode_count": max(counts[-1], len(known)),
        **without_empty(
            {
                "air_date": majority(rows, "air_date"),
                "poster_path": poster,
                "vote_average": newest(rows, "vote_average"),
                "external_ids": ids_in(recorded.external_ids.get((series, number), ()), "imdb"),
                "posters": [{"path": poster, **SEASON_POSTER}] if poster else [],
                "episodes": episodes,
            }
        ),
    }


def _current(recorded: RecordedEpisodes, known: list[EpisodeKey]) -> list[EpisodeKey]:
    """Return the episodes of a season without those that have another number in newer recordings."""
    dated = [
        (row.source.date, row.value["id"], key) for key in known for row in recorded.episodes[key] if "id" in row.value
    ]
    places = {number: key for _, number, key in sorted(dated)}
    return [key for key in known if places.get(newest(recorded.episodes[key], "id"), key) == key]


def _episode(recorded: RecordedEpisodes, key: EpisodeKey) -> dict[str, Any]:
    number, current = key[2], newest(recorded.episodes[key], "id")
    # Older rows may be those of another episode that had this number then.
    rows = [row for row in recorded.episodes[key] if row.value.get("id") in (current, None)]
    own_rows = [one for one in english(rows) if one.language in ("en", None)]
    name = majority(own_rows, "name")
    type_ = majority(rows, "episode_type")
    still = newest(rows, "still_path")
    return {
        "number": number,
        **without_empty(
            {
                "id": majority(rows, "id"),
                "name": name if name != f"Episode {number}" else None,
                "air_date": majority(rows, "air_date"),
                "runtime": majority(rows, "runtime"),
                "type": type_ if type_ != "standard" else None,
                "production_code": majority(rows, "production_code"),
                "vote_average": newest(rows, "vote_average"),
                "vote_count": newest(rows, "vote_count"),
                "external_ids": ids_in(recorded.external_ids.get(key, ()), "imdb"),
                "stills": [{"path": still, **STILL}] if still else [],
            }
        ),
    }


def _with_public_code(number: int, record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the facts of `series_public_code.yaml`; those of recordings take precedence."""
    known = {name: value for name, value in PUBLIC_CODE.get(number, {}).items() if name not in ("source", "read", "id")}
    for season in known.get("seasons", ()):
        season.setdefault("name", f"Season {season['number']}")
        season["posters"] = [{"path": season["poster_path"], **SEASON_POSTER}]
        for episode in season.get("episodes", ()):
            if "still" in episode:
                episode["stills"] = [{"path": episode.pop("still"), **STILL}]
    return {**record, **{name: value for name, value in known.items() if not record[name]}}


def _genres(rows: Iterable[Sighting]) -> list[int]:
    found = [_ids(one.value.get("genres"), "id") or one.value.get("genre_ids") or [] for one in rows]
    return next((genres for genres in reversed(found) if genres), list[int]())


def _ids(objects: Iterable[Mapping[str, Any]] | None, name: str) -> list[Any]:
    return [one[name] for one in objects or ()]


def _content_ratings(recorded: Recorded, key: Key) -> dict[str, str]:
    rows = rows_of(newest(recorded.blocks[key, "content_ratings"], "results"))
    return {row["iso_3166_1"]: row["rating"] for row in rows if row["rating"]}


def _cast(recorded: Recorded, key: Key) -> list[dict[str, Any]]:
    """Return the first roles of the series' credits in English, else in another language; without any, those recorded one by one."""
    cast = rows_of(newest(english(recorded.blocks[key, "credits"]), "cast")) or _single_roles(recorded, key)
    return [
        {"person": row["id"], "character": row.get("character") or "", "credit_id": row["credit_id"]}
        for row in sorted(cast, key=lambda row: row.get("order", len(cast)))[:ROLES]
    ]


def _single_roles(recorded: Recorded, key: Key) -> list[dict[str, Any]]:
    """Return the roles of whole seasons that `/3/credit/{credit_id}` was asked for."""
    newest_ones = [(credit, roles[-1]) for credit, roles in recorded.roles.items() if roles and roles[-1].title == key]
    return [
        {"id": role.person, "character": role.sighting.value.get("character"), "credit_id": credit}
        for credit, role in newest_ones
        if role.sighting.source.operation == "credit-details"
        and role.sighting.value.get("credit_type") == "cast"
        and object_of(role.sighting.value.get("media")).get("seasons")
    ]


def _images(
    recorded: Recorded, key: Key, name: str, main: str | None, usual: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return the main image, with its size if it is recorded."""
    if main is None:
        return []
    rows = [row for block in recorded.blocks[key, "images"] for row in rows_of(block.value.get(name))]
    return [next((image(row) for row in rows if row["file_path"] == main), {"path": main, **usual})]


def _videos(recorded: Recorded, key: Key) -> list[dict[str, Any]]:
    rows = rows_of(newest(recorded.blocks[key, "videos"], "results"))
    names = ("id", "key", "name", "published_at", "site", "size", "type", "official")
    return [
        {**{name: row[name] for name in names}, "language": row["iso_639_1"], "country": row["iso_3166_1"]}
        for row in rows
        if "published_at" in row
    ][:_VIDEOS]


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
