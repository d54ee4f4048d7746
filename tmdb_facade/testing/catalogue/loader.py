"""Load a catalogue from a folder of JSON files.

Each movie and each series has its own file. Every other kind has one file with one record per line. A missing file means
no records of its kind; for reference data (genres, countries, languages, watch providers, certifications, departments
and the configuration) it means the built-in records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from tmdb_facade.testing.json_input import read_json

from . import reference
from .catalogue_data import CatalogueError as CatalogueError
from .lazy import LazyFile, LazyFolder
from .record_maps import by_code, by_id, most_popular_first
from .records import Movie, Person, Series
from .store import Catalogue

DATA = Path(__file__).parent / "data"

K = TypeVar("K")
T = TypeVar("T")
Title = TypeVar("Title", Movie, Series)


def load(folder: Path | str = DATA) -> Catalogue:
    """Load a catalogue.

    Args:
        folder: The folder with `movies/`, `series/`, `people.json` and the other files; by default the built-in one. A
            folder without any of these is one of saved answers, as for `Catalogue.from_answers`.

    Returns:
        The catalogue. Each record is validated on its own; `problems` validates the references between them. The
        built-in records are read when they are first used.

    Raises:
        CatalogueError: The folder does not exist, a file is not JSON, or a record has unknown or invalid fields.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CatalogueError(f"{folder} is not a folder: pass one with movies/, series/ or people.json")
    if not _is_catalogue(folder):
        return Catalogue.from_answers(folder)
    return Catalogue(
        movies=_titles(folder / "movies", Movie),
        series=_titles(folder / "series", Series),
        people=_records(folder / "people.json", list[Person], most_popular_first),
        collections=_records(folder / "collections.json", list[reference.Collection], by_id),
        companies=_records(folder / "companies.json", list[reference.Company], by_id),
        networks=_records(folder / "networks.json", list[reference.Company], by_id),
        keywords=_records(folder / "keywords.json", list[reference.Named], by_id),
        genres=_records(_reference(folder, "genres.json"), list[reference.Genre], by_id),
        providers=_records(_reference(folder, "providers.json"), list[reference.Provider], by_id),
        countries=_records(_reference(folder, "countries.json"), list[reference.Country], by_code),
        languages=_records(_reference(folder, "languages.json"), list[reference.Language], by_code),
        certifications=_all_in(_reference(folder, "certifications.json"), list[reference.Certification]),
        departments=_all_in(_reference(folder, "departments.json"), list[reference.Department]),
        lists=_records(folder / "lists.json", list[reference.CatalogueList], by_id),
        configuration=_read(_reference(folder, "configuration.json"), reference.Configuration),
    )


def _is_catalogue(folder: Path) -> bool:
    """Return whether a folder has a file of a catalogue, or is empty; others have saved answers."""
    names = ("movies", "series", *(path.name for path in DATA.glob("*.json")))
    return any((folder / name).exists() for name in names) or not any(folder.iterdir())


def _reference(folder: Path, name: str) -> Path:
    own = folder / name
    return own if own.exists() else DATA / name


def _titles(folder: Path, kind: type[Title]) -> Mapping[int, Title]:
    if folder.parent == DATA:
        return LazyFolder(folder, lambda path: _read(path, kind), most_popular_first)
    return most_popular_first([_read(path, kind) for path in sorted(folder.glob("*.json"))])


def _records(path: Path, kind: type[list[T]], index: Callable[[list[T]], Mapping[K, T]]) -> Mapping[K, T]:
    def read() -> Mapping[K, T]:
        return index(_all_in(path, kind))

    # The built-in files are valid; others are read now, for their errors.
    return LazyFile(read) if path.parent == DATA else read()


def _all_in(path: Path, kind: type[list[T]]) -> list[T]:
    return _read(path, kind) if path.exists() else []


def _read(path: Path, kind: type[T]) -> T:
    try:
        return read_json(path, kind)
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path}: {error}") from error
