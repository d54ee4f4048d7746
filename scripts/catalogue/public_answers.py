"""Facts from public copies of TMDB's answers, for records that recordings do not have, or not completely.

`public_answers.yaml` has the details of movies as numbers and codes, `public_credits.yaml` the roles and jobs of movies and series,
`public_titles.yaml` titles of movies and names of collections in languages of no recording, and `public_records.yaml` the facts of people,
companies, networks, keywords and collections, and ids of movies on other sites. Names of answers are facts; their sentences are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.catalogue.recorded import Key, Recorded, Role, Sighting, Source
from scripts.catalogue.values import merged, object_of, rows_of
from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("public_answers.yaml")
CREDITS = Path(__file__).with_name("public_credits.yaml")
RECORDS = Path(__file__).with_name("public_records.yaml")
_MOVIES: Mapping[int, Mapping[str, Any]] = load_yaml(FILE)["movies"]
_TITLES: list[Mapping[str, Any]] = load_yaml(FILE.with_name("public_titles.yaml"))["answers"]

#: What the rows of `public_credits.yaml` contain.
_ROLE = ("id", "name", "gender", "character", "credit_id")
_JOB = ("id", "name", "gender", "job", "department", "credit_id")


def public_details(number: int) -> list[Sighting]:
    """Return the details of a movie from `public_answers.yaml`, if it has them."""
    known = _MOVIES.get(number)
    if known is None:
        return []
    value = {
        **{name: known.get(name) for name in ("budget", "revenue", "runtime", "imdb_id")},
        "belongs_to_collection": {"id": known["collection"]} if "collection" in known else None,
        "production_companies": [{"id": company} for company in known["companies"]],
        "production_countries": [{"iso_3166_1": code} for code in known["production_countries"]],
        "spoken_languages": [{"iso_639_1": code} for code in known["spoken_languages"]],
    }
    return [Sighting(_source("movie-details", f"/3/movie/{number}", FILE, known), None, value)]


def public_titles(number: int) -> dict[str, str]:
    """Return the titles of a movie in `public_titles.yaml` by language."""
    return _by_language("movies", number)


def public_collection_names(number: int) -> dict[str, str]:
    """Return the names of a collection in `public_titles.yaml` by language."""
    return _by_language("collections", number)


def _by_language(kind: str, number: int) -> dict[str, str]:
    return {answer["language"]: answer[kind][number] for answer in _TITLES if number in answer.get(kind, ())}


def with_public_records(recorded: Recorded) -> Recorded:
    """Return recordings with the roles, jobs and other records of public copies as their oldest sightings."""
    objects: defaultdict[Key, list[Sighting]] = defaultdict(list)
    blocks: defaultdict[tuple[Key, str], list[Sighting]] = defaultdict(list)
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    images: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for role in _public_roles():
        objects["person", role.person].append(role.sighting)
        roles[role.sighting.value["credit_id"]].append(role)
    for key, sighting in _public_records():
        objects[key].append(sighting)
        if "external_ids" in sighting.value:
            blocks[key, "external_ids"].append(sighting._replace(value=sighting.value["external_ids"]))
        for one in rows_of(object_of(sighting.value.get("images")).get("logos")):
            images[one["file_path"]].append(one)
    return replace(
        recorded,
        objects=merged(objects, recorded.objects),
        blocks=merged(blocks, recorded.blocks),
        roles=merged(roles, recorded.roles),
        images=merged(images, recorded.images),
    )


def _public_roles() -> Iterator[Role]:
    content = load_yaml(CREDITS)
    copies = [(kind, *one) for kind, name in (("movie", "movies"), ("tv", "series")) for one in content[name].items()]
    for kind, number, known in copies:
        source = _source(f"{kind}-credits", f"/3/{kind}/{number}/credits", CREDITS, known)
        rows: Iterable[dict[str, Any]] = (
            *({**dict(zip(_ROLE, row, strict=True)), "order": order} for order, row in enumerate(known["cast"])),
            *(dict(zip(_JOB, row, strict=True)) for row in known.get("crew", ())),
        )
        yield from (Role((kind, number), row["id"], Sighting(source, None, row)) for row in rows)


def _public_records() -> Iterator[tuple[Key, Sighting]]:
    for kind, records in load_yaml(RECORDS).items():
        for number, known in records.items():
            value = {name: fact for name, fact in known.items() if name not in {"source", "year"}}
            source = _source(f"{kind}-details", f"/3/{kind}/{number}", RECORDS, known)
            yield (kind, number), Sighting(source, None, {"id": number, **value})


def _source(operation: str, path: str, file: Path, known: Mapping[str, Any]) -> Source:
    return Source(operation, path, str(known.get("year", 2017)), file.name, known["source"])
