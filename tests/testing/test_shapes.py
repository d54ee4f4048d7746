"""Honesty, second half: the embedded TMDB's answers have the keys and types of recorded real ones."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from tests.testing.probes import questions, reading

pytestmark = pytest.mark.conformance

RECENT = "2023"
# With this many recorded since then, a key that nearly all of them have has to be there.
ENOUGH = 5
NEARLY_ALL = 0.95

# Maps, whose keys are data and not part of the shape.
MAPS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("results",): ("watch/providers",),
    ("certifications",): ("list",),
    ("results", "[]", "display_priorities"): ("movie", "tv"),
}

# Keys under which anything may stand, as the edits of changes have it.
FREE = {"value", "original_value"}

# Keys of details that are blocks by a name of old, which no operation has.
OLD_BLOCKS = {"account_states", "casts", "trailers", "releases"}

# Operations of which nothing was recorded since then: these are checked against the document only.
UNRECORDED = {
    "/3/certification/movie/list",
    "/3/collection/{collection_id}/translations",
    "/3/network/{network_id}",
    "/3/person/{person_id}/changes",
    "/3/person/{person_id}/combined_credits",
    "/3/person/{person_id}/translations",
    "/3/review/{review_id}",
    "/3/tv/episode/{episode_id}/changes",
    "/3/tv/episode_group/{tv_episode_group_id}",
    "/3/tv/{series_id}/changes",
    "/3/tv/{series_id}/lists",
    "/3/tv/{series_id}/screened_theatrically",
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/translations",
    "/3/tv/{series_id}/season/{season_number}/translations",
    "/3/watch/providers/regions",
}

UNKNOWN_EPISODES = "episodes of which the catalogue knows nothing have none, as on TMDB before somebody fills it in"
UNKNOWN_IDS = "the catalogue does not know the names of all seasons elsewhere"
ROLES_ONLY = "those recorded since then are all roles; jobs, recorded earlier, have no character"
FEW_PICTURES = "those recorded all had a picture, which is not so of everything elsewhere"

# Differences that are meant, with the reason.
EXPECTED: dict[str, dict[str, str]] = {
    "/3/collection/{collection_id}": {
        "another type: backdrop_path is ['null'] here": FEW_PICTURES,
        "another type: poster_path is ['null'] here": FEW_PICTURES,
    },
    "/3/credit/{credit_id}": {
        "another type: movie.person.person.profile_path is ['null'] here": FEW_PICTURES,
        "another type: tv.person.person.profile_path is ['null'] here": FEW_PICTURES,
        "missing here: movie.media.movie.character": ROLES_ONLY,
        "missing here: tv.media.tv.character": ROLES_ONLY,
        "missing in recordings: movie.media.movie.softcore": "rows got it in 2026, these were recorded before",
    },
    "/3/search/multi": {
        "missing in recordings: results[].person.known_for[].tv.softcore": "rows got it in 2026, the one series that "
        "somebody was known for was recorded in 2025",
    },
    "/3/tv/{series_id}": {"another type: networks[].logo_path is ['null'] here": FEW_PICTURES},
    "/3/tv/{series_id}/credits": {"another type: cast[].profile_path is ['null'] here": FEW_PICTURES},
    "/3/tv/{series_id}/season/{season_number}/credits": {
        "another type: cast[].profile_path is ['null'] here": FEW_PICTURES,
    },
    "/3/tv/{series_id}/season/{season_number}": {
        "another type: air_date is ['null'] here": UNKNOWN_EPISODES,
        "another type: episodes[].air_date is ['null'] here": UNKNOWN_EPISODES,
        "another type: networks[].logo_path is ['null'] here": FEW_PICTURES,
        "another type: poster_path is ['null'] here": FEW_PICTURES,
    },
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}": {
        "another type: air_date is ['null'] here": UNKNOWN_EPISODES,
        "another type: runtime is ['null'] here": UNKNOWN_EPISODES,
        "another type: still_path is ['null'] here": UNKNOWN_EPISODES,
        "missing in recordings: episode_type": "seasons list it since 2024, the episodes were recorded before",
    },
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}/external_ids": {
        "another type: tvdb_id is ['null'] here": UNKNOWN_EPISODES,
    },
    "/3/tv/{series_id}/season/{season_number}/external_ids": {
        "another type: freebase_mid is ['null'] here": UNKNOWN_IDS,
        "another type: tvdb_id is ['null'] here": UNKNOWN_IDS,
    },
}

Place = tuple[str, ...]


class Shape:
    """How often each object was seen, with which keys, of which types; lists and maps are one object each."""

    def __init__(self, operation: str) -> None:
        self.operation = operation
        self.bodies = 0
        # Whether all came inside other answers, where they have no id.
        self.only_blocks = True
        self.objects: Counter[Place] = Counter()
        self.keys: dict[Place, Counter[str]] = defaultdict(Counter)
        self.types: dict[Place, set[str]] = defaultdict(set)

    def add(self, body: object, *, is_block: bool = False) -> None:
        """Take one answer into account."""
        self.bodies += 1
        self.only_blocks &= is_block
        self._walk((), body)

    def _walk(self, place: Place, value: Any) -> None:
        kind = kind_of(value)
        self.types[place].add(kind)
        if kind == "array":
            for item in value:
                self._walk((*place, "[]"), item)
        elif kind == "object" and self.operation.endswith(MAPS.get(place, ())):
            for item in value.values():
                self._walk((*place, "*"), item)
        elif kind == "object":
            place = (*place, str(value["media_type"])) if "media_type" in value else place
            self.objects[place] += 1
            for key, item in value.items():
                self.keys[place][key] += 1
                if key not in FREE:
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
            if recorded.only_blocks and (*place, key) == ("id",):
                continue
            if key not in recorded.keys[place]:
                yield f"missing in recordings: {written((*place, key))}"
                continue
            odd = given.types[*place, key] - recorded.types[*place, key]
            if recorded.bodies < ENOUGH:
                odd.discard("null")
            # Where only nulls were recorded, nothing is known of the type.
            if odd and recorded.types[*place, key] - {"null"}:
                yield f"another type: {written((*place, key))} is {sorted(odd)} here"
        if recorded.bodies >= ENOUGH:
            for key, times in recorded.keys[place].items():
                if times >= NEARLY_ALL * recorded.objects[place] and keys[key] < given.objects[place]:
                    yield f"missing here: {written((*place, key))}"


def normal(template: str) -> str:
    """A path without its parameters' names, which documents change now and then."""
    return re.sub(r"\{\w+\}", "{}", template)


