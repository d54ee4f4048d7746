"""`make record` reproduces the committed cassettes from any source and stores no credential."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import record
from scripts.scenarios._sync.scenarios import SCENARIOS
from scripts.scenarios._sync.source import Source
from tests.replay.scan import credentials_in_log
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer, User

CASSETTES = Path(__file__).parents[1] / "cassettes"

# Scenarios that need a person, or a credential that no variable holds.
NEED_A_PERSON = {"auth/login", "auth/session", "v4_auth/access_token", "v4_auth/denied"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the cassettes."""
    return Path(shutil.copytree(CASSETTES, tmp_path / "cassettes"))


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    """Yield a server in the place of the live TMDB."""
    with TMDBServer(images="tmdb") as running:
        yield running


@pytest.fixture
def user(server: TMDBServer, monkeypatch: pytest.MonkeyPatch) -> User:
    """Return a user of the server, whose credentials are in the environment."""
    user = server.login()
    monkeypatch.setenv("TMDB_BASE_URL", server.base_url)
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", server.access_token)
    monkeypatch.setenv("TMDB_SESSION_ID", user.session_id)
    monkeypatch.setenv("TMDB_USER_ACCESS_TOKEN", user.access_token)
    return user


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def scenarios_marked(output: str, word: str) -> set[str]:
    """Return the scenarios that the program reported with a word."""
    return {line.removeprefix(word).split(":")[0].strip() for line in output.splitlines() if line.startswith(word)}


def test_record_reproduces_the_committed_cassettes_whatever_the_environment(folder: Path, root: Path) -> None:
    (folder / "of_old.yaml").write_text("interactions: []\n", "utf-8")
    misleading = {"ACCESS_TOKEN": "x", "BASE_URL": "http://127.0.0.1:9", "LANGUAGE": "de-DE", "LOG": "debug"}
    environ = {**os.environ, **{f"TMDB_{name}": value for name, value in misleading.items()}}
    program = [sys.executable, "-m", "scripts.record", "--output", str(folder)]
    done = subprocess.run(program, cwd=root, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(folder) == contents(CASSETTES), "run: make record"
    assert "of_old: no scenario has that name" in done.stdout
    assert "/3/movie/550" in done.stderr
    assert credentials_in_log(done.stdout + done.stderr) == []


def test_record_live_restores_the_account_and_leaks_no_secret(
    folder: Path, server: TMDBServer, user: User, capfd: pytest.CaptureFixture[str]
) -> None:
    """Only the scenarios that need a person are not recorded."""
    assert record.main(["--live", "--output", str(folder)]) == 0
    shown = "".join(capfd.readouterr())
    assert "recording from 127.0.0.1: " in shown
    assert scenarios_marked(shown, "not recorded") == NEED_A_PERSON
    assert not scenarios_marked(shown, "DIFFERENT")

    before, after = contents(CASSETTES), contents(folder)
    assert before.keys() == after.keys()
    # Only times differ.
    changed = {name for name in after if after[name] != before[name]}
    assert {f"{name}.yaml" for name in scenarios_marked(shown, "changed")} == changed
    assert {name.split("/")[0] for name in changed} == {"auth", "guest", "v4_account", "v4_lists"}, "run: make record"
    assert all(after[name].startswith(b"# Recorded from 127.0.0.1 on ") for name in changed)

    data = server.state.data
    account = data.accounts[user.account_id]
    assert (account.ratings, account.favorites, account.watchlist) == ({}, {}, {})
    assert not any(guest.ratings for guest in data.guests.values())
    assert not [each for each in data.lists.values() if each.owner == account.id]
    assert user.session_id in data.sessions
    secrets = {
        account.object_id,
        server.api_key,
        *data.tokens,
        *data.sessions,
        *data.guests,
        *data.access_tokens,
    }
    texts = [content.decode() for content in after.values()]
    assert not [secret for secret in secrets for text in [shown, *texts] if secret in text]


def test_record_live_restores_ratings_favorites_and_watchlist(folder: Path, server: TMDBServer, user: User) -> None:
    with TMDB(server.access_token, base_url=server.base_url, session_id=user.session_id) as tmdb:
        tmdb.movies.rate(13, 7)
        tmdb.tv.rate(1396, 6.5)
        tmdb.tv.episodes.rate(1396, 1, 1, 3)
        tmdb.account.set_favorite(user.account_id, media_type="movie", media_id=13, favorite=True)
        tmdb.account.set_watchlist(user.account_id, media_type="tv", media_id=1396, watchlist=True)
    account = server.state.data.accounts[user.account_id]

    def marks_by_kind() -> list[dict[str, float]]:
        marks = (account.ratings, account.favorites, account.watchlist)
        return [{key: mark.value for key, mark in some.items()} for some in marks]

    before = marks_by_kind()
    assert before == [{"movie:13": 7, "tv:1396": 6.5, "episode:62085": 3}, {"movie:13": 0}, {"tv:1396": 0}]
    names = [name for name in SCENARIOS if name.startswith(("account/", "ratings/", "v4_account/"))]
    assert record.main(["--live", "--output", str(folder), *names]) == 0
    assert marks_by_kind() == before


def test_record_live_reports_missing_credentials(
    folder: Path, user: User, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TMDB_SESSION_ID")
    monkeypatch.setenv("TMDB_USER_ACCESS_TOKEN", "of.no.form")
    (folder / "movies" / "details.yaml").unlink()
    names = ["account/favorites", "v4_lists/list_lifecycle", "movies/details"]
    assert record.main(["--live", "--output", str(folder), *names]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "not recorded  account/favorites: TMDB_SESSION_ID is not set",
        "not recorded  v4_lists/list_lifecycle: TMDB_USER_ACCESS_TOKEN is not a user's access token",
        "new           movies/details",
    ]


def test_record_prints_an_unexpected_answer_and_keeps_the_cassette(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the scenario's line and both values with secrets masked, and fails."""

    def configuration(source: Source) -> None:
        with source.connect() as tmdb:
            seen = (f"api_key={source.access_token}", tmdb.configuration.details().images.secure_base_url)
        assert seen == ("other", "https://example.org/")

    monkeypatch.setitem(SCENARIOS, "reference/configuration", configuration)
    assert record.main(["--output", str(folder), "reference/configuration"]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("DIFFERENT     reference/configuration, line ")
    assert """assert seen == ("other", "https://example.org/")""" in shown
    assert "('api_key=***', 'https://image.tmdb.org/t/p/') | ('other', 'https://example.org/')" in shown
    assert contents(folder) == contents(CASSETTES), "run: make record"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["--live"], "--live needs TMDB_ACCESS_TOKEN"), (["movies/nothing"], "unknown scenario: movies/nothing")],
)
def test_record_rejects_invalid_arguments(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        record.main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err
