"""A server with a catalogue made of saved answers answers with the same facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tmdb_facade.testing import Catalogue, CatalogueError, TMDBServer, problems

Body = dict[str, Any]

MOVIE: Body = {"id": 7, "title": "Seven", "original_title": "Seven", "release_date": "2026-05-20", "vote_count": 300}
SERIES: Body = {"id": 50, "name": "Tests", "original_name": "Tests", "first_air_date": "2021-01-01"}
PERSON: Body = {"id": 71, "name": "Ada Actor", "gender": 1}
BARE_EPISODE: Body = {"id": 601, "season_number": 1, "episode_number": 1, "name": "One", "air_date": "2021-01-01"}
EPISODE: Body = {**BARE_EPISODE, "show_id": 50}
AUTHOR: Body = {"username": "r", "name": "", "rating": 7.0, "avatar_path": "/https://www.gravatar.com/avatar/0.jpg"}


def page(*rows: Body) -> Body:
    """Return a page of a list."""
    return {"page": 1, "results": [*rows], "total_pages": 1, "total_results": len(rows)}


def role(number: int, order: int) -> Body:
    """Return a role of a person."""
    return {**PERSON, "character": f"Role {number}", "credit_id": f"c{number}", "order": order}


def job(number: int) -> Body:
    """Return a job of a person."""
    return {**PERSON, "department": "Writing", "job": "Writer", "credit_id": f"c{number}"}


def catalogue_of(folder: Path, *answers: tuple[str, object], **document: object) -> Catalogue:
    """Return a catalogue of answers by URL."""
    for number, (url, body) in enumerate(answers):
        answer = {"request": {"url": url}, "response": {"body": body}, **document}
        (folder / f"{number}.json").write_text(json.dumps(answer), "utf-8")
    return Catalogue.from_answers(folder)


def ask(catalogue: Catalogue, url: str) -> Any:
    """Return the body of an answer from a catalogue."""
    assert problems(catalogue) == []
    server = TMDBServer(catalogue)
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url="http://x", headers=headers, transport=server.transport) as client:
        return client.get(url).raise_for_status().json()


def missing(answer: Any, saved: Any, where: str = "") -> list[str]:
    """Return what an answer lacks of a saved one."""
    kinds = {type(answer).__name__, type(saved).__name__}
    if kinds == {"dict"}:
        return [line for name, value in saved.items() for line in missing(answer.get(name), value, f"{where}.{name}")]
    if kinds == {"list"} and len(saved) == len(answer):
        return [line for pair in zip(answer, saved, strict=True) for line in missing(*pair, f"{where}[]")]
    return [] if answer == saved else [f"{where}: {answer!r} instead of {saved!r}"]


@pytest.mark.parametrize(
    ("url", "body"),
    [
        ("/3/configuration/countries", [{"iso_3166_1": "AA", "english_name": "Aland", "native_name": "Aaland"}]),
        (
            "/3/configuration/countries?language=it-IT",
            [{"iso_3166_1": "DE", "english_name": "Germany", "native_name": "Germania Ovest"}],
        ),
        ("/3/configuration/languages", [{"iso_639_1": "aa", "english_name": "Afar A", "name": "A"}]),
        ("/3/configuration/timezones", [{"iso_3166_1": "DE", "zones": ["Europe/Bonn"]}]),
    ],
)
def test_reference_lists_add_to_the_catalogue(tmp_path: Path, url: str, body: list[Body]) -> None:
    answer = ask(catalogue_of(tmp_path, (url, body)), url)
    assert all(row in answer for row in body)


@pytest.mark.parametrize(
    ("url", "body"),
    [
        ("/3/configuration/primary_translations", ["de-DE", "xx-XX"]),
        ("/3/configuration/jobs", [{"department": "Tests", "jobs": ["Tester"]}]),
        (
            "/3/certification/movie/list",
            {"certifications": {"DE": [{"certification": "99", "meaning": "Old.", "order": 1}]}},
        ),
        ("/3/movie/7/reviews", page({"id": "r1", "author": "r", "content": "Good.", "author_details": AUTHOR})),
        ("/3/review/r1", {"id": "r1", "author": "r", "content": "", "media_id": 7, "media_type": "movie", "author_details": AUTHOR}),
        ("/3/movie/7/credits", {"id": 7, "cast": [role(1, 3), role(2, 0)], "crew": []}),
        ("/3/tv/50/credits", {"id": 50, "cast": [role(1, 500)], "crew": []}),
        ("/3/tv/50/season/1/credits", {"id": 501, "cast": [role(1, 5)], "crew": [job(2)]}),
        ("/3/tv/50/season/1/episode/1/credits", {"id": 601, "cast": [role(1, 5)], "crew": [], "guest_stars": [role(2, 9)]}),
        (
            "/3/tv/50/season/1/episode/1?append_to_response=credits",
            {**BARE_EPISODE, "credits": {"cast": [role(1, 5)], "crew": [], "guest_stars": [role(2, 9)]}},
        ),
        (
            "/3/tv/50/aggregate_credits",
            {
                "id": 50,
                "cast": [{**PERSON, "roles": [{"character": "Lead", "credit_id": "c1", "episode_count": 62}], "total_episode_count": 62}],
                "crew": [{**PERSON, "department": "Writing", "jobs": [{"job": "Writer", "credit_id": "c2", "episode_count": 3}]}],
            },
        ),
        ("/3/person/71/tv_credits", {"cast": [{**SERIES, "credit_id": "c1", "character": "Guest", "episode_count": 4}], "crew": []}),
        ("/3/tv/50/season/1/episode/1", {**BARE_EPISODE, "guest_stars": [role(1, 584)], "crew": []}),
        ("/3/tv/50/season/1/episode/1/images", {"id": 601, "stills": []}),
        ("/3/tv/50/season/1/images", {"id": 501, "posters": []}),
        (
            "/3/tv/50/season/1",
            {"id": 501, "season_number": 1, "episodes": [EPISODE], "networks": [{"id": 9, "name": "Test TV"}]},
        ),
        ("/3/tv/50/screened_theatrically", {"id": 50, "results": [{"id": 601, "season_number": 1, "episode_number": 1}]}),
        (
            "/3/tv/episode_group/g1",
            {
                "id": "g1",
                "name": "All",
                "type": 2,
                "description": "In order.",
                "network": {"id": 9, "name": "Test TV", "logo_path": None, "origin_country": "US"},
                "group_count": 1,
                "episode_count": 1,
                "groups": [{"id": "p1", "name": "Part", "order": 4, "locked": False, "episodes": [EPISODE]}],
            },
        ),
        ("/3/keyword/33/movies", page(MOVIE)),
        ("/3/company/44/movies", page(MOVIE)),
        ("/3/movie/7/similar_movies", page({**MOVIE, "id": 8})),
        ("/3/movie/7/releases", {"id": 7, "countries": [{"iso_3166_1": "DE", "certification": "12", "release_date": "2020-02-03"}]}),
        ("/3/movie/7/lists", page({"id": 5, "name": "Best", "description": "All.", "favorite_count": 2, "poster_path": "/p.jpg"})),
        ("/3/person/71", {**PERSON, "known_for_department": None, "also_known_as": []}),
        ("/3/person/71/credits", {"id": 71, "cast": [{**MOVIE, "credit_id": "c1", "character": "Lead", "order": 4}], "crew": []}),
        ("/3/person/popular", page({**PERSON, "known_for": [{**MOVIE, "media_type": "movie"}, {**SERIES, "media_type": "tv"}]})),
        (
            "/3/find/tt5?external_source=imdb_id",
            {"movie_results": [], "tv_results": [], "tv_episode_results": [EPISODE]},
        ),
        (
            "/3/find/77?external_source=tvdb_id",
            {"tv_season_results": [{"id": 501, "show_id": 50, "season_number": 1, "name": "One"}]},
        ),
        ("/3/movie/now_playing", page(MOVIE) | {"dates": {"minimum": "2026-05-06", "maximum": "2026-06-17"}}),
        ("/3/movie/upcoming", page(MOVIE) | {"dates": {"minimum": "2026-05-20", "maximum": "2026-06-10"}}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_answer_comes_back(tmp_path: Path, url: str, body: Any) -> None:
    assert missing(ask(catalogue_of(tmp_path, (url, body)), url), body) == []


def test_edits_of_a_season_are_known_by_its_id(tmp_path: Path) -> None:
    item = {
        "id": "i1",
        "action": "added",
        "time": "2026-01-02 03:04:05 UTC",
        "value": "x",
        "iso_639_1": "",
        "iso_3166_1": "",
    }
    changes = {"changes": [{"key": "name", "items": [item]}]}
    season = {"id": 501, "season_number": 1, "episodes": [EPISODE]}
    answers = ("/3/tv/season/501/changes", changes), ("/3/tv/50/season/1", season)
    url = "/3/tv/season/501/changes?start_date=2026-01-02"
    assert missing(ask(catalogue_of(tmp_path, *answers), url), changes) == []


def test_day_of_lists_is_the_last_one_on_which_an_answer_was_recorded(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, ("/3/movie/7", {**MOVIE, "runtime": 1}), recorded="2026-05-21")
    assert [row["id"] for row in ask(catalogue, "/3/movie/now_playing")["results"]] == [7]


def test_credits_of_seasons_and_episodes_are_those_of_people(tmp_path: Path) -> None:
    """A season's cast is not that of the whole series, and neither are roles of single episodes."""
    season = {"id": 501, "season_number": 1, "episodes": [EPISODE]}
    aggregate = [{**PERSON, "roles": [{"character": "Guest", "credit_id": "c3", "episode_count": 2}]}]
    catalogue = catalogue_of(
        tmp_path,
        ("/3/tv/50/season/1", season),
        ("/3/tv/50/season/1/credits", {"id": 501, "cast": [role(1, 0)], "crew": [job(2)]}),
        ("/3/tv/50/season/2/credits", {"id": 502, "cast": [role(1, 0)], "crew": []}),
        ("/3/tv/50/aggregate_credits", {"cast": aggregate, "crew": []}),
    )
    assert ask(catalogue, "/3/tv/50/credits")["cast"] == []
    credits = ask(catalogue, "/3/person/71/tv_credits")
    assert [(row["credit_id"], row["episode_count"]) for row in credits["cast"]] == [("c1", 1), ("c3", 2)]
    assert [row["credit_id"] for row in credits["crew"]] == ["c2"]
    assert [ask(catalogue, f"/3/credit/{number}")["media"]["id"] for number in ("c1", "c2", "c3")] == [50, 50, 50]


