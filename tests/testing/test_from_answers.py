"""Catalogues of saved answers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tmdb_facade.testing import Catalogue, CatalogueError, TMDBServer, blank, builtin, problems

Body = dict[str, Any]
Save = Callable[..., Path]
Saved = Mapping[str, Any] | list[Any] | str | float | None

MOVIE: Body = {
    "id": 7,
    "imdb_id": "tt0000007",
    "title": "The Seventh Test",
    "original_title": "Der siebte Test",
    "original_language": "de",
    "origin_country": ["DE"],
    "overview": "A test runs seven times.",
    "tagline": "Green again.",
    "release_date": "2020-02-03",
    "runtime": 97,
    "budget": 10,
    "revenue": 20,
    "status": "Released",
    "popularity": 4.5,
    "vote_average": 7.5,
    "vote_count": 12,
    "poster_path": "/poster.jpg",
    "backdrop_path": "/backdrop.jpg",
    "belongs_to_collection": {"id": 3, "name": "Test Collection", "poster_path": None, "backdrop_path": None},
    "genres": [{"id": 18, "name": "Drama"}, {"id": 99999, "name": "Testing"}],
    "production_companies": [{"id": 5, "name": "Test Works", "logo_path": None, "origin_country": "DE"}],
    "production_countries": [{"iso_3166_1": "DE", "name": "Germany"}],
    "spoken_languages": [{"iso_639_1": "de", "english_name": "German", "name": "Deutsch"}],
    "credits": {
        "cast": [{"id": 71, "name": "Ada Actor", "character": "Lead", "credit_id": "c1", "cast_id": 4, "order": 0, "gender": 1}],
        "crew": [{"id": 72, "name": "Dan Director", "department": "Directing", "job": "Director", "credit_id": "c2"}],
    },
    "keywords": {"keywords": [{"id": 81, "name": "testing"}]},
    "external_ids": {"imdb_id": "tt0000007", "wikidata_id": "Q7"},
    "videos": {"results": [{"id": "v1", "key": "k", "name": "Trailer", "iso_639_1": "en", "iso_3166_1": "US", "type": "Trailer"}]},
    "release_dates": {
        "results": [
            {"iso_3166_1": "DE", "release_dates": [{"release_date": "2020-02-03T00:00:00.000Z", "type": 3, "certification": "12"}]}
        ]
    },
    "watch/providers": {
        "results": {"DE": {"link": "x", "buy": [{"provider_id": 990, "provider_name": "Shop", "logo_path": "/l.jpg", "display_priority": 2}]}}
    },
    "recommendations": {"page": 1, "results": [{"id": 8, "title": "Eight", "original_title": "Eight", "original_language": "en"}]},
}  # fmt: skip
SEASON: Body = {
    "_id": "5" * 24,
    "id": 501,
    "name": "Season 1",
    "season_number": 1,
    "air_date": "2021-01-01",
    "overview": "The first year.",
    "poster_path": "/season.jpg",
    "vote_average": 6.0,
    "episodes": [
        {
            "id": 601,
            "show_id": 50,
            "episode_number": 1,
            "season_number": 1,
            "name": "Beginnings",
            "overview": "It begins.",
            "air_date": "2021-01-01",
            "runtime": 30,
            "still_path": "/still.jpg",
            "guest_stars": [{"id": 73, "name": "Gil Guest", "character": "Guest", "credit_id": "c3", "order": 0}],
            "crew": [],
        },
        {
            "id": 602,
            "show_id": 50,
            "episode_number": 2,
            "season_number": 1,
            "name": "Endings",
            "air_date": "2021-01-08",
        },
    ],
}
SERIES: Body = {
    "id": 50,
    "name": "Tests",
    "original_name": "Tests",
    "original_language": "en",
    "first_air_date": "2021-01-01",
    "number_of_seasons": 1,
    "number_of_episodes": 2,
    "episode_run_time": [30],
    "status": "Ended",
    "type": "Scripted",
    "created_by": [{"id": 72, "name": "Dan Director", "credit_id": "c4"}],
    "networks": [{"id": 9, "name": "Test TV", "logo_path": None, "origin_country": "US"}],
    "seasons": [{"id": 501, "name": "Season 1", "season_number": 1, "episode_count": 2, "air_date": "2021-01-01"}],
}


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Return a function that saves documents as JSON files of a folder, by file name."""

    def write(**documents: object) -> Path:
        for name, document in documents.items():
            (tmp_path / f"{name}.json").write_text(json.dumps(document), "utf-8")
        return tmp_path

    return write


