"""Release dates and titles of the catalogue from public copies of TMDB's answers."""

from __future__ import annotations

from pathlib import Path

from scripts.catalogue.public_answers import public_collection_names, public_titles
from scripts.catalogue.public_releases import FILE, known_releases, public_releases
from scripts.catalogue.recorded import read_corpus
from scripts.json_io import load_yaml


def test_releases_are_in_the_format_of_a_record() -> None:
    assert public_releases(10138)["US"] == [
        {"date": "2010-05-07", "type": 3, "certification": "PG-13"},
        {"date": "2010-09-28", "type": 5, "certification": "PG-13", "note": "DVD, Blu-ray"},
    ]
    assert public_releases(1) == {}


def test_releases_without_a_certification_are_known_without_one(tmp_path: Path) -> None:
    releases = known_releases(read_corpus(tmp_path), ("movie", 68721))
    assert ("FR", "2013-04-24", "") in [(one.country, one.date, one.certification) for one in releases]


def test_old_answers_have_one_cinema_release_per_country() -> None:
    for movie in load_yaml(FILE)["movies"].values():
        rows = movie["releases"]
        assert {row[2] for row in rows} <= {1, 2, 3, 4, 5, 6}
        if movie.get("old"):
            assert [row[2] for row in rows] == [3] * len({row[0] for row in rows})


def test_titles_and_names_are_by_language() -> None:
    assert public_titles(155) == {"es": "El caballero oscuro"}
    assert public_collection_names(2344) == {"fr": "Matrix - Saga"}
    assert public_titles(1) == {}