def test_alternative_titles_of_single_countries_are_merged(tmp_path: Path) -> None:
    def titles(*titles: tuple[str, str]) -> Body:
        return {"titles": [{"iso_3166_1": country, "title": title, "type": ""} for country, title in titles]}

    url = "/3/movie/7/alternative_titles"
    french, american = titles(("FR", "Sept"), ("FR", "7")), titles(("US", "7even"))
    older = (f"{url}?country=FR", titles(("FR", "Sept")))
    catalogue = catalogue_of(tmp_path, (f"{url}?country=FR", french), (f"{url}?country=US", american), older)
    assert ask(catalogue, f"{url}?country=FR")["titles"] == french["titles"]
    assert ask(catalogue, f"{url}?country=US")["titles"] == american["titles"]


def test_null_in_known_for_is_ignored(tmp_path: Path) -> None:
    """Recorded in 2019."""
    catalogue = catalogue_of(tmp_path, ("/3/search/person?query=ada", page({**PERSON, "known_for": [None]})))
    assert ask(catalogue, "/3/search/person?query=ada")["results"][0]["known_for"] == []


@pytest.mark.parametrize(
    ("url", "body", "message"),
    [
        ("/3/movie/7/credits", {"id": 7, "cast": [{"id": None, "name": "x"}]}, r"0\.json: movie 7: TypeError"),
        ("/3/tv/50/season/1", {"season_number": None, "episodes": []}, r"0\.json: series 50: .*number"),
        ("/3/configuration", {"images": {}, "change_keys": []}, "the configuration of the answers: .*base_url"),
    ],
)
def test_errors_of_values_name_the_file_or_the_record(tmp_path: Path, url: str, body: Body, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        catalogue_of(tmp_path, (url, body))


@pytest.mark.parametrize("number", [0, -5, 2**31])
def test_catalogue_rejects_impossible_ids(tmp_path: Path, number: int) -> None:
    catalogue = catalogue_of(tmp_path, ("/3/movie/7", {**MOVIE, "id": number, "runtime": 1}))
    assert problems(catalogue) == [f"movie {number}: an id must be 1 to 2147483647"]


def test_catalogue_rejects_an_impossible_number_of_episodes(tmp_path: Path) -> None:
    """Generating the episodes would take all memory."""
    seasons = [{"id": 501, "season_number": 1, "episode_count": 10**9}]
    catalogue = catalogue_of(tmp_path, ("/3/tv/50", {**SERIES, "created_by": [], "seasons": seasons}))
    assert problems(catalogue) == ["series 50, season 1: episode_count must be 0 to 20000, got 1000000000"]


def test_unknown_external_source_is_ignored(tmp_path: Path) -> None:
    answers = [(f"/3/find/abc?external_source={name}", {"tv_results": [SERIES]}) for name in ("other_id", "tvdb_id")]
    assert ask(catalogue_of(tmp_path, *answers), "/3/tv/50")["name"] == "Tests"


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000, "null", "[5]", '"text"'])
def test_files_without_answers_are_errors(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content, "utf-8")
    with pytest.raises(CatalogueError, match=r"a\.json: cannot"):
        Catalogue.from_answers(tmp_path)


def test_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**MOVIE, "runtime": 5}), "utf-8-sig")
    assert Catalogue.from_answers(tmp_path).movies[7].runtime == 5
