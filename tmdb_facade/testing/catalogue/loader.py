"""Load a catalogue from a folder of JSON files.

Each movie and each series has its own file. Every other kind has one file with one record per line. A missing file means
no records of its kind; for reference data (genres, countries, languages, watch providers, certifications, departments
and the configuration) it means the built-in records.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from . import reference
from .records import Movie, Person, Series
from .store import Catalogue

DATA = Path(__file__).parent / "data"

T = TypeVar("T")


class CatalogueError(ValueError):
    """A catalogue cannot be loaded or is invalid. The message names the file or the record."""


def load(folder: Path | str = DATA) -> Catalogue:
    """Load a catalogue.

    Args:
        folder: The folder with `movies/`, `series/`, `people.json` and the other files; by default the built-in one.

    Returns:
        The catalogue. Each record is validated on its own; `problems` validates the references between them.

    Raises:
        CatalogueError: The folder does not exist, a file is not JSON, or a record has unknown or invalid fields.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CatalogueError(f"{folder} is not a folder: pass one with movies/, series/ or people.json")
    return Catalogue(
        movies=_one_each(folder / "movies", Movie),
        series=_one_each(folder / "series", Series),
        people=_all_in(folder / "people.json", list[Person]),
        collections=_all_in(folder / "collections.json", list[reference.Collection]),
        companies=_all_in(folder / "companies.json", list[reference.Company]),
        networks=_all_in(folder / "networks.json", list[reference.Company]),
        keywords=_all_in(folder / "keywords.json", list[reference.Named]),
        genres=_all_in(_reference(folder, "genres.json"), list[reference.Genre]),
        providers=_all_in(_reference(folder, "providers.json"), list[reference.Provider]),
        countries=_all_in(_reference(folder, "countries.json"), list[reference.Country]),
        languages=_all_in(_reference(folder, "languages.json"), list[reference.Language]),
        certifications=_all_in(_reference(folder, "certifications.json"), list[reference.Certification]),
        departments=_all_in(_reference(folder, "departments.json"), list[reference.Department]),
        lists=_all_in(folder / "lists.json", list[reference.CatalogueList]),
        configuration=_read(_reference(folder, "configuration.json"), reference.Configuration),
    )


def _reference(folder: Path, name: str) -> Path:
    own = folder / name
    return own if own.exists() else DATA / name


def _one_each(folder: Path, kind: type[T]) -> list[T]:
    return [_read(path, kind) for path in sorted(folder.glob("*.json"))]


def _all_in(path: Path, kind: type[list[T]]) -> list[T]:
    return _read(path, kind) if path.exists() else []


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise CatalogueError(f"{path}: {error}") from error
