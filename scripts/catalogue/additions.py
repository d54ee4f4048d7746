"""Add the records that movies and series refer to, if the catalogue lacks them. Records that it has stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from scripts.catalogue import references
from scripts.catalogue.files import records_in, write_records
from scripts.catalogue.recorded import Recorded
from tmdb_facade.testing.catalogue.loader import DATA

#: The file of each kind of record, and the function that makes one.
KINDS: dict[str, tuple[str, Callable[[Recorded, int], dict[str, Any]]]] = {
    "person": ("people.json", references.person),
    "company": ("companies.json", references.company),
    "network": ("networks.json", references.network),
    "keyword": ("keywords.json", references.keyword),
    "collection": ("collections.json", references.collection),
}


def add_missing(recorded: Recorded, kind: str, numbers: Iterable[int], folder: Path = DATA) -> list[int]:
    """Add records to a file of the catalogue.

    Args:
        recorded: The recordings.
        kind: The kind of the records, such as `person`.
        numbers: Their ids.
        folder: The folder of the catalogue.

    Returns:
        The ids of the records that were added.
    """
    name, make = KINDS[kind]
    records = records_in(name, folder)
    added = sorted({*numbers} - records.keys())
    if added:
        write_records(name, [*records.values(), *(make(recorded, number) for number in added)], folder)
    return added


def needed(records: Iterable[dict[str, Any]]) -> dict[str, set[int]]:
    """Return the ids of the records that movies or series refer to, by kind."""
    found: dict[str, set[int]] = {kind: set() for kind in KINDS}
    for record in records:
        found["person"] |= {one["person"] for name in ("cast", "crew", "creators") for one in record.get(name, ())}
        for name, kind in (("companies", "company"), ("networks", "network"), ("keywords", "keyword")):
            found[kind] |= {*record.get(name, ())}
        if record.get("collection"):
            found["collection"].add(record["collection"])
    return found
