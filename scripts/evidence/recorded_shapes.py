"""Shapes of answers: the keys of their objects, how often each occurs, and the types of the values.

A shape contains counts and names of keys only, no content of an answer, so it can be stored and compared later.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Any, NamedTuple

import msgspec

from scripts.evidence.recordings import RecordedAnswer, find_operation
from scripts.json_io import is_mapping
from tmdb_bindings.runtime import Operation

# Older recordings do not show what TMDB answers today.
SINCE = "2023"
# From this number of recordings on, a key that nearly all objects have is required, and null must have been recorded.
ENOUGH = 5
NEARLY_ALL = 0.95

# Maps, whose keys are data and not part of the shape: places, and the ends of the operations' paths.
MAPS: dict[str, tuple[str, ...]] = {
    "results": ("watch/providers",),
    "certifications": ("list",),
    "results[].display_priorities": ("movie", "tv"),
}
# Keys whose values may have any shape, as in changes.
FREE = {"value", "original_value"}
# Keys of details that are blocks under old names, which no operation has.
OLD_BLOCKS = {"account_states", "casts", "trailers", "releases"}
# Integers and floats have one type, because TMDB mixes them.
JSON_TYPES = {
    NoneType: "null",
    bool: "boolean",
    int: "number",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}


class ObjectCounts(msgspec.Struct):
    """The number of objects at one place, and of those that have each key."""

    seen: int = 0
    keys: dict[str, int] = {}


class AnswerShape(msgspec.Struct):
    """The shape of an operation's answers.

    A place is a path such as `results[].media(movie).title`: `(movie)` is the `media_type` of the object, and `{}` stands
    for the values of a map.

    Attributes:
        answers: The number of answers.
        blocks: The number of answers that were appended blocks, which have no id.
        objects: The counts of the objects at each place.
        types: The types of the values at each place.
    """

    answers: int = 0
    blocks: int = 0
    objects: dict[str, ObjectCounts] = {}
    types: dict[str, set[str]] = {}

    def add(self, path: str, body: object, *, is_block: bool = False) -> None:
        """Add one answer to the operation with this path."""
        self.answers += 1
        self.blocks += is_block
        self._walk(path, "", body)

    def _walk(self, path: str, place: str, value: Any) -> None:
        kind = JSON_TYPES[type(value)]
        self.types.setdefault(place, set()).add(kind)
        if kind == "array":
            for item in value:
                self._walk(path, f"{place}[]", item)
        elif kind == "object" and path.endswith(MAPS.get(place, ())):
            for item in value.values():
                self._walk(path, f"{place}{{}}", item)
        elif kind == "object":
            place = f"{place}({value['media_type']})" if "media_type" in value else place
            counts = self.objects.setdefault(place, ObjectCounts())
            counts.seen += 1
            for key, item in value.items():
                counts.keys[key] = counts.keys.get(key, 0) + 1
                if key not in FREE:
                    self._walk(path, _below(place, key), item)


class RecordedShapes(msgspec.Struct):
    """The content of openapi/shapes.json.

    Attributes:
        recordings: The number of recordings.
        since: The first year of the recordings whose shapes are counted.
        operations: The shapes by `METHOD /path`.
    """

    recordings: int
    since: str
    operations: dict[str, AnswerShape]


class ShapeDifference(NamedTuple):
    """One difference between the shape of answers and that of recorded ones.

    Attributes:
        place: The place of the difference.
        found: `another key` or `another type: ...` for a key or type that no recording has; `missing` or `missing at
            times` for a key that nearly all recordings have.
        recorded: The types in the recordings, or the number of objects that have the key.
    """

    place: str
    found: str
    recorded: str


def shape_differences(observed: AnswerShape, recorded: AnswerShape) -> Iterator[ShapeDifference]:
    """Yield the differences between the shape of answers and that of recorded ones.

    Each key and type below a recorded place must have been recorded. With fewer recordings than `ENOUGH`, an unrecorded
    null and a value where only nulls were recorded are not differences.
    """
    few = recorded.answers < ENOUGH
    for place, kinds in sorted(observed.types.items()):
        known = recorded.types.get(place)
        if known is None:
            owner, _, key = _split(place)
            no_id = place == "id" and recorded.blocks == recorded.answers
            if owner in recorded.objects and key and not no_id:
                yield ShapeDifference(place, "another key", "not there")
            continue
        odd = kinds - known
        if few and (known == {"null"} or odd == {"null"}):
            continue
        if odd:
            yield ShapeDifference(place, f"another type: {', '.join(sorted(odd))}", ", ".join(sorted(known)))
    if few:
        return
    for place, expected in sorted(recorded.objects.items()):
        found = observed.objects.get(place, ObjectCounts())
        for key, times in sorted(expected.keys.items()):
            missing = found.seen - found.keys.get(key, 0)
            if times >= NEARLY_ALL * expected.seen and missing:
                how = "missing" if missing == found.seen else "missing at times"
                yield ShapeDifference(_below(place, key), how, f"{times} of {expected.seen}")


def recorded_shapes(recordings: Iterable[RecordedAnswer]) -> dict[str, AnswerShape]:
    """Return one shape per operation, from its answers since `SINCE`, including those appended as blocks.

    Args:
        recordings: Recorded answers; answers saved by hand and errors are skipped.

    Returns:
        The shapes by `METHOD /path`.
    """
    shapes = dict[str, AnswerShape]()

    def add(operation: Operation, body: object, *, is_block: bool = False) -> None:
        name = f"{operation.method} {operation.path}"
        shapes.setdefault(name, AnswerShape()).add(operation.path, body, is_block=is_block)

    for recording in recordings:
        operation = find_operation(recording.method, recording.template or recording.path)
        if operation is None or recording.kind != "recorded" or recording.date < SINCE or not recording.is_success():
            continue
        body: object = json.loads(recording.body)
        if not is_mapping(body):
            add(operation, body)
            continue
        own: dict[str, Any] = {}
        for key, value in body.items():
            is_season = re.fullmatch(r"season/\d+", key) and "season/{season_number}" in operation.appendable
            block = (
                find_operation("GET", f"{operation.path}/{key}") if key in operation.appendable or is_season else None
            )
            if block is not None:
                # A block of an operation with appendable blocks keeps its id.
                add(block, value, is_block=not block.appendable)
            elif key not in OLD_BLOCKS:
                own[key] = value
        add(operation, own)
    return shapes


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _split(place: str) -> tuple[str, str, str]:
    """Split a place into object, dot and key; an item of a list or map has an empty key."""
    if place.endswith(("[]", "{}")):
        return place, "", ""
    return place.rpartition(".")