def exchange(path: str, body: object, status: int = 200, **query: str) -> Body:
    """Return an answer with its request."""
    return {"request": {"method": "GET", "path": path, "query": query}, "response": {"status": status, "body": body}}


def ask(catalogue: Catalogue, path: str, **query: str) -> Any:
    """Return the body of an answer from a catalogue."""
    assert problems(catalogue) == []
    server = TMDBServer(catalogue)
    with httpx.Client(base_url="http://x", params={"api_key": server.api_key}, transport=server.transport) as client:
        return client.get(path, params={"api_key": server.api_key, **query}).json()


def contains(answer: Any, saved: Saved) -> bool:
    """Return whether an answer has all values of a saved one."""
    if isinstance(saved, Mapping):
        return all(name == "link" or contains(answer.get(name), value) for name, value in saved.items())
    if isinstance(saved, list):
        return len(answer) == len(saved) and all(map(contains, answer, saved))
    return bool(answer == saved)


def test_movie_details_with_blocks_come_back(save: Save) -> None:
    blocks = ("credits", "keywords", "external_ids", "videos", "release_dates", "watch/providers", "recommendations")
    answer = ask(Catalogue.from_answers(save(movie=MOVIE)), "/3/movie/7", append_to_response=",".join(blocks))
    assert contains(answer, MOVIE)


def test_people_companies_and_collections_of_details_have_records(save: Save) -> None:
    catalogue = Catalogue.from_answers(save(movie=MOVIE))
    assert {number: person.name for number, person in catalogue.people.items()} == {71: "Ada Actor", 72: "Dan Director"}
    assert [row["id"] for row in ask(catalogue, "/3/person/71/movie_credits")["cast"]] == [7]
    assert ask(catalogue, "/3/collection/3")["name"] == "Test Collection"
    assert ask(catalogue, "/3/company/5")["name"] == "Test Works"
    assert ask(catalogue, "/3/find/tt0000007", external_source="imdb_id")["movie_results"][0]["id"] == 7


def test_series_with_a_season_come_back(save: Save) -> None:
    catalogue = Catalogue.from_answers(save(series=SERIES, season=SEASON))
    assert contains(ask(catalogue, "/3/tv/50"), SERIES)
    assert contains(ask(catalogue, "/3/tv/50/season/1"), SEASON)
    assert ask(catalogue, "/3/tv/50/season/1/episode/1")["guest_stars"][0]["name"] == "Gil Guest"


def test_rows_of_lists_make_thin_records_that_details_complete(save: Save) -> None:
    row = {
        "id": 7,
        "title": "An old title",
        "original_title": "Der siebte Test",
        "genre_ids": [18],
        "vote_average": 1.0,
        "vote_count": 1,
    }
    rows: list[Body] = [row, {"id": 8, "media_type": "person", "name": "Pia Person", "known_for": []}]
    listed = exchange("/3/search/multi", {"page": 1, "results": rows, "total_pages": 1, "total_results": 2})
    thin = Catalogue.from_answers(save(a=listed))
    assert (thin.movies[7].vote_average, thin.people[8].name) == (1.0, "Pia Person")
    both = Catalogue.from_answers(save(a=MOVIE, b=listed))
    assert ask(both, "/3/movie/7")["vote_average"] == 7.5


