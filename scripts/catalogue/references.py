"""Records of people, companies, networks, keywords and collections, made of recorded answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scripts.catalogue.image_records import PROFILE, image, main_country
from scripts.catalogue.public_answers import public_collection_names
from scripts.catalogue.recorded import DEFAULT, Key, Recorded, Sighting
from scripts.catalogue.values import (
    english,
    majority,
    most_frequent,
    newest,
    newest_number,
    rows_of,
    seen,
    without_empty,
)
from scripts.json_io import is_mapping

# TMDB answers a request for Portuguese without a country with the texts of Portugal if there are some (they say autocarro, not ônibus).
_WITH_COUNTRY = {"pt": "pt-PT"}
_PROFILES = 2
_OTHER_NAMES = 6


def person(recorded: Recorded, number: int) -> dict[str, Any]:
    """Return the record of a person: details if they are recorded, else what rows of credits and searches have."""
    key = ("person", number)
    rows = english(recorded.objects[key])
    details = [one for one in rows if "birthday" in one.value]
    name = majority(rows, "name")
    original = majority(rows, "original_name")
    # Answers before 2020 have no department.
    department = majority(rows, "known_for_department") or recorded.departments.get(number)
    profile = newest(rows, "profile_path")
    return without_empty(
        {
            "id": number,
            "name": name,
            "original_name": original if original != name else None,
            "gender": newest(rows, "gender"),
            "department": department,
            "popularity": newest_number(rows, "popularity"),
            "profile_path": profile,
            "adult": newest(rows, "adult"),
            "imdb_id": imdb_id(recorded, key),
            "birthday": majority(details, "birthday"),
            "deathday": majority(details, "deathday"),
            "place_of_birth": majority(details, "place_of_birth"),
            "homepage": newest(details, "homepage"),
            "also_known_as": (newest(details, "also_known_as") or [])[:_OTHER_NAMES],
            "external_ids": external_ids(recorded, key),
            "profiles": _profiles(recorded, key, profile),
        }
    )


def _profiles(recorded: Recorded, key: Key, profile: str | None) -> list[dict[str, Any]]:
    rows = [one for block in recorded.blocks[key, "images"] for one in rows_of(block.value.get("profiles"))]
    # Images of people have had no language for years; some recorded before 2023 have.
    images = {row["file_path"]: image({**row, "iso_639_1": None}) for row in rows}
    if profile is None:
        return []
    main = images.pop(profile, {"path": profile, **PROFILE})
    return [main, *images.values()][:_PROFILES]


_EXTERNAL = (
    "wikidata",
    "facebook",
    "instagram",
    "twitter",
    "tiktok",
    "youtube",
    "freebase",
    "freebase_mid",
    "tvdb",
    "tvrage",
)


def external_ids(recorded: Recorded, key: Key) -> dict[str, Any]:
    """Return the ids of a record on other sites, without the IMDb id."""
    return ids_in(recorded.blocks[key, "external_ids"])


def ids_in(blocks: Iterable[Sighting], *more: str) -> dict[str, Any]:
    """Return the ids in answers about external ids, without the IMDb id unless `more` names it."""
    found = list(blocks)
    names = (*more, *_EXTERNAL)
    return without_empty({name: majority(found, f"{name}_id") or majority(found, name) for name in names})


def imdb_id(recorded: Recorded, key: Key) -> str | None:
    """Return the IMDb id of a movie, series or person."""
    found = majority([*recorded.details(key), *recorded.blocks[key, "external_ids"]], "imdb_id")
    return None if found is None else str(found)


def company(recorded: Recorded, number: int) -> dict[str, Any]:
    """Return the record of a company."""
    return _company(recorded, ("company", number))


def network(recorded: Recorded, number: int) -> dict[str, Any]:
    """Return the record of a network."""
    return _company(recorded, ("network", number))


def _company(recorded: Recorded, key: Key) -> dict[str, Any]:
    rows, details = recorded.objects[key], recorded.details(key)
    parent = newest(details, "parent_company")
    return without_empty(
        {
            "id": key[1],
            "name": majority(rows, "name"),
            "logo_path": newest(rows, "logo_path"),
            "origin_country": majority(rows, "origin_country"),
            "headquarters": newest(details, "headquarters"),
            "homepage": newest(details, "homepage"),
            "parent": parent["id"] if is_mapping(parent) else None,
        }
    )


def keyword(recorded: Recorded, number: int) -> dict[str, Any]:
    """Return the record of a keyword."""
    return {"id": number, "name": majority(recorded.objects["keyword", number], "name")}


def collection(recorded: Recorded, number: int) -> dict[str, Any]:
    """Return the record of a collection, with its names in the recorded languages."""
    rows = recorded.objects["collection", number]
    names = {"en": majority(english(rows), "name")}
    for language, sightings in by_language(rows).items():
        names.setdefault(language, most_frequent(translated_names(rows, sightings)))
    for language, name in public_collection_names(number).items():
        names[language] = names.get(language) or name
    return without_empty(
        {
            "id": number,
            "names": {language: name for language, name in names.items() if name},
            "poster_path": newest(english(rows), "poster_path"),
            "backdrop_path": newest(english(rows), "backdrop_path"),
        }
    )


def collection_of(recorded: Recorded, movie: int) -> int | None:
    """Return the collection with a movie among its parts, if its English name is known."""
    for number in recorded.collections.get(movie, ()):
        if any(one.language in (DEFAULT, None) for one in recorded.objects["collection", number]):
            return number
    return None


def translated_names(rows: list[Sighting], of_language: list[Sighting]) -> list[str]:
    """Return the names in a language; TMDB sends the English one if a collection has no translation."""
    english_names = {*seen(english(rows), "name")}
    return [
        name for name in seen(of_language, "name") if name not in english_names and not name.endswith(" Collection")
    ]


def known_place(
    text: Mapping[str, Any], rows: Iterable[Sighting], blocks: Iterable[Sighting] = ()
) -> tuple[str, Any, list[Any], bool]:
    """Return the language and country of a translation, with those that it can have.

    Args:
        text: The translation.
        rows: The recorded objects, with the languages of their requests.
        blocks: The recorded lists of translations.
    """
    language, country = text["language"], text["country"]
    listed = [row for block in blocks for row in rows_of(block.value.get("translations"))]
    known = [
        *((row["iso_639_1"], row.get("iso_3166_1")) for row in listed),
        *(tuple(_WITH_COUNTRY.get(row.language, row.language).split("-")) for row in rows if row.language),
        (language, main_country(language)),
    ]
    return "translations.country", (language, country), known, False


def by_language(sightings: list[Sighting]) -> dict[str, list[Sighting]]:
    """Return sightings of recorded requests by language, without the country of the language."""
    found: dict[str, list[Sighting]] = {}
    for one in sightings:
        if one.language:
            found.setdefault(one.language.partition("-")[0], []).append(one)
    return found
