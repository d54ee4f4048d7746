"""Choose a value among those of several recordings, and read the objects in it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from scripts.catalogue.recorded import DEFAULT, Sighting
from scripts.json_io import Json, is_list, is_mapping

_K = TypeVar("_K")
_V = TypeVar("_V")


def rows_of(value: object) -> list[Json]:
    """Return the objects of a list in an answer; none if the answer has no list there."""
    return value if is_list(value) else []


def object_of(value: object) -> Json:
    """Return an object in an answer; an empty one if the answer has no object there."""
    return value if is_mapping(value) else {}


def seen(sightings: Iterable[Sighting], name: str) -> Iterator[Any]:
    """Yield the values of a field that are not empty, in the order of the sightings. 0 is TMDB's word for unknown."""
    return (value for one in sightings if (value := one.value.get(name)) not in (None, "", [], {}, 0))


def newest(sightings: Iterable[Sighting], name: str) -> Any:
    """Return the last value of a field that is not empty, or None."""
    value = None
    for value in seen(sightings, name):  # noqa: B007
        pass
    return value


def newest_number(sightings: Iterable[Sighting], name: str) -> int | float:
    """Return the last number of a field, or 0. In answers of 2013 and 2014 some are texts, which are not read."""
    numbers = [value for value in seen(sightings, name) if isinstance(value, int | float)]
    return numbers[-1] if numbers else 0


def majority(sightings: Iterable[Sighting], name: str) -> Any:
    """Return the most frequent value of a field that is not empty, of equally frequent ones the newest; or None."""
    return most_frequent(seen(sightings, name))


def most_frequent(values: Iterable[Any]) -> Any:
    """Return the most frequent of some JSON values, of equally frequent ones the last; or None."""
    written = [json.dumps(value) for value in values]
    counts = Counter(written)
    best = max(counts.values(), default=0)
    return next((json.loads(text) for text in reversed(written) if counts[text] == best), None)


def english(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return the sightings in English, else those of unrecorded requests, else those in other languages."""
    found = list(sightings)
    ours = [one for one in found if one.language == DEFAULT] or [one for one in found if one.language is None]
    return ours or found


def without_empty(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record without the fields that have no value."""
    return {name: value for name, value in record.items() if value not in (None, "", [], {}, 0, 0.0, False)}


def merged(first: Mapping[_K, list[_V]], second: Mapping[_K, list[_V]]) -> defaultdict[_K, list[_V]]:
    """Return the lists of two mappings, those of the first one before those of the second one."""
    both: defaultdict[_K, list[_V]] = defaultdict(list)
    for known in (first, second):
        for key, values in known.items():
            both[key] = [*both[key], *values]
    return both