def test_answers_in_several_languages_become_translations(save: Save) -> None:
    german = {**MOVIE, "title": "Der siebte Test", "overview": "Ein Test.", "tagline": "", "poster_path": "/plakat.jpg"}
    folder = save(a=exchange("/3/movie/7", MOVIE), b=exchange("/3/movie/7", german, language="de-DE"))
    catalogue = Catalogue.from_answers(folder)
    answers = {code: ask(catalogue, "/3/movie/7", language=code) for code in ("en-US", "de-DE")}
    names = ("title", "overview", "poster_path")
    assert [answers["en-US"][name] for name in names] == ["The Seventh Test", "A test runs seven times.", "/poster.jpg"]
    assert [answers["de-DE"][name] for name in names] == ["Der siebte Test", "Ein Test.", "/plakat.jpg"]


def test_later_answers_win_and_longer_lists_stay(save: Save) -> None:
    newer: Body = {**MOVIE, "vote_average": 8.0, "credits": {"cast": [], "crew": []}}
    movie = Catalogue.from_answers(save(a=MOVIE, b=newer)).movies[7]
    assert movie.vote_average == 8.0
    assert [role.person for role in movie.cast] == [71]


def test_error_answers_and_other_requests_are_ignored(save: Save) -> None:
    folder = save(
        missing=exchange("/3/movie/1", {"success": False, "status_code": 34, "status_message": "x"}, 404),
        bare={"success": False, "status_code": 34, "status_message": "x"},
        rating={
            "request": {"method": "POST", "url": "https://x/3/movie/7/rating"},
            "response": {"body": {"success": True}},
        },
        image={"request": {"url": "https://image.tmdb.org/t/p/w92/a.jpg"}, "response": {"body": {"string": "x"}}},
    )
    assert not Catalogue.from_answers(folder).movies


def test_cassettes_json_lines_and_compressed_files_are_read(tmp_path: Path) -> None:
    def interaction(number: int, body: bytes) -> Body:
        url = f"https://api.themoviedb.org/3/movie/{number}?api_key=secret&language=en-US"
        return {
            "request": {"method": "GET", "uri": url, "body": None, "headers": {}},
            "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {"string": body}},
        }

    def encoded(number: int) -> bytes:
        return json.dumps({**MOVIE, "id": number, "imdb_id": f"tt{number}"}).encode()

    interactions = [interaction(1, encoded(1)), interaction(2, gzip.compress(encoded(2)))]
    (tmp_path / "a.yaml").write_text(yaml.safe_dump({"interactions": interactions, "version": 1}), "utf-8")
    text = json.dumps(
        {"interactions": [interaction(3, b"x") | {"response": {"body": {"string": encoded(3).decode()}}}]}
    )
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(text.encode()))
    lines = [exchange(f"/3/movie/{number}", {**MOVIE, "id": number, "imdb_id": None}) for number in (4, 5)]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    catalogue = Catalogue.from_answers(tmp_path)
    assert sorted(catalogue.movies) == [1, 2, 3, 4, 5, 8]
    assert problems(catalogue) == []


