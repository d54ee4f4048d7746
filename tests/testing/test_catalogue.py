"""The built-in catalogue, and validation of catalogues."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tmdb_facade.testing import CatalogueError, blank, builtin, load, odd_records, orphans, problems
from tmdb_facade.testing.catalogue import loader
from tmdb_facade.testing.catalogue.completeness import gaps
from tmdb_facade.testing.catalogue.records import Image, Person, Series
from tmdb_facade.testing.catalogue.reference import Collection


def test_builtin_catalogue_has_several_pages_of_each_kind() -> None:
    catalogue = builtin()
    assert len(catalogue.movies) >= 120
    assert len(catalogue.series) >= 40
    assert len(catalogue.people) >= 150


def test_builtin_catalogue_is_valid_and_complete() -> None:
    assert problems(builtin()) == []
    without_credits = {one.id for one in odd_records() if one.kind == "person" and "no credit" in one.what}
    assert {*orphans(builtin())} == {f"person {number}: has no credit" for number in without_credits}
    assert gaps(builtin()) == []


def test_catalogue_credits_are_those_of_movies_series_and_episodes() -> None:
    catalogue = builtin()
    listed = {credit.credit_id for movie in catalogue.movies.values() for credit in movie.credits}
    for series in catalogue.series.values():
        listed |= {credit.credit_id for credit in (*series.credits, *series.creators)}
        listed |= {
            credit.credit_id for season in series.seasons for episode in season.episodes for credit in episode.credits
        }
    from_people = {entry.credit.credit_id for entries in catalogue.credits_of.values() for entry in entries}
    assert listed == from_people == set(catalogue.credits_by_id)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the built-in catalogue's folder that tests can edit."""
    folder = tmp_path / "data"
    shutil.copytree(loader.DATA, folder)
    return folder


def edit(path: Path, **changes: object) -> None:
    """Change fields of the record in a file."""
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**record, **changes}), "utf-8")


@pytest.mark.parametrize(
    ("changes", "problem"),
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
        ({"vote_average": 11.0}, "movie 550: vote_average must be 0 to 10, got 11.0"),
        ({"vote_count": 0}, "movie 550: vote_average needs a vote_count of at least 1"),
        ({"posters": [{"path": "a.jpg", "width": 1, "height": 1}]}, "movie 550: the image path a.jpg must start with a slash"),
        ({"posters": [{"path": "/a.jpg", "width": 1, "height": 1, "language": "en"}]}, "movie 550: the image /a.jpg must have both language and country, or neither"),
    ],
)  # fmt: skip
def test_problems_of_a_movie_name_the_record(copied: Path, changes: dict[str, object], problem: str) -> None:
    edit(copied / "movies" / "550-fight-club.json", **changes)
    assert problem in problems(load(copied))


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"translations": []}, "has no overview in fr-FR"),
        ({"translations": [{"language": language, "country": country, "overview": "x"} for language, country in (("en", "US"), ("de", "DE"))]}, "has the same overview in de-DE as in another language"),
        ({"cast": []}, "needs a cast of at least 5, got 0"),
        ({"crew": []}, "has no Director in its crew"),
        ({"crew": [{"person": 287, "job": "Guru", "department": "Directing", "credit_id": "y"}]}, "departments.json has no job 'Guru' of the department 'Directing'"),
        ({"posters": []}, "has no posters"),
    ],
)  # fmt: skip
def test_gaps_of_a_movie_name_the_record(copied: Path, changes: dict[str, object], gap: str) -> None:
    edit(copied / "movies" / "550-fight-club.json", **changes)
    assert f"movie 550: {gap}" in gaps(load(copied))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"translations": [], "cast": [], "crew": [], "posters": [], "runtime": 0}, []),
        ({"translations": [{"language": "en", "country": "US", "overview": "x"}]}, ["de-DE", "fr-FR", "es-ES"]),
    ],
)
def test_a_thin_movie_needs_a_text_in_each_language_or_none(
    copied: Path, changes: dict[str, object], found: list[str]
) -> None:
    edit(copied / "movies" / "680-pulp-fiction.json", **changes)
    assert gaps(load(copied)) == [f"movie 680: has no overview in {language}" for language in found]


