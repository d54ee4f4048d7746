"""Cassettes are readable, stable, and free of credentials."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import httpx
import pytest
import yaml

from tests.replay.scan import credentials_in, keys_in
from tmdb_facade.testing import Recording, make_credentials, use_cassette

ROOT = Path(__file__).parents[2]
# The formats in which answers are stored.
ANSWERS = {".yaml", ".yml", ".json", ".jsonl", ".csv", ".log", ".txt"}
SECRETS = make_credentials("somebody's real ones")
RECORDING = Recording("a test", "the tests", date(2026, 1, 31))


def files_under(*folders: str) -> list[Path]:
    """Return the files of some folders of the project, without Python's caches."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in found if "__pycache__" not in path.parts]


def test_stored_answers_contain_no_credentials() -> None:
    answers = [path for path in files_under("tests", "tmdb_facade/testing/catalogue/data") if path.suffix in ANSWERS]
    assert len(answers) > 150
    assert {path.name: found for path in answers if (found := credentials_in(path.read_text("utf-8")))} == {}


def test_golden_files_and_docs_contain_no_keys() -> None:
    """`make check` checks the code."""
    others = [path for path in files_under("tests", "docs") if path.suffix not in {".py", *ANSWERS}]
    assert {".golden", ".md"} <= {path.suffix for path in others}
    found = {path.name: keys_in(path.read_bytes().decode("utf-8", "replace")) for path in others}
    assert {name: keys for name, keys in found.items() if keys} == {}


@pytest.mark.parametrize(
    "planted",
    [
        f"token: {SECRETS.access_token}",
        f"- {SECRETS.api_key}",
        f"uri: https://api.themoviedb.org/3/movie/550?api_key={SECRETS.api_key[:20]}",
        "session_id: 1234",
        '"request_token": "abc"',
        "Authorization: ***",
        "/3/guest_session/0123456789abcdef0123456789abcdef/rated/movies",
    ],
)
def test_credentials_in_finds_each_form(planted: str) -> None:
    assert credentials_in(planted)


def test_credentials_in_ignores_etags_credit_ids_and_masked_values() -> None:
    assert not credentials_in(f'etag: W/"{SECRETS.api_key}"')
    assert not credentials_in("credit_id: 52fe4250c3a36847f80149f3\nuri: https://x/3/account/***?session_id=***")
    assert not credentials_in("uri: https://api.themoviedb.org/3/authentication/guest_session/new")
    assert not credentials_in("uri: https://api.themoviedb.org/4/auth/request_token")


def answer(request: httpx.Request) -> httpx.Response:
    """Return a response with secrets in the headers and the body."""
    body = {
        "success": True,
        "session_id": SECRETS.session_id,
        "request_token": SECRETS.access_token,
        "account_object_id": "0a1b2c",
        "created_by": {"gravatar_hash": SECRETS.api_key, "id": "0a1b2c", "username": "ann"},
        "author": "ann",
        "title": "ü",
    }
    headers = {"set-cookie": f"session={SECRETS.session_id}", "x-task-id": "1", "etag": 'W/"1"'}
    return httpx.Response(200, json=body, headers=headers)


def send(server: str, api_key: str, username: str = "somebody") -> httpx.Response:
    """Send secrets in the header, the query, the path and the body."""
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return client.post(
            f"{server}/3/guest_session/{SECRETS.session_id}/rated?session_id={SECRETS.session_id}&page=2&api_key={api_key}",
            headers={"authorization": f"Bearer {SECRETS.access_token}"},
            json={"username": username, "request_token": SECRETS.access_token, "password": 'open " sesame'},
        )


def test_recording_masks_credentials_everywhere(tmp_path: Path) -> None:
    """In headers, query, path and bodies of requests and responses."""
    path = tmp_path / "new" / "secret.yaml"
    with use_cassette(path, record=RECORDING):
        send("http://127.0.0.1:1234", SECRETS.api_key)
    text = path.read_text("utf-8")
    assert credentials_in(text) == []
    assert "sesame" not in text
    assert "somebody" not in text.split("\n", 1)[1]
    assert "0a1b2c" not in text
    assert "author: ann" in text
    assert not any(secret in text for secret in SECRETS)
    [interaction] = yaml.safe_load(text)["interactions"]
    assert interaction["request"]["uri"] == "https://api.themoviedb.org/3/guest_session/***/rated?session_id=***&page=2"
    assert interaction["response"]["json"]["title"] == "ü"
    assert interaction["response"]["headers"] == {"content-type": "application/json", "etag": 'W/"1"'}
    assert "title: ü" in text
    assert text.startswith("# Recorded from a test on 2026-01-31, by the tests.\n")


