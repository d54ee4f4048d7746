"""The shape of answers: which keys their objects have, how often, and of which types the values are.

A shape holds counts and names of keys only, nothing of what an answer says, so that it can be kept and compared later.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scripts.evidence.recordings import RecordedAnswer
from scripts.evidence.routes import Routes
from scripts.json_io import is_mapping
from tmdb_bindings.runtime import Operation

# Only what was recorded from here on counts as what TMDB answers today.
SINCE = "2023"
# With this many recorded, a key that nearly all of them have has to be there, and null is a type like the others.
ENOUGH = 5
NEARLY_ALL = 0.95

# Maps, whose keys are data and not part of the shape: places by the end of an operation's path.
MAPS: dict[str, tuple[str, ...]] = {
    "results": ("watch/providers",),
    "certifications": ("list",),
    "results[].display_priorities": ("movie", "tv"),
}
# Keys under which anything may stand, as the edits of changes have it.
FREE = {"value", "original_value"}
# Keys of details that are blocks by a name of old, which no operation has.
OLD_BLOCKS = {"account_states", "casts", "trailers", "releases"}


def json_type(value: object) -> str:
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


@dataclass(slots=True)
class AnswerShape:
    """How often each object of an operation's answers was seen, with which keys, of which types.

    A place is written as people write it: `results[].media(movie).title`, where the brackets hold the `media_type` by
    which objects of several kinds are told apart, and `{}` stands for the values of a map.

    Attributes:
        answers: How many answers were taken into account.
        blocks: How many of them came inside other answers, where they have no id.
        objects: How many objects were seen at a place.
        keys: How many of them had a key.
        types: The types seen at a place.
    """

    path: str
    answers: int = 0
    blocks: int = 0
    objects: Counter[str] = field(default_factory=Counter[str])
    keys: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict[str, Counter[str]](Counter[str]))
    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict[str, set[str]](set))

    def add(self, body: object, *, is_block: bool = False) -> None:
        """Take one answer into account."""
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
        """Return the shape as JSON values, sorted."""
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
        """Read what `to_json` returned."""
        shape = cls(path, content["answers"], content["blocks"])
        for place, counts in content["objects"].items():
            shape.objects[place] = counts["seen"]
            shape.keys[place] = Counter(counts["keys"])
        for place, types in content["types"].items():
            shape.types[place] = set(types)
        return shape


class ShapeDifference(NamedTuple):
    """One way in which answers are not like the recorded ones.

    Attributes:
        place: Where.
        found: `another key` or `another type: ...` for what no recording has; `missing`, or `missing at times`, for a key
            that nearly all have.
        recorded: The types that recordings have there, or how many have the key.
    """

    place: str
    found: str
    recorded: str


def shape_differences(given: AnswerShape, recorded: AnswerShape) -> Iterator[ShapeDifference]:
    """Say where answers are not like the recorded ones.

    Every key and type that is given has to be recorded, below a place that is. With fewer recordings than `ENOUGH` a
    null that was not recorded says nothing, nor does a value where only nulls were.
    """
    few = recorded.answers < ENOUGH
    for place, kinds in sorted(given.types.items()):
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
        if not given.objects[place]:
            continue
        for key, times in sorted(keys.items()):
            if times >= NEARLY_ALL * recorded.objects[place] and given.keys[place][key] < given.objects[place]:
                share = f"{times} of {recorded.objects[place]}"
                missing = given.objects[place] - given.keys[place][key]
                how = "missing" if missing == given.objects[place] else "missing at times"
                yield ShapeDifference(_below(place, key), how, share)


def recorded_shapes(recordings: Iterable[RecordedAnswer]) -> dict[str, AnswerShape]:
    """Measure what was recorded of each operation since `SINCE`, alone and as a block of details.

    Args:
        recordings: Recorded answers; what was saved by hand, and errors, are passed over.

    Returns:
        The shapes by `METHOD /path`, as the document writes it.
    """
    routes, shapes = Routes(), dict[str, AnswerShape]()

    def add(operation: Operation, body: object, *, is_block: bool = False) -> None:
        name = f"{operation.method} {operation.path}"
        shapes.setdefault(name, AnswerShape(operation.path)).add(body, is_block=is_block)

    for recording in recordings:
        operation = routes.find(recording.method, recording.template or recording.path)
        if operation is None or recording.kind != "recorded" or recording.date < SINCE or not recording.is_success():
            continue
        body: object = json.loads(recording.body)
        if not is_mapping(body):
            add(operation, body)
            continue
        own: dict[str, Any] = {}
        for key, value in body.items():
            is_season = re.fullmatch(r"season/\d+", key) and "season/{season_number}" in operation.appendable
            block = routes.find("GET", f"{operation.path}/{key}") if key in operation.appendable or is_season else None
            if block is not None:
                # What has details of its own keeps its id as a block.
                add(block, value, is_block=not block.appendable)
            elif key not in OLD_BLOCKS:
                own[key] = value
        add(operation, own)
    return shapes


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _split(place: str) -> tuple[str, str, str]:
    """Split a place into its object, the dot and the key; the key of an item of a list or map is empty."""
    if place.endswith(("[]", "{}")):
        return place, "", ""
    return place.rpartition(".")