@cache
def recordings(corpus: Path) -> dict[str, list[tuple[Any, bool]]]:
    """Return the recorded answers of each operation, alone and as blocks of details, which is said of each."""
    operations = {normal(path) for path in reading()}
    found: dict[str, list[tuple[Any, bool]]] = defaultdict(list)
    for file in sorted(corpus.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            template = normal(record["request"]["path_template"] or "")
            body: Any = record["response"]["body"]
            lately = record["source"]["kind"] == "recorded" and record["source"]["date"] >= RECENT
            if template not in operations or not lately:
                continue
            if not isinstance(body, dict):
                found[template].append((body, False))
                continue
            answer = cast("dict[str, Any]", body)
            if {"success", "errors"} & set(answer):
                continue
            blocks = {key for key in answer if f"{template}/{key}" in operations}
            for block in blocks:
                found[f"{template}/{block}"].append((answer[block], True))
            own = {key: value for key, value in answer.items() if key not in {*blocks, *OLD_BLOCKS}}
            found[template].append((own, False))
    return found


@pytest.mark.parametrize("path", reading())
def test_answers_have_the_shape_of_recorded_ones(api: httpx.Client, corpus: Path, path: str) -> None:
    """Every key and type was seen on the wire, and what nearly every recording has is there."""
    given, recorded = Shape(path), Shape(path)
    for body, is_block in recordings(corpus)[normal(path)]:
        recorded.add(body, is_block=is_block)
    for url, query in questions(path):
        given.add(api.get(url, params=query).json())
    assert (path in UNRECORDED) == (not recorded.bodies)
    assert set(differences(given, recorded)) == set(EXPECTED.get(path, ()))


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
