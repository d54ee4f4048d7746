"""Honesty, second half: the embedded TMDB's answers have the keys and types of recorded real ones."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from tmdb_facade.testing import TMDBServer, builtin

pytestmark = pytest.mark.conformance

RECENT = "2023"
# With this many recorded since then, a key that nearly all of them have has to be there.
ENOUGH = 5
NEARLY_ALL = 0.95

# Maps, whose keys are data and not part of the shape.
MAPS: dict[tuple[str, ...], str] = {("results",): "movie-watch-providers"}

# The file of recordings of each operation, and the block as which it comes inside a film. Account states have none.
OPERATIONS = {
    "movie-details": "",
    "movie-alternative-titles": "alternative_titles",
    "movie-changes": "changes",
    "movie-credits": "credits",
    "movie-external-ids": "external_ids",
    "movie-images": "images",
    "movie-keywords": "keywords",
    "movie-lists": "lists",
    "movie-recommendations": "recommendations",
    "movie-release-dates": "release_dates",
    "movie-reviews": "reviews",
    "movie-similar": "similar",
    "movie-translations": "translations",
    "movie-videos": "videos",
    "movie-watch-providers": "watch/providers",
    "movie-popular-list": "",
    "search-movie": "",
    "search-multi": "",
    "configuration-details": "",
}

# Differences that are meant, with the reason.
EXPECTED = {
    "movie-release-dates": {
        "missing in recordings: id": "of late it was recorded as a block only, and blocks have no id",
    },
    "search-multi": {
        "missing in recordings: results[].person.known_for[].tv.softcore": "rows got it in 2026, the one series that "
        "somebody was known for was recorded in 2025",
    },
}

Place = tuple[str, ...]


class Shape:
    """How often each object was seen, with which keys, of which types; lists and maps are one object each."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        self.bodies = 0
        self.objects: Counter[Place] = Counter()
        self.keys: dict[Place, Counter[str]] = defaultdict(Counter)
        self.types: dict[Place, set[str]] = defaultdict(set)

    def add(self, body: object) -> None:
        """Take one answer into account."""
        self.bodies += 1
        self._walk((), body)

    def _walk(self, place: Place, value: Any) -> None:
        kind = kind_of(value)
        self.types[place].add(kind)
        if kind == "array":
            for item in value:
                self._walk((*place, "[]"), item)
        elif kind == "object" and MAPS.get(place) == self.operation:
            for item in value.values():
                self._walk((*place, "*"), item)
        elif kind == "object":
            place = (*place, str(value["media_type"])) if "media_type" in value else place
            self.objects[place] += 1
            for key, item in value.items():
                self.keys[place][key] += 1
                self._walk((*place, key), item)


def kind_of(value: object) -> str:
    """Name a JSON type; whole and broken numbers are one, as on TMDB."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def written(place: Place) -> str:
    """A place as people write it."""
    return ".".join(place).replace(".[]", "[]")


def differences(given: Shape, recorded: Shape) -> Iterator[str]:
    """Say which keys or types the answers have that recordings lack, and which keys the other way round."""
    for place, keys in given.keys.items():
        if not recorded.objects[place]:
            continue
        for key in keys:
            if key not in recorded.keys[place]:
                yield f"missing in recordings: {written((*place, key))}"
                continue
            odd = given.types[*place, key] - recorded.types[*place, key]
            # Where only nulls were recorded, nothing is known of the type.
            if odd and recorded.types[*place, key] != {"null"}:
                yield f"another type: {written((*place, key))} is {sorted(odd)} here"
        if recorded.bodies >= ENOUGH:
            for key, times in recorded.keys[place].items():
                if times >= NEARLY_ALL * recorded.objects[place] and keys[key] < given.objects[place]:
                    yield f"missing here: {written((*place, key))}"


@cache
def bodies(path: Path) -> list[Any]:
    """Read the answers of a file that were recorded lately."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        record["response"]["body"]
        for record in records
        if record["source"]["kind"] == "recorded"
        and record["source"]["date"] >= RECENT
        and not {"success", "errors"} & set(record["response"]["body"])
    ]


def recordings(corpus: Path, operation: str) -> Iterator[Any]:
    """Return the recorded answers of an operation, alone and as blocks of a film."""
    for body in bodies(corpus / f"{operation}.jsonl"):
        yield {key: value for key, value in body.items() if key not in blocks_of(operation)}
    if block := OPERATIONS[operation]:
        yield from (body[block] for body in bodies(corpus / "movie-details.jsonl") if block in body)


def blocks_of(operation: str) -> set[str]:
    """The keys of a film that are blocks, and were counted as such."""
    return (
        {*OPERATIONS.values(), "account_states", "casts", "trailers", "releases"}
        if operation == "movie-details"
        else set()
    )


def answers(api: httpx.Client, server: TMDBServer, operation: str) -> Iterator[Any]:
    """Ask the embedded TMDB for everything it has of an operation."""
    if operation.startswith("movie-") and operation != "movie-popular-list":
        path = f"/{OPERATIONS[operation]}".rstrip("/")
        query = {"session_id": server.session_id, "start_date": "2015-06-20", "end_date": "2015-06-30"}
        for movie in builtin().movies:
            for language in ("en-US", "de-DE", "zz"):
                yield api.get(f"/3/movie/{movie}{path}", params={**query, "language": language}).json()
    elif operation == "movie-popular-list":
        yield from (api.get("/3/movie/popular", params={"page": page}).json() for page in (1, 2, 3, 4))
    elif operation == "configuration-details":
        yield api.get("/3/configuration").json()
    else:
        path = operation.replace("-", "/")
        yield from (api.get(f"/3/{path}", params={"query": query}).json() for query in "abcdefghijklmnopqrst")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_answers_have_the_shape_of_recorded_ones(
    api: httpx.Client, server: TMDBServer, corpus: Path, operation: str
) -> None:
    """Every key and type was seen on the wire, and what nearly every recording has is there."""
    given, recorded = Shape(operation), Shape(operation)
    for body in answers(api, server, operation):
        given.add(body)
    for body in recordings(corpus, operation):
        recorded.add(body)
    assert recorded.bodies, "nothing to compare with"
    assert set(differences(given, recorded)) == set(EXPECTED.get(operation, ()))


def test_the_comparison_would_notice() -> None:
    """A missing key, a key of our own and another type are all found."""
    given, recorded = Shape("x"), Shape("x")
    for _ in range(ENOUGH):
        given.add({"page": "1", "own": 1})
        recorded.add({"page": 1, "results": []})
    assert set(differences(given, recorded)) == {
        "another type: page is ['string'] here",
        "missing in recordings: own",
        "missing here: results",
    }
