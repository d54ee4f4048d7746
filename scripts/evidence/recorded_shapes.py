"""Shapes of answers: the keys of their objects, how often each occurs, and the types of the values.

A shape contains counts and names of keys only, no content of an answer, so it can be stored and compared later.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

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


def json_type(value: object) -> str:
    """Return the JSON type name. Integers and floats are both "number", as TMDB mixes them."""
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


@dataclass(slots=True)
class AnswerShape:
    """The shape of an operation's answers.

    A place is a path such as `results[].media(movie).title`: `(movie)` is the `media_type` of the object, and `{}` stands
    for the values of a map.

    Attributes:
        answers: The number of answers.
        blocks: The number of answers that were appended blocks, which have no id.
        objects: The number of objects at each place.
        keys: The number of objects that have each key, by place.
        types: The types of the values at each place.
    """

    path: str
    answers: int = 0
    blocks: int = 0
    objects: Counter[str] = field(default_factory=Counter[str])
    keys: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict[str, Counter[str]](Counter[str]))
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict[str, set[str]](set))

    def add(self, body: object, *, is_block: bool = False) -> None:
        """Add one answer."""
        self.answers += 1
        self.blocks += is_block
        self._walk("", body)

    def _walk(self, place: str, value: Any) -> None:
        kind = json_type(value)
        self.types[place].add(kind)
        if kind == "array":
            for item in value:
                self._walk(f"{place}[]", item)
        elif kind == "object" and self.path.endswith(MAPS.get(place, ())):
            for item in value.values():
                self._walk(f"{place}{{}}", item)
        elif kind == "object":
            place = f"{place}({value['media_type']})" if "media_type" in value else place
            self.objects[place] += 1
            for key, item in value.items():
                self.keys[place][key] += 1
                if key not in FREE:
                    self._walk(_below(place, key), item)

    def to_json(self) -> dict[str, Any]:
        """Return the shape as sorted JSON values."""
        return {
            "answers": self.answers,
            "blocks": self.blocks,
            "objects": {
                place: {"seen": self.objects[place], "keys": dict(sorted(self.keys[place].items()))}
                for place in sorted(self.objects)
            },
            "types": {place: sorted(self.types[place]) for place in sorted(self.types)},
        }

    @classmethod
    def from_json(cls, path: str, content: dict[str, Any]) -> AnswerShape:
        """Build a shape from the result of `to_json`."""
        shape = cls(path, content["answers"], content["blocks"])
        for place, counts in content["objects"].items():
            shape.objects[place] = counts["seen"]
            shape.keys[place] = Counter(counts["keys"])
        for place, types in content["types"].items():
            shape.types[place] = set(types)
        return shape


class ShapeDifference(NamedTuple):
    """One difference between the shape of answers and that of recorded ones.

    Attributes:
        place: The place of the difference.
        found: `another key` or `another type: ...` for a key or type that no recording has; `missing` or `missing at
            times` for a key
            that nearly all recordings have.
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
            if recorded.objects[owner] and key and not no_id:
                yield ShapeDifference(place, "another key", "not there")
            continue
        odd = kinds - known
        if few and (known == {"null"} or odd == {"null"}):
            continue
        if odd:
            yield ShapeDifference(place, f"another type: {', '.join(sorted(odd))}", ", ".join(sorted(known)))
    if few:
        return
    for place, keys in sorted(recorded.keys.items()):
        if not observed.objects[place]:
            continue
        for key, times in sorted(keys.items()):
            if times >= NEARLY_ALL * recorded.objects[place] and observed.keys[place][key] < observed.objects[place]:
                share = f"{times} of {recorded.objects[place]}"
                missing = observed.objects[place] - observed.keys[place][key]
                how = "missing" if missing == observed.objects[place] else "missing at times"
                yield ShapeDifference(_below(place, key), how, share)


def recorded_shapes(recordings: Iterable[RecordedAnswer]) -> dict[str, AnswerShape]:
    """Return the shape of each operation's answers recorded since `SINCE`, on their own and as blocks.

    Args:
        recordings: Recorded answers; answers saved by hand and errors are skipped.

    Returns:
        The shapes by `METHOD /path`.
    """
    shapes = dict[str, AnswerShape]()

    def add(operation: Operation, body: object, *, is_block: bool = False) -> None:
        name = f"{operation.method} {operation.path}"
        shapes.setdefault(name, AnswerShape(operation.path)).add(body, is_block=is_block)

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
