"""Supplied texts of status messages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing import StatusMessagesError, TMDBServer

TEXTS: dict[int | str, str] = {
    1: "One.",
    6: "Six.",
    7: "Seven.",
    18: "Eighteen.",
    34: "Thirty-four.",
    "503": "",
    "created": "Made.",
    "value_too_high": "Too high.",
}
del TEXTS["503"]


def send(server: TMDBServer, method: str, url: str, body: object = None, *, token: str | None = None) -> Any:
    """Send a request in process, and return the body of the answer."""
    headers = {"authorization": f"Bearer {token or server.access_token}"}
    with httpx.Client(transport=server.transport, base_url="http://server", headers=headers) as client:
        return client.request(method, url, json=body).json()


def messages(server: TMDBServer) -> list[str]:
    """Return the messages of a request for each of the texts, and of one without a text."""
    session = f"session_id={server.session_id}"
    bodies = [
        send(server, "POST", f"/3/movie/550/rating?{session}", {"value": 8}),
        send(server, "GET", "/3/movie/0"),
        send(server, "GET", "/3/movie/550", token="wrong"),
        send(server, "POST", f"/3/account/1/favorite?{session}", {}),
        send(server, "GET", "/3/movie/7"),
        send(server, "POST", f"/3/list?{session}", {"name": "x"}),
        send(server, "POST", f"/3/movie/550/rating?{session}", {"value": 11}),
        send(server, "POST", f"/3/movie/550/rating?{session}", {"value": 0}),
        send(server, "GET", "/3/movie/popular?page=0"),
    ]
    return [body["status_message"] for body in bodies]


def test_status_messages_are_replaced_by_code_and_by_name() -> None:
    """A text with a name of its own does not get the text of its code."""
    own = messages(TMDBServer())
    assert messages(TMDBServer(status_messages=TEXTS)) == [*TEXTS.values(), own[-2], TMDBCode.INVALID_PAGE.meaning]
    assert own[0] == TMDBCode.SUCCESS.meaning


def test_status_messages_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "messages.json"
    file.write_text(json.dumps(TEXTS), "utf-8")
    texts = messages(TMDBServer(status_messages=TEXTS))
    assert messages(TMDBServer(status_messages=file)) == messages(TMDBServer(status_messages=str(file))) == texts


def test_status_messages_replace_those_of_faults() -> None:
    server = TMDBServer(status_messages={46: "Later.", "created": "Made."})
    with server.faults.status(503, code=46):
        assert send(server, "GET", "/3/movie/550")["status_message"] == "Later."
    with server.faults.status(404):
        assert send(server, "GET", "/3/movie/550")["status_message"] == TMDBCode.RESOURCE_NOT_FOUND.meaning
    with server.faults.body("{"), pytest.raises(json.JSONDecodeError):
        send(server, "GET", "/3/movie/550")


def test_other_keys_of_an_answer_keep_their_values() -> None:
    answer = send(TMDBServer(status_messages=TEXTS), "POST", "/4/list", {})
    assert answer.keys() == {"success", "status_code", "status_message", "failure"}


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({99: "x"}, "99 has no status message: write one of TMDB's status codes (1 to 47), or one of created"),
        ({"not_found": "x"}, "'not_found' has no status message"),
        ({34: 5}, "the status message of 34 must be a text, got 5"),
    ],
)
def test_unknown_code_or_wrong_text_is_an_error(texts: Any, message: str) -> None:
    with pytest.raises(StatusMessagesError) as raised:
        TMDBServer(status_messages=texts)
    assert message in str(raised.value)


@pytest.mark.parametrize("content", ["[]", "{", '{"34": 5}', '"x"', "[" * 100_000])
def test_file_of_another_format_is_an_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "messages.json"
    file.write_text(content, "utf-8")
    with pytest.raises(StatusMessagesError, match=r"messages\.json must be a JSON object of status codes and texts"):
        TMDBServer(status_messages=file)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StatusMessagesError, match=r"cannot read .*nothing\.json: No such file"):
        TMDBServer(status_messages=tmp_path / "nothing.json")