def test_a_bare_block_needs_the_path_in_its_file_name(tmp_path: Path) -> None:
    credits = {"id": 7, **MOVIE["credits"]}
    (tmp_path / "credits.json").write_text(json.dumps(credits), "utf-8")
    with pytest.raises(CatalogueError, match=r"credits\.json: cannot tell which request .* movie/550/credits\.json"):
        Catalogue.from_answers(tmp_path)
    (tmp_path / "movie" / "7").mkdir(parents=True)
    (tmp_path / "credits.json").rename(tmp_path / "movie" / "7" / "credits.json")
    assert [role.person for role in Catalogue.from_answers(tmp_path).movies[7].cast] == [71]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", "{", r"a\.json: cannot be read as saved answers"),
        ("a.json", '{"id": 1, "title": "x", "budget": "much"}', r"a\.json: movie 1: Expected `int`.*budget"),
        (
            "a.json",
            '{"id": 1, "title": "x", "budget": 1, "genres": [{}]}',
            r"a\.json: this is not an answer of /3/movie/1.*'id'",
        ),
        (
            "a.yaml",
            "interactions: [{request: {uri: 'https://x/3/movie/1'}, response: {body: {string: x}}}]",
            "not JSON",
        ),
        ("a.json", '{"request": 5, "response": {}}', r"a\.json: a request must be an object or a URL, got int"),
        (
            "a.json",
            '{"request": {"path": "/3/movie/1"}, "response": {"status": null, "body": {}}}',
            r"a\.json: a status must be a number, got None",
        ),
        ("a.txt", "{}", r"expected a file that ends with \.json"),
    ],
)
def test_errors_name_the_file(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(CatalogueError, match=message):
        Catalogue.from_answers(tmp_path / name)


def test_body_of_a_response_is_the_same_whatever_else_it_has(tmp_path: Path) -> None:
    """A recorder of a browser writes `content` beside `text`."""
    body = {"id": 7, "title": "Right", "original_title": "Right", "original_language": "en"}
    response = {"status": 200, "text": "{}", "content": json.dumps(body)}
    (tmp_path / "a.json").write_text(json.dumps({"request": {"path": "/3/movie/7"}, "response": response}), "utf-8")
    assert Catalogue.from_answers(tmp_path).movies[7].original_title == "Right"


def test_from_answers_rejects_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="nowhere"):
        Catalogue.from_answers(tmp_path / "nowhere.json")


def test_own_cassettes_make_a_catalogue_without_problems() -> None:
    """They are answers of the built-in catalogue."""
    folder = Path(__file__).parents[1] / "cassettes"
    catalogue = Catalogue.from_answers(folder)
    assert problems(catalogue) == []
    assert {550} <= {*catalogue.movies}
    assert catalogue.movies[550].runtime == builtin().movies[550].runtime


def test_merged_catalogues_have_the_records_of_both(save: Save) -> None:
    own = Catalogue.from_answers(save(movie={**MOVIE, "id": 550, "title": "Mine"}))
    both = builtin().merged(own)
    assert problems(both) == []
    assert {*both.movies} == {*builtin().movies, *own.movies}
    assert ask(both, "/3/movie/550")["title"] == "Mine"
    assert ask(both, "/3/movie/11")["title"] == builtin().movies[11].original_title


def test_merged_thin_records_replace_none(save: Save) -> None:
    """A row of a list knows neither the runtime nor the cast; a new movie of a row is added."""
    row = {key: MOVIE[key] for key in ("title", "original_title", "original_language")}
    rows = [{**row, "id": number, "release_date": "2020-01-01", "genre_ids": [18]} for number in (550, 7)]
    own = Catalogue.from_answers(save(rows={"page": 1, "results": rows}))
    for both in (builtin().merged(own), own.merged(builtin()), blank().merged(own).merged(builtin()).merged(own)):
        assert problems(both) == []
        assert ask(both, "/3/movie/550")["runtime"] == 139
        assert ask(both, "/3/movie/7")["title"] == MOVIE["title"]
    # What a test adds itself is no row.
    added = builtin().merged(own.with_movie(550, "Mine"))
    assert ask(added, "/3/movie/550")["title"] == "Mine"


def test_merged_seasons_of_a_series_replace_it(save: Save) -> None:
    season: Body = {"id": 1, "season_number": 1, "episodes": [], "name": "Mine", "air_date": None, "overview": ""}
    answer: Body = {"request": {"path": "/3/tv/1396/season/1"}, "response": {"body": season}}
    both = builtin().merged(Catalogue.from_answers(save(season=answer)))
    assert ask(both, "/3/tv/1396/season/1")["name"] == "Mine"
