"""Records of the built-in catalogue are read when they are first used."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tmdb_facade.testing.catalogue import DATA, CatalogueError, builtin, load

Read = Callable[[], list[str]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Return a function that returns the names of the files of movies, series and people that were read."""
    names: list[str] = []
    read_bytes = Path.read_bytes

    def recorded(path: Path) -> bytes:
        names.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", recorded)
    titles = {path.name for path in DATA.glob("*/*.json")}
    return lambda: [name for name in names if name in titles or name == "people.json"]


def test_load_and_one_movie_read_one_file(read: Read) -> None:
    catalogue = load()
    assert read() == []
    assert catalogue.movies[550].original_title == "Fight Club"
    assert catalogue.movies[550] is catalogue.movies.get(550)
    assert read() == ["550-fight-club.json"]


def test_known_ids_and_counts_need_no_file(read: Read) -> None:
    catalogue = load()
    assert 550 in catalogue.movies
    assert 1 not in catalogue.movies
    assert catalogue.series.get(1) is None
    assert len(catalogue.movies) == len(list((DATA / "movies").iterdir()))
    assert read() == []


def test_each_file_is_read_once(read: Read) -> None:
    catalogue = load()
    for _ in range(2):
        assert {*catalogue.series} == {record.id for record in catalogue.series.values()}
        assert {*catalogue.people} == {record.id for record in catalogue.people.values()}
    assert sorted(read()) == sorted([*(path.name for path in (DATA / "series").iterdir()), "people.json"])


def test_records_are_sorted_by_popularity() -> None:
    for records in (builtin().movies, builtin().series, builtin().people):
        popularity = [record.popularity for record in records.values()]
        assert popularity == sorted(popularity, reverse=True)
        assert dict(records.items()) == {number: records[number] for number in records}


@pytest.mark.parametrize("folder", ["movies", "series"])
def test_file_names_of_titles_start_with_their_ids(folder: str) -> None:
    records = builtin().movies if folder == "movies" else builtin().series
    assert {number: record.id for number, record in records.items()} == {number: number for number in records}


def test_load_of_another_folder_reads_every_file_for_its_errors(read: Read, tmp_path: Path) -> None:
    own = shutil.copytree(DATA, tmp_path / "own")
    assert len(load(own).movies) == len(builtin().movies)
    assert "550-fight-club.json" in read()
    (own / "people.json").write_text("[1]", "utf-8")
    with pytest.raises(CatalogueError, match=r"people\.json"):
        load(own)
