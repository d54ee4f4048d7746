"""Facts of a record of the catalogue, with their values in recorded answers: those that records of several kinds have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from scripts.catalogue.recorded import Key, Recorded, Sighting
from scripts.catalogue.values import seen

#: The name of a fact, its value in the catalogue, its recorded values (the oldest first), and whether TMDB seldom changes it.
Facts: TypeAlias = Iterator[tuple[str, Any, list[Any], bool]]


def fixed(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    """Yield fields that TMDB seldom changes."""
    sightings = list(sightings)
    return ((name, record.get(name), [*seen(sightings, name)], True) for name in names)


def changing(record: Mapping[str, Any], sightings: Iterable[Sighting], *names: str) -> Facts:
    """Yield fields that change, such as votes."""
    sightings = list(sightings)
    return ((name, record.get(name), [*seen(sightings, name)], False) for name in names)


def external_ids(recorded: Recorded, key: Key, record: Mapping[str, Any]) -> Facts:
    """Yield the ids on other sites."""
    blocks = recorded.blocks[key, "external_ids"]
    for name, value in record.get("external_ids", {}).items():
        yield f"external_ids.{name}", value, [*seen(blocks, f"{name}_id"), *seen(blocks, name)], True


def images(recorded: Recorded, key: Key, record: Mapping[str, Any], *names: str) -> Facts:
    """Yield the images of some lists, and their sizes and languages if these are recorded."""
    for name in names:
        block = [row for one in seen(recorded.blocks[key, "images"], name) for row in one]
        for image in record.get(name, ()):
            path = image["path"]
            yield f"{name}.path", path, [path] if path in recorded.paths else [], True
            rows = [row for row in block if row["file_path"] == path]
            sizes = [(row["width"], row["height"]) for row in rows]
            if sizes:
                yield f"{name}.size", (image["width"], image["height"]), sizes, False
                yield f"{name}.language", image.get("language"), [row.get("iso_639_1") for row in rows], False