def test_cassette_replays_for_any_server_and_any_credentials(tmp_path: Path) -> None:
    path = tmp_path / "shared.yaml"
    with use_cassette(path, record=RECORDING):
        send("http://127.0.0.1:1234", SECRETS.api_key)
    with use_cassette(path) as cassette:
        replayed = send("https://api.themoviedb.org", "0" * 32, "somebody else")
        assert cassette.all_played
    assert replayed.json()["title"] == "ü"
    assert replayed.json()["session_id"] == "***"


def test_requests_match_by_query_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "queries.yaml"
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=dict(request.url.params)))
    url = "https://api.themoviedb.org/3/search/movie?"
    with use_cassette(path, record=RECORDING), httpx.Client(transport=transport) as client:
        client.get(f"{url}query=a&page=1")
        client.get(f"{url}query=a&page=2")
    with use_cassette(path), httpx.Client(transport=transport) as client:
        assert client.get(f"{url}page=2&query=a").json()["page"] == "2"
        assert client.get(f"{url}page=1&query=a").json()["page"] == "1"


def test_recording_unchanged_answers_keeps_the_file(tmp_path: Path) -> None:
    """A new day or version does not change the file; a new answer does."""
    path = tmp_path / "same.yaml"
    for recording in (RECORDING, RECORDING._replace(day=date(2026, 2, 1), version="a later one")):
        with use_cassette(path, record=recording):
            send("http://127.0.0.1:1234", SECRETS.api_key)
        assert "2026-01-31" in path.read_text("utf-8")
    with use_cassette(path, record=RECORDING._replace(day=date(2026, 2, 2))):
        send("http://127.0.0.1:1234", SECRETS.api_key)
        send("http://127.0.0.1:1234", SECRETS.api_key)
    assert path.read_text("utf-8").startswith("# Recorded from a test on 2026-02-02")


def record_twice(path: Path) -> None:
    """Record two requests."""
    with use_cassette(path, record=RECORDING):
        send("http://127.0.0.1:1234", SECRETS.api_key)
        send("http://127.0.0.1:1234", SECRETS.api_key)


def test_failed_write_keeps_the_cassette_and_restores_httpx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = httpx.MockTransport.handle_request
    path = tmp_path / "whole.yaml"
    with use_cassette(path, record=RECORDING):
        send("http://127.0.0.1:1234", SECRETS.api_key)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        assert len(list(tmp_path.iterdir())) == 2
        raise OSError("the disk is full")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="disk"):
        record_twice(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    assert httpx.MockTransport.handle_request is plain


def test_recording_drops_requests_that_are_no_longer_sent(tmp_path: Path) -> None:
    path = tmp_path / "replaced.yaml"
    record_twice(path)
    with use_cassette(path, record=RECORDING):
        send("http://127.0.0.1:1234", SECRETS.api_key)
    assert len(yaml.safe_load(path.read_text("utf-8"))["interactions"]) == 1
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    with use_cassette(path, record=RECORDING), httpx.Client(transport=transport) as client:
        client.get("https://api.themoviedb.org/3/configuration")
    [interaction] = yaml.safe_load(path.read_text("utf-8"))["interactions"]
    assert interaction["request"]["method"] == "GET"


def test_recording_that_raises_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"

    def end_early() -> None:
        with use_cassette(path, record=RECORDING):
            send("http://127.0.0.1:1234", SECRETS.api_key)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        end_early()
    assert not path.exists()


def test_missing_cassette_raises_with_path_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.yaml.*record"), use_cassette(tmp_path / "nowhere.yaml"):
        pass


def test_answers_that_are_not_json_are_stored_as_text(tmp_path: Path) -> None:
    path = tmp_path / "text.yaml"
    transport = httpx.MockTransport(lambda request: httpx.Response(502, text="<h1>Bad gateway</h1>"))
    for recording in (RECORDING, None):
        with use_cassette(path, record=recording), httpx.Client(transport=transport) as client:
            response = client.get("https://api.themoviedb.org/3/configuration")
            assert (response.status_code, response.text) == (502, "<h1>Bad gateway</h1>")
    assert "text: <h1>Bad gateway</h1>" in path.read_text("utf-8")
