"""The catalogue: what it holds, that it hangs together, and what happens to a broken one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tmdb_facade.testing import CatalogueError, builtin, load, orphans, problems
from tmdb_facade.testing.catalogue import loader

FOUR = {"en-US", "de-DE", "fr-FR", "es-ES"}


def test_it_holds_enough_to_try_things_out() -> None:
    """Films enough for several pages, with their people, and every one in four languages."""
    catalogue = builtin()
    assert len(catalogue.movies) >= 60
    assert len(catalogue.series) >= 15
    assert len(catalogue.people) >= 150
    for series in catalogue.series.values():
        assert any(episode.name for season in series.seasons for episode in season.episodes), series.original_name
        assert {f"{text.language}-{text.country}" for text in series.translations} >= FOUR, series.original_name
    for movie in catalogue.movies.values():
        texts = {f"{text.language}-{text.country}": text for text in movie.translations}
        assert all(texts[language].overview for language in FOUR), movie.original_title
        assert len(movie.cast) >= 5, movie.original_title
        assert any(credit.job == "Director" for credit in movie.crew), movie.original_title
        assert movie.release_date, movie.original_title
        assert movie.runtime, movie.original_title
        assert movie.posters, movie.original_title
        assert movie.backdrops, movie.original_title


def test_its_relations_hold() -> None:
    """Whatever a record refers to is there, and nothing is said twice."""
    assert problems(builtin()) == []
    assert orphans(builtin()) == []


def test_credits_agree_from_both_sides() -> None:
    """What films, series and episodes list are the people's credits."""
    catalogue = builtin()
    listed = {credit.credit_id for movie in catalogue.movies.values() for credit in movie.credits}
    for series in catalogue.series.values():
        listed |= {credit.credit_id for credit in (*series.credits, *series.creators)}
        listed |= {
            credit.credit_id for season in series.seasons for episode in season.episodes for credit in episode.credits
        }
    from_people = {held.credit.credit_id for credits in catalogue.credits_of.values() for held in credits}
    assert listed == from_people == set(catalogue.credits_by_id)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A catalogue's folder that may be broken."""
    folder = tmp_path / "data"
    shutil.copytree(loader.DATA, folder)
    return folder


def edit(path: Path, **changes: object) -> None:
    """Change keys of a record that stands alone in a file."""
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**record, **changes}), "utf-8")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cast": [{"person": 1, "character": "A", "credit_id": "x"}, {"person": 1, "character": "B", "credit_id": "x"}]}, "credit id x occurs 2 times"),
        ({"crew": [{"person": 424242424, "job": "Director", "department": "Directing", "credit_id": "y"}]}, "movie 550: the person 424242424 is not in the catalogue"),
        ({"genres": [10765]}, "movie 550: the movie genre 10765 is not in the catalogue"),
        ({"companies": [0]}, "movie 550: the company 0 is not in the catalogue"),
        ({"keywords": [0]}, "movie 550: the keyword 0 is not in the catalogue"),
        ({"collection": 1}, "movie 550: the collection 1 is not in the catalogue"),
        ({"spoken_languages": ["qq"]}, "movie 550: the language qq is not in the catalogue"),
        ({"origin_countries": ["QQ"]}, "movie 550: the country QQ is not in the catalogue"),
        ({"watch_providers": {"DE": {"buy": [0]}}}, "movie 550: the provider 0 is not in the catalogue"),
        ({"translations": [{"language": "en", "country": "US"}] * 2}, "movie 550: translation en-US occurs 2 times"),
        ({"alternative_titles": [{"country": "usa", "title": "X"}]}, "movie 550: the country usa is not in the catalogue"),
        ({"imdb_id": "tt0133093"}, "IMDb id tt0133093 occurs 2 times"),
        ({"vote_average": 11.0}, "movie 550: a vote average of 11.0 is not between 0 and 10"),
        ({"vote_count": 0}, "movie 550: a vote average without votes"),
        ({"posters": [{"path": "a.jpg", "width": 1, "height": 1}]}, "movie 550: the picture a.jpg has no path that starts with a slash"),
        ({"posters": [{"path": "/a.jpg", "width": 1, "height": 1, "language": "en"}]}, "movie 550: the picture /a.jpg has a language without a country, or the other way round"),
    ],
)  # fmt: skip
def test_broken_relations_are_named(copied: Path, changes: dict[str, object], said: str) -> None:
    """Each problem is one line that names the record."""
    edit(copied / "movies" / "550-fight-club.json", **changes)
    assert said in problems(load(copied))


def test_a_film_that_is_gone_is_missed(copied: Path) -> None:
    """Lists and collections that name it say so, and so do people who had no other credit."""
    (copied / "movies" / "76-before-sunrise.json").unlink()
    left = load(copied)
    assert problems(left) == ["list 9000003: the movie 76 is not in the catalogue"]
    said = orphans(left)
    assert "collection 123800: no film belongs to it" in said
    assert any(line.endswith("has no credit") for line in said)


@pytest.mark.parametrize("content", ["{", '{"id": "550"}', '{"id": 550}', "[]"])
def test_a_file_that_is_not_a_film_is_refused_by_name(copied: Path, content: str) -> None:
    """The error names the file."""
    (copied / "movies" / "550-fight-club.json").write_text(content, "utf-8")
    with pytest.raises(CatalogueError, match=r"550-fight-club\.json"):
        load(copied)


def test_a_misspelt_key_is_refused(copied: Path) -> None:
    """A fact that nobody reads would be lost without a word."""
    edit(copied / "movies" / "550-fight-club.json", ovrview="x")
    with pytest.raises(CatalogueError, match="ovrview"):
        load(copied)


def test_kinds_that_a_catalogue_does_not_hold_are_empty(copied: Path) -> None:
    """But for what is the same everywhere, which is then the package's own."""
    for path in copied.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    catalogue = load(copied)
    assert not catalogue.movies
    assert not catalogue.companies
    assert catalogue.genres == builtin().genres
    assert problems(catalogue) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It is not taken for an empty one."""
    for nowhere in (tmp_path / "nowhere", str(tmp_path / "nowhere")):
        with pytest.raises(CatalogueError, match="nowhere is no folder"):
            load(nowhere)
