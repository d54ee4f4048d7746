"""Compare the facts of the catalogue with recorded answers.

    TMDB_CORPUS=FOLDER python -m scripts.catalogue.verification

A fact that TMDB seldom changes (a name, a date, an id) must be the one of most recordings or of the newest; one that changes (votes,
popularity, lists of ids, images) must be in any recording. Public copies of answers count as the oldest recordings. The sentences are ours and
are not compared.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.facts import (
    Facts,
    UnconfirmedFact,
    changing,
    fixed,
    other_ids,
    unconfirmed,
)
from scripts.catalogue.files import read_titles, records_in
from scripts.catalogue.image_facts import company_logos, images, tagged_images
from scripts.catalogue.movie_facts import movie_facts
from scripts.catalogue.public_answers import public_collection_names, with_public_records
from scripts.catalogue.recorded import Key, Recorded, read_corpus
from scripts.catalogue.recorded_episodes import read_episodes
from scripts.catalogue.references import by_language, translated_names
from scripts.catalogue.series_evidence import unconfirmed_series
from scripts.catalogue.values import english, seen
from scripts.json_io import is_mapping
from tmdb_facade.testing.catalogue.odd import INVENTED


def unconfirmed_facts(recorded: Recorded) -> list[UnconfirmedFact]:
    """Return what recordings and public copies do not confirm in movies, people, companies, networks, keywords and collections."""
    found: list[UnconfirmedFact] = []
    recorded = with_public_records(recorded)
    kinds: dict[str, tuple[Iterable[dict[str, Any]], Callable[[Recorded, Key, Mapping[str, Any]], Facts]]] = {
        "movie": (read_titles("movies").values(), movie_facts),
        "person": (records_in("people.json").values(), _person),
        "company": (records_in("companies.json").values(), _company),
        "network": (records_in("networks.json").values(), _company),
        "keyword": (records_in("keywords.json").values(), _keyword),
        "collection": (records_in("collections.json").values(), _collection),
    }
    for kind, (records, facts) in kinds.items():
        for record in sorted((one for one in records if one["id"] not in INVENTED), key=lambda record: record["id"]):
            found += unconfirmed(f"{kind} {record['id']}", facts(recorded, (kind, record["id"]), record))
    return found


def _person(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    rows, details = english(recorded.objects[key]), recorded.details(key)
    yield from fixed(record, rows, "name", "original_name")
    yield from changing(record, rows, "gender", "popularity", "profile_path", "adult")
    localized = by_language(recorded.objects[key])
    for tag, name in record.get("names", {}).items():
        yield f"names.{tag}", name, [*seen(localized.get(tag.partition("-")[0], []), "name")], False
    departments = [*seen(rows, "known_for_department")] or [recorded.departments.get(key[1])]
    yield "department", record.get("department", "Acting"), departments, False
    yield from fixed(record, details, "birthday", "deathday")
    yield from changing(record, details, "place_of_birth", "homepage")
    yield "imdb_id", record.get("imdb_id"), [*seen([*details, *recorded.blocks[key, "external_ids"]], "imdb_id")], True
    names = [name for one in seen(details, "also_known_as") for name in one]
    yield from (("also_known_as", name, names, False) for name in record.get("also_known_as", ()))
    yield from other_ids(recorded.blocks[key, "external_ids"], record)
    yield from images(recorded, key, record, "profiles")
    yield from tagged_images(recorded, key, record)


def _company(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    rows, details = recorded.objects[key], recorded.details(key)
    yield from fixed(record, rows, "name")
    yield from changing(record, rows, "logo_path", "origin_country")
    yield from changing(record, details, "headquarters", "homepage")
    parents = [one["id"] for one in seen(details, "parent_company") if is_mapping(one)]
    yield "parent", record.get("parent"), parents, True
    names = [one["results"] for one in seen(details, "alternative_names")]
    names += seen(recorded.blocks[key, "alternative_names"], "results")
    others = [(row["name"], row.get("type", "")) for rows in names for row in rows]
    for other in record.get("alternative_names", ()):
        yield "alternative_names", (other["name"], other.get("type", "")), others, False
    yield from company_logos(recorded, key, record)


def _keyword(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    return fixed(record, recorded.objects[key], "name")


def _collection(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    rows = recorded.objects[key]
    localized = by_language(rows)
    unknown = [one for one in rows if one.language is None]
    for language, name in record["names"].items():
        own = localized.get(language, [])
        names = [*seen([*unknown, *own], "name")] if language == "en" else translated_names(rows, own)
        names = names or [name for other, name in public_collection_names(key[1]).items() if other == language]
        yield f"names.{language}", name, names, True
    yield from changing(record, recorded.objects[key], "poster_path", "backdrop_path")
    yield from images(recorded, key, record, "posters", "backdrops")


def main() -> int:
    """Run the program."""
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    recorded = read_corpus(Path(corpus))
    found = [*unconfirmed_facts(recorded), *unconfirmed_series(recorded, read_episodes(Path(corpus)))]
    lines = [*map(str, found)]
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