def test_a_thin_movie_has_no_tagline(copied: Path) -> None:
    edit(
        copied / "movies" / "680-pulp-fiction.json", translations=[{"language": "en", "country": "US", "tagline": "x"}]
    )
    assert gaps(load(copied)) == ["movie 680: has a tagline, but is thin"]


def test_gaps_of_series_name_the_record() -> None:
    series = Series(id=1, original_name="x", original_language="en", status="Ended", type="Scripted")
    assert "series 1: has no episode with a name" in gaps(blank().extended(series=[series]))


def test_problems_require_english_names_of_genres_and_collections() -> None:
    nameless = blank().extended(collections=[Collection(id=2, names={"qq": "x"})])
    assert problems(nameless) == [
        "collection 2: has no English name",
        "collection 2: the language qq is not in the catalogue",
    ]


def test_problems_of_a_person_name_the_record() -> None:
    person = Person(id=1, name="x", biographies={"qq": "x"}, profiles=(Image(path="/a.jpg", width=1, height=0),))
    assert problems(blank().extended(people=[person])) == [
        "person 1: the language qq is not in the catalogue",
        "person 1: the image /a.jpg must be at least 1 x 1, got 1 x 0",
    ]


def test_problems_and_orphans_after_deleting_a_movie(copied: Path) -> None:
    """Lists reference the movie; its collection and some people have no other."""
    (copied / "movies" / "76-before-sunrise.json").unlink()
    remaining = load(copied)
    assert problems(remaining) == ["list 9000003: the movie 76 is not in the catalogue"]
    unused = orphans(remaining)
    assert "collection 123800: has no movie" in unused
    assert any(line.endswith("has no credit") for line in unused)


@pytest.mark.parametrize("content", ["{", '{"id": "550"}', '{"id": 550}', "[]", '{"id":' * 100_000])
def test_load_error_names_the_invalid_file(copied: Path, content: str) -> None:
    (copied / "movies" / "550-fight-club.json").write_text(content, "utf-8")
    with pytest.raises(CatalogueError, match=r"550-fight-club\.json"):
        load(copied)


def test_load_rejects_unknown_keys(copied: Path) -> None:
    edit(copied / "movies" / "550-fight-club.json", ovrview="x")
    with pytest.raises(CatalogueError, match="ovrview"):
        load(copied)


def test_load_of_an_empty_folder_has_only_the_builtin_reference_data(copied: Path) -> None:
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


def test_load_rejects_a_missing_folder(tmp_path: Path) -> None:
    for nowhere in (tmp_path / "nowhere", str(tmp_path / "nowhere")):
        with pytest.raises(CatalogueError, match="nowhere is not a folder"):
            load(nowhere)


def test_names_of_seasons_and_episodes_of_english_series_are_not_chinese() -> None:
    """Facts that were once taken from recordings in Chinese and Japanese."""
    catalogue = builtin()
    names = {season.number: season.name for season in catalogue.series[60625].seasons}
    assert names == {0: "Specials", **{number: f"Season {number}" for number in range(1, 8)}}
    friends = next(season for season in catalogue.series[1668].seasons if season.number == 2)
    assert friends.episodes[0].name == "The One with Ross's New Girlfriend"
    titles = {f"{text.language}-{text.country}": text.title for text in friends.episodes[0].translations}
    assert titles["zh-TW"] == "羅斯新女友的那集"


def test_external_ids_are_those_of_most_recordings() -> None:
    catalogue = builtin()
    assert catalogue.series[1399].imdb_id == "tt0944947"
    assert catalogue.series[1396].external_ids.facebook == "BreakingBad"
    assert catalogue.people[190].imdb_id == "nm0000142"
