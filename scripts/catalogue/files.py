"""The data files of the catalogue: reading, and writing in their format of one record or part of a record per line."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from scripts.atomic_write import write_text
from scripts.json_io import is_list, is_mapping
from tmdb_facade.testing.catalogue.loader import DATA


def records_in(name: str, folder: Path = DATA) -> dict[int, dict[str, Any]]:
    """Return the records of a file such as `people.json`, by id."""
    records: list[dict[str, Any]] = json.loads((folder / name).read_text("utf-8"))
    return {record["id"]: record for record in records}


@cache
def main_countries(folder: Path = DATA) -> dict[str, str]:
    """Return the main country of each language that has one."""
    languages: list[dict[str, str]] = json.loads((folder / "languages.json").read_text("utf-8"))
    return {language["code"]: language["country"] for language in languages if language.get("country")}


def write_records(name: str, records: Iterable[dict[str, Any]], folder: Path = DATA) -> None:
    """Write the records of a file such as `people.json`, sorted by id."""
    lines = (f" {_line(record)}" for record in sorted(records, key=lambda record: record["id"]))
    write_text(folder / name, "[\n" + ",\n".join(lines) + "\n]\n")


def read_titles(kind: str, folder: Path = DATA) -> dict[int, dict[str, Any]]:
    """Return the records of the folder `movies` or `series`, by id."""
    records = (json.loads(path.read_text("utf-8")) for path in (folder / kind).glob("*.json"))
    return {record["id"]: record for record in records}


def write_title(kind: str, record: dict[str, Any], name: str, folder: Path = DATA) -> None:
    """Write a record of the folder `movies` or `series`.

    Args:
        kind: `movies` or `series`.
        record: The record.
        name: The English title, for the name of the file. An existing file keeps its name.
        folder: The folder of the catalogue.
    """
    present = next((folder / kind).glob(f"{record['id']}-*.json"), None)
    write_text(present or folder / kind / f"{record['id']}-{slug(name)}.json", title_text(record))


def title_text(record: dict[str, Any]) -> str:
    """Return the content of a file with one movie or series: one field per line, and one line per part of a list."""
    return "{\n" + ",\n".join(f' "{name}": {_field(value)}' for name, value in record.items()) + "\n}\n"


def slug(name: str) -> str:
    """Return a name for the name of a file: `Amélie 2` becomes `amelie-2`."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "untitled"


def _field(value: object) -> str:
    if is_list(value) and len(value) > 1 and is_mapping(value[0]):
        return "[\n" + ",\n".join(f"  {_line(one)}" for one in value) + "\n ]"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
