"""Facts of TV series in the catalogue: each must be in a recording or in a public copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.catalogue.public_series import with_public_series
from scripts.catalogue.recorded import Recorded, read_corpus
from scripts.catalogue.recorded_episodes import RecordedEpisodes, read_episodes
from scripts.catalogue.series_evidence import unconfirmed_parts

VIDEO: dict[str, Any] = {
    "id": "v1", "key": "k1", "site": "YouTube", "name": "Trailer 1", "size": 720, "type": "Trailer", "official": False,
    "published_at": "2001-01-01T00:00:00.000Z", "iso_639_1": "en", "iso_3166_1": "US",
}  # fmt: skip
OWN_VIDEO: dict[str, Any] = {
    "id": "v1", "key": "k1", "name": "Trailer 1", "size": 720, "official": False, "published_at": "2001-01-01T00:00:00.000Z",
    "language": "en", "country": "US",
}  # fmt: skip
EPISODE: dict[str, Any] = {
    "id": 71, "name": "One", "air_date": "2001-02-03", "episode_type": "finale", "season_number": 1, "episode_number": 1,
    "show_id": 7, "runtime": 40, "still_path": "/still.jpg",
    "guest_stars": [{"id": 5, "name": "Anna", "character": "X", "credit_id": "c5"}],
}  # fmt: skip
DETAILS: dict[str, Any] = {
    "id": 7, "name": "A series", "original_name": "Une série", "original_language": "fr", "first_air_date": "2001-02-03",
    "status": "Ended", "type": "Scripted", "in_production": False, "poster_path": "/p.jpg", "networks": [{"id": 49, "name": "HBO"}],
    "created_by": [{"id": 6, "name": "Ben", "credit_id": "c6", "profile_path": None}],
    "seasons": [{"id": 70, "season_number": 1, "name": "Season 1", "episode_count": 2, "air_date": "2001-02-03"}],
    "content_ratings": {"results": [{"iso_3166_1": "US", "rating": "TV-MA"}]},
    "external_ids": {"imdb_id": "tt7", "tvdb_id": 77},
    "videos": {"results": [VIDEO]},
}  # fmt: skip
AGGREGATE: dict[str, Any] = {
    "id": 7,
    "cast": [{"id": 8, "name": "Cleo", "roles": [{"credit_id": "c8", "character": "Y", "episode_count": 2}]}],
    "crew": [],
}
ANSWERS: tuple[tuple[str, str, dict[str, str], dict[str, Any]], ...] = (
    ("tv-series-details", "/3/tv/7", {}, DETAILS),
    ("tv-series-details", "/3/tv/7", {"language": "de"}, {**DETAILS, "name": "Eine Serie"}),
    ("tv-episode-details", "/3/tv/7/season/1/episode/1", {}, EPISODE),
    ("tv-episode-details", "/3/tv/7/season/1/episode/1", {"language": "de"}, {**EPISODE, "name": "Eins"}),
    ("tv-series-aggregate-credits", "/3/tv/7/aggregate_credits", {}, AGGREGATE),
    ("tv-series-screened-theatrically", "/3/tv/7/screened_theatrically", {}, {
        "id": 7, "results": [{"id": 72, "season_number": 1, "episode_number": 2}],
    }),
    ("movie-credits", "/3/movie/9/credits", {}, {
        "id": 9, "cast": [{"id": 8, "name": "Cleo", "credit_id": "c9", "character": "Y"}], "crew": [],
    }),
    ("tv-season-watch-providers", "/3/tv/7/season/1/watch/providers", {}, {
        "id": 70, "results": {"US": {"flatrate": [{"provider_id": 8}]}},
    }),
)  # fmt: skip
#: A season of an answer that names neither its request nor its series.
NAMELESS = {"id": 70, "season_number": 1, "air_date": "2001-02-03", "episodes": [
    {"id": 72, "name": "Two", "season_number": 1, "episode_number": 2, "air_date": "2001-02-10"},
]}  # fmt: skip

RECORD: dict[str, Any] = {
    "id": 7, "original_name": "Une série", "original_language": "fr", "first_air_date": "2001-02-03", "status": "Ended",
    "type": "Scripted", "networks": [49], "creators": [{"person": 6, "credit_id": "c6"}], "imdb_id": "tt7",
    "external_ids": {"tvdb": 77}, "content_ratings": {"US": "TV-MA"}, "videos": [OWN_VIDEO],
    "cast": [{"person": 8, "character": "Y", "credit_id": "c8"}],
    "posters": [{"path": "/p.jpg", "width": 2000, "height": 3000, "language": "en", "country": "US"}],
    "translations": [{"language": "en", "country": "US", "title": "A series"}, {"language": "de", "country": "DE", "title": "Eine Serie"}],
}  # fmt: skip
SEASON: dict[str, Any] = {
    "id": 70, "number": 1, "name": "Season 1", "episode_count": 2, "air_date": "2001-02-03",
    "translations": [{"language": "fr", "country": "FR", "title": "Saison 1"}], "watch_providers": {"US": {"flatrate": [8]}},
}  # fmt: skip
FIRST: dict[str, Any] = {
    "number": 1, "id": 71, "name": "One", "air_date": "2001-02-03", "runtime": 40, "type": "finale",
    "translations": [{"language": "de", "country": "DE", "title": "Eins"}], "stills": [{"path": "/still.jpg", "width": 1920, "height": 1080}],
    "guest_stars": [{"person": 5, "character": "X", "credit_id": "c5"}],
}  # fmt: skip
SECOND: dict[str, Any] = {"number": 2, "id": 72, "name": "Two", "air_date": "2001-02-10", "screened_theatrically": True}


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Recorded, RecordedEpisodes]:
    """Return what some answers about a series say."""
    folder: Path = tmp_path_factory.mktemp("corpus")
    lines: dict[str, list[str]] = {}
    for operation, path, query, body in (*ANSWERS, ("tv-season-details", None, None, NAMELESS)):
        line = {
            "request": {"method": "GET", "path": path, "path_template": path or "/3/tv/{series_id}", "query": query},
            "response": {"status": 200, "body": body},
            "source": {"kind": "recorded", "date": "2024-01-01", "repo": "a/b"},
        }
        lines.setdefault(operation, []).append(json.dumps(line))
    for operation, text in lines.items():
        (folder / f"{operation}.jsonl").write_text("\n".join(text), "utf-8")
    return read_corpus(folder), read_episodes(folder)


def found(recordings: tuple[Recorded, RecordedEpisodes], record: dict[str, Any]) -> list[str]:
    """Return the lines about a record."""
    return [*map(str, unconfirmed_parts(*recordings, record))]


def test_recorded_facts_are_confirmed(recordings: tuple[Recorded, RecordedEpisodes]) -> None:
    """An answer of a season that does not name its series is known by its id; default names are TMDB's."""
    assert found(recordings, {**RECORD, "seasons": [{**SEASON, "episodes": [FIRST, SECOND]}]}) == []


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ({"status": "Canceled"}, "status 'Canceled': recorded: 'Ended'"),
        ({"homepage": "https://x.example"}, "homepage 'https://x.example': no recording has it"),
        ({"networks": [49, 50]}, "networks 50: recorded: 49"),
        ({"imdb_id": "tt8"}, "imdb_id 'tt8': recorded: 'tt7'"),
        ({"external_ids": {"tvrage": 1}}, "external_ids.tvrage 1: no recording has it"),
        ({"content_ratings": {"DE": "16"}}, "content_ratings ('DE', '16'): recorded: ['US', 'TV-MA']"),
        ({"keywords": [1]}, "keywords 1: no recording has it"),
        ({"videos": [{**OWN_VIDEO, "key": "k2"}]}, "videos ('v1', 'k2'): recorded: ['v1', 'k1']"),
        ({"videos": [{**OWN_VIDEO, "name": "Clip"}]}, "videos.name 'Clip': recorded: 'Trailer 1'"),
        ({"videos": [{**OWN_VIDEO, "official": True}]}, "videos.official True: recorded: False"),
        ({"videos": [{**OWN_VIDEO, "country": "GB"}]}, "videos.country 'GB': recorded: 'US'"),
        ({"videos": [{**OWN_VIDEO, "size": 1080}]}, "videos.size 1080: recorded: 720"),
        ({"in_production": True}, "in_production True: recorded: False"),
        ({"adult": True}, "adult True: recorded: False"),
        ({"creators": [{"person": 6, "credit_id": "c7"}]}, "creators.credit_id ('c7', 6): recorded: ['c6', 6]"),
        ({"cast": [{"person": 9, "character": "Y", "credit_id": "c8"}]}, "cast.credit_id ('c8', 9): recorded: ['c8', 8]"),
        ({"cast": [{"person": 8, "character": "", "credit_id": "c9"}]}, "cast.credit_id ('c9', 8): no recording has it"),
        ({"cast": [{"person": 8, "character": "Z", "credit_id": "c8"}]}, "cast.character 'Z': recorded: 'Y'"),
        ({"posters": [{"path": "/q.jpg", "width": 2000, "height": 3000, "language": "en", "country": "US"}]}, "posters.path '/q.jpg': no recording has it"),
        ({"translations": [{"language": "es", "country": "ES", "title": "Una serie"}]}, "titles.es-ES 'Una serie': no recording has it"),
        ({"translations": [{"language": "de", "country": "JP", "title": "Eine Serie"}]}, "translations.country ('de', 'JP'): recorded: ['de', 'DE']"),
        ({"alternative_titles": [{"country": "DE", "title": "Serie"}]}, "alternative_titles ('DE', 'Serie', ''): no recording has it"),
        ({"watch_providers": {"DE": {"buy": [2]}}}, "watch_providers ('DE', 'buy', 2): no recording has it"),
    ],
)  # fmt: skip
def test_facts_of_a_series_without_a_recording_are_named(
    recordings: tuple[Recorded, RecordedEpisodes], fact: dict[str, Any], line: str
) -> None:
    assert found(recordings, {**RECORD, **fact}) == [f"series 7: {line}"]


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ({"id": 69}, "id 69: recorded: 70"),
        ({"episode_count": 3}, "episode_count 3: recorded: 2"),
        ({"name": "The beginning"}, "name 'The beginning': recorded: 'Season 1'"),
        ({"translations": [{"language": "de", "country": "DE", "title": "Anfang"}]}, "names.de-DE 'Anfang': recorded: 'Staffel 1'"),
        ({"posters": [{"path": "/p.jpg", "width": 1000, "height": 1500, "language": "en", "country": "US"}]}, "posters.path '/p.jpg': no recording has it"),
        ({"watch_providers": {"US": {"flatrate": [9]}}}, "watch_providers ('US', 'flatrate', 9): recorded: ['US', 'flatrate', 8]"),
    ],
)  # fmt: skip
def test_facts_of_a_season_without_a_recording_are_named(
    recordings: tuple[Recorded, RecordedEpisodes], fact: dict[str, Any], line: str
) -> None:
    assert found(recordings, {**RECORD, "seasons": [{**SEASON, **fact}]}) == [f"series 7, season 1: {line}"]


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ({"id": 73}, "id 73: recorded: 71"),
        ({"name": "First"}, "name 'First': recorded: 'Eins'"),
        ({"air_date": "2001-02-04"}, "air_date '2001-02-04': recorded: '2001-02-03'"),
        ({"production_code": "101"}, "production_code '101': no recording has it"),
        ({"vote_count": 3}, "vote_count 3: no recording has it"),
        ({"type": "mid_season"}, "type 'mid_season': recorded: 'finale'"),
        ({"screened_theatrically": True}, "screened_theatrically True: recorded: False"),
        ({"stills": [{"path": "/p.jpg", "width": 1920, "height": 1080}]}, "stills.path '/p.jpg': no recording has it"),
        ({"stills": [{"path": "/still.jpg", "width": 1000, "height": 1080}]}, "stills.size (1000, 1080): recorded: [1920, 1080]"),
        ({"translations": [{"language": "fr", "country": "FR", "title": "Un"}]}, "names.fr-FR 'Un': recorded: 'Épisode 1'"),
        ({"guest_stars": [{"person": 5, "character": "X", "credit_id": "c1"}]}, "guest_stars.credit_id ('c1', 5): no recording has it"),
    ],
)  # fmt: skip
def test_facts_of_an_episode_without_a_recording_are_named(
    recordings: tuple[Recorded, RecordedEpisodes], fact: dict[str, Any], line: str
) -> None:
    first = {**FIRST, **fact}
    lines = found(recordings, {**RECORD, "seasons": [{**SEASON, "episodes": [first]}]})
    assert f"series 7, season 1, episode 1: {line}" in lines
    assert {one.partition(": ")[0] for one in lines} == {"series 7, season 1, episode 1"}


def test_public_copies_are_evidence() -> None:
    """The Mandalorian is in an answer that is saved in an application."""
    known = with_public_series(Recorded(), RecordedEpisodes())
    finale = {"number": 8, "id": 4237598, "name": "Chapter 24: The Return", "type": "finale", "runtime": 40}
    season = {"id": 308088, "number": 3, "name": "Season 3", "episode_count": 8, "episodes": [finale]}
    assert found(
        known, {"id": 82856, "type": "Scripted", "in_production": True, "networks": [2739, 49], "seasons": [season]}
    ) == [
        "series 82856: networks 49: recorded: 2739",
        "series 82856, season 3, episode 8: runtime 40: recorded: 39",
    ]
