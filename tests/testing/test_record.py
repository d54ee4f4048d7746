"""`python -m tmdb_facade.testing record`, from an embedded TMDB instead of the real one."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from tmdb_facade.testing import Catalogue, TMDBServer, builtin, load, problems
from tmdb_facade.testing.__main__ import main
from tmdb_facade.testing.commands import serve

MOVIE, SERIES, PERSON = 550, 1399, 287
SELECTION = [
    "--movie",
    str(MOVIE),
    "--person",
    str(PERSON),
    "--search",
    "matrix",
    "--language",
    "en-US",
    "--language",
    "de-DE",
]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[TMDBServer]:
    """Return a server that is recorded instead of TMDB."""
    with TMDBServer() as running:
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", running.access_token)
        monkeypatch.setenv("TMDB_BASE_URL", running.base_url)
        yield running


def titles(answers: Catalogue, number: int) -> set[str]:
    """Return the translated titles of a movie."""
    return {text.title for text in answers.movies[number].translations}


def test_record_saves_answers_that_make_a_catalogue(
    server: TMDBServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", str(tmp_path / "answers"), *SELECTION]) == 0
    catalogue = load(tmp_path / "answers")
    assert problems(catalogue) == []
    known, recorded = builtin().movies[MOVIE], catalogue.movies[MOVIE]
    for field in (
        "original_title",
        "runtime",
        "release_date",
        "cast",
        "crew",
        "genres",
        "keywords",
        "releases",
        "imdb_id",
    ):
        assert getattr(recorded, field) == getattr(known, field), field
    assert catalogue.people[PERSON].birthday == builtin().people[PERSON].birthday
    assert 603 in catalogue.movies
    lines = capsys.readouterr().out
    assert f"saved    /3/movie/{MOVIE} (en-US)" in lines
    assert "saved    /3/search/multi 'matrix' (de-DE)" in lines
    assert "not endorsed" in lines
    assert "delete it by" in lines
    assert server.access_token not in lines


def test_record_saves_the_seasons_of_a_series(server: TMDBServer, tmp_path: Path) -> None:
    assert main(["record", str(tmp_path), "--tv", str(SERIES), "--append", "external_ids"]) == 0
    known, recorded = builtin().series[SERIES], load(tmp_path).series[SERIES]
    assert [(one.id, one.episode_count) for one in recorded.seasons] == [
        (one.id, one.episode_count) for one in known.seasons
    ]
    assert recorded.external_ids.tvdb == known.external_ids.tvdb
    queries = [request.query for request in server.requests.of("tv_details")]
    assert [query["append_to_response"] for query in queries] == ["external_ids"]


def test_files_are_without_secrets(server: TMDBServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMDB_ACCESS_TOKEN")
    monkeypatch.setenv("TMDB_API_KEY", server.api_key)
    assert main(["record", str(tmp_path), "--movie", str(MOVIE), "--base-url", server.base_url]) == 0
    [file] = tmp_path.rglob("*.json")
    assert server.api_key not in file.read_text("utf-8")
    assert json.loads(file.read_bytes())["request"]["path"] == f"/3/movie/{MOVIE}"


def test_a_second_run_requests_only_what_is_missing_or_too_old(server: TMDBServer, tmp_path: Path) -> None:
    assert main(["record", str(tmp_path), "--movie", "550", "--movie", "603"]) == 0
    server.requests.clear()
    assert main(["record", str(tmp_path), "--movie", "550", "--movie", "603", "--movie", "11"]) == 0
    assert [request.path for request in server.requests] == ["/3/movie/11"]
    [file] = [file for file in tmp_path.rglob("*.json") if file.name.startswith("603.")]
    answer: dict[str, Any] = json.loads(file.read_bytes())
    file.write_text(json.dumps({**answer, "recorded": str(date(2001, 1, 1))}), "utf-8")
    server.requests.clear()
    assert main(["record", str(tmp_path), "--movie", "550", "--movie", "603"]) == 0
    assert [request.path for request in server.requests] == ["/3/movie/603"]


def test_record_names_the_variables_of_a_missing_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("TMDB_ACCESS_TOKEN", "TMDB_READ_ACCESS_TOKEN", "TMDB_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["record", str(tmp_path), "--movie", "550"]) == 1
    assert capsys.readouterr().err.startswith("set TMDB_ACCESS_TOKEN or TMDB_API_KEY: get one at https://")


def test_record_continues_after_a_failure(
    server: TMDBServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with server.faults.status(401, on="/3/movie/603"):
        assert main(["record", str(tmp_path), "--movie", "550", "--movie", "603"]) == 1
    assert "Run the command again to continue." in capsys.readouterr().err
    assert [file.name.partition(".")[0] for file in tmp_path.rglob("*.json")] == ["550"]
    assert main(["record", str(tmp_path), "--movie", "550", "--movie", "603"]) == 0


def test_record_names_what_tmdb_does_not_have(
    server: TMDBServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", str(tmp_path), "--movie", "999999", "--movie", "550"]) == 1
    assert "missing  /3/movie/999999 (en-US): TMDB does not have it" in capsys.readouterr().out
    assert load(tmp_path).movies[550].original_title == "Fight Club"


def test_record_needs_something_to_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", str(tmp_path)]) == 1
    assert "pass --movie, --tv, --person or --search" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["record", str(tmp_path), "--movie", "Fight Club"])
    assert "'Fight Club' is not an id" in capsys.readouterr().err


def test_record_rejects_what_is_no_language(
    server: TMDBServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is a part of the file's name."""
    assert main(["record", str(tmp_path / "answers"), "--movie", "550", "--language", "../../../evil"]) == 1
    assert "--language must be an ISO 639-1 code" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_record_ignores_other_files_of_the_folder(server: TMDBServer, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "deep.json").write_text("[" * 100_000, "utf-8")
    assert main(["record", str(tmp_path), "--movie", "550"]) == 0


def test_record_says_how_to_continue_after_an_interruption(
    server: TMDBServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tmdb_facade.TMDB.request", interrupt)
    assert main(["record", str(tmp_path), "--movie", "550"]) == 130
    assert "Run the command again to continue." in capsys.readouterr().err


def test_record_needs_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("TMDB_ACCESS_TOKEN", "TMDB_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["record", str(tmp_path), "--movie", "550"]) == 1
    assert "TMDB_ACCESS_TOKEN" in capsys.readouterr().err


def test_serve_accepts_a_folder_of_answers(
    server: TMDBServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", str(tmp_path), "--movie", "550"]) == 0
    options = argparse.ArgumentParser()
    serve.add_options(options)
    answers: list[httpx.Response] = []

    def request() -> None:
        exported = dict(re.findall(r"export (\w+)=(\S+)", capsys.readouterr().out))
        headers = {"authorization": f"Bearer {exported['TMDB_ACCESS_TOKEN']}"}
        paths = ("movie/550", "tv/1399")
        answers.extend(
            httpx.get(f"{exported['TMDB_BASE_URL']}/3/{path}", headers=headers, timeout=30) for path in paths
        )

    assert serve.run(options.parse_args(["--port", "0", "--catalogue", str(tmp_path)]), wait=request) == 0
    assert [answer.status_code for answer in answers] == [200, 404]
