"""Facts of movies in the catalogue whose value is one of few, or that have a default: a wrong one is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.catalogue.facts import unconfirmed
from scripts.catalogue.movie_facts import movie_facts
from scripts.catalogue.recorded import Recorded, read_corpus

DETAILS: dict[str, Any] = {
    "id": 7, "original_title": "A movie", "title": "A movie", "original_language": "en", "budget": 1, "status": "Planned", "video": True,
    "adult": False, "alternative_titles": {"titles": [{"iso_3166_1": "US", "title": "Movie B", "type": "working title"}]},
    "release_dates": {"results": [{"iso_3166_1": "ES", "release_dates": [
        {"release_date": "2001-02-03T00:00:00.000Z", "type": 3, "iso_639_1": "es"},
    ]}]},
}  # fmt: skip
RECORD: dict[str, Any] = {
    "id": 7, "original_title": "A movie", "original_language": "en", "status": "Planned", "video": True,
    "alternative_titles": [{"country": "US", "title": "Movie B", "type": "working title"}],
    "releases": {"ES": [{"date": "2001-02-03", "type": 3, "language": "es"}]},
}  # fmt: skip


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Return what the details of a movie say."""
    folder: Path = tmp_path_factory.mktemp("corpus")
    line: dict[str, Any] = {
        "request": {"method": "GET", "path": "/3/movie/7", "path_template": "/3/movie/{movie_id}", "query": {}},
        "response": {"status": 200, "body": DETAILS},
        "source": {"kind": "recorded", "date": "2024-01-01", "repo": "a/b"},
    }
    (folder / "movie-details.jsonl").write_text(json.dumps(line), "utf-8")
    return read_corpus(folder)


@pytest.mark.parametrize(
    ("without", "fact", "line"),
    [
        ("", {"status": "Rumored"}, "status 'Rumored': recorded: 'Planned'"),
        ("status", {}, "status 'Released': recorded: 'Planned'"),
        ("video", {}, "video False: recorded: True"),
        ("", {"adult": True}, "adult True: recorded: False"),
        (
            "",
            {"alternative_titles": [{"country": "US", "title": "Movie B"}]},
            "alternative_titles ('US', 'Movie B', ''): recorded: ['US', 'Movie B', 'working title']",
        ),
        (
            "",
            {"releases": {"ES": [{"date": "2001-02-03", "language": "ca"}]}},
            "releases.language 'ca': recorded: 'es'",
        ),
    ],
)
def test_wrong_facts_of_a_movie_are_named(recorded: Recorded, without: str, fact: dict[str, Any], line: str) -> None:
    """A field that the record does not have is compared if it has a default."""
    record = {name: value for name, value in RECORD.items() if name != without} | fact
    assert [*map(str, unconfirmed("movie 7", movie_facts(recorded, ("movie", 7), record)))] == [f"movie 7: {line}"]


def test_recorded_facts_of_a_movie_are_confirmed(recorded: Recorded) -> None:
    assert [*unconfirmed("movie 7", movie_facts(recorded, ("movie", 7), RECORD))] == []
