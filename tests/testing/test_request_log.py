"""The request log, and the secrets that it masks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Thread
from typing import Any

import httpx
import pytest

from tmdb_facade import TMDB
from tmdb_facade.testing import RequestLog, TMDBServer
from tmdb_facade.testing.faults.request_log import MAX_BODIES_SIZE, MAX_BODY_SIZE, MAX_REQUESTS, LoggedRequest

HIDDEN = "***"


@pytest.fixture
def server() -> TMDBServer:
    """Return a server for this test only, without a socket."""
    return TMDBServer()


@pytest.fixture
def api(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a plain client without credentials."""
    with httpx.Client(timeout=30, base_url="http://embedded", transport=server.transport) as client:
        yield client


@pytest.fixture
def bearer(server: TMDBServer) -> dict[str, str]:
    """Return the header with the access token."""
    return {"authorization": f"Bearer {server.access_token}"}


def test_logged_request_has_request_and_status(server: TMDBServer, api: httpx.Client, bearer: dict[str, str]) -> None:
    before = datetime.now(UTC)
    api.post(
        "/3/movie/550/rating",
        params={"session_id": server.session_id, "language": "de-DE", "empty": ""},
        json={"value": 8.5},
        headers={**bearer, "x-own": "mine"},
    )
    [request] = server.requests
    assert (request.method, request.path, request.operation) == ("POST", "/3/movie/550/rating", "movies_rate")
    assert request.query == {"session_id": HIDDEN, "language": "de-DE", "empty": ""}
    assert request.body == {"value": 8.5}
    assert (request.headers["X-Own"], request.headers["authorization"]) == ("mine", f"Bearer {HIDDEN}")
    assert (request.status, request.faults) == (201, ())
    assert (request.credential, request.user) == ("access_token", "demo")
    assert before <= request.at <= datetime.now(UTC)
    assert request.seconds is not None
    assert 0 < request.seconds < 30


def test_logged_request_has_its_status_when_the_call_returns() -> None:
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        for _ in range(50):
            tmdb.movies.details(550)
            assert server.requests.last.status == 200
        assert len(server.requests.of("movies_details")) == 50


def test_request_log_of_filters_by_operation_and_path(
    server: TMDBServer, api: httpx.Client, bearer: dict[str, str]
) -> None:
    """An unknown operation raises, instead of matching no request."""
    for path in ("/3/movie/550", "/3/movie/popular", "/3/movie/13", "/3/nothing", "/3/movie/550/credits"):
        api.get(path, headers=bearer)
    assert [request.path for request in server.requests.of("movies_details")] == ["/3/movie/550", "/3/movie/13"]
    assert [request.path for request in server.requests.of("/3/movie/550/**")] == ["/3/movie/550/credits"]
    assert server.requests.of("tv_details") == []
    assert [request.operation for request in server.requests][-2:] == [None, "movies_credits"]
    with pytest.raises(ValueError, match="did you mean movies_details"):
        server.requests.of("movie_details")


def test_request_log_is_a_sequence(server: TMDBServer, api: httpx.Client) -> None:
    with pytest.raises(LookupError, match="no request"):
        _ = server.requests.last
    for number in range(3):
        api.get(f"/3/movie/{number}")
    assert [request.path for request in server.requests[1:]] == ["/3/movie/1", "/3/movie/2"]
    assert server.requests[0].path == "/3/movie/0"
    assert server.requests.last.path == "/3/movie/2"
    server.requests.clear()
    assert (len(server.requests), server.requests.total) == (0, 0)
    api.get("/3/movie/1")
    server.reset()
    assert not server.requests


def test_logged_request_names_credential_and_user(server: TMDBServer, api: httpx.Client) -> None:
    """Invalid credentials are named too."""
    user = server.login("ann")
    path = "/3/configuration"
    api.get(path)
    api.get(path, params={"api_key": server.api_key})
    api.get(path, params={"api_key": "0" * 32})
    api.get(path, headers={"authorization": f"bearer {server.access_token}"})
    api.get(path, headers={"authorization": f"Bearer {user.access_token}"})
    api.get(path, params={"api_key": server.api_key, "session_id": user.session_id})
    api.get(path, params={"api_key": server.api_key, "session_id": "0" * 40})
    assert [(request.credential, request.user, request.status) for request in server.requests] == [
        (None, None, 401),
        ("api_key", None, 200),
        ("api_key", None, 401),
        ("access_token", None, 200),
        ("access_token", "ann", 200),
        ("api_key", "ann", 200),
        ("api_key", None, 200),
    ]


def test_logged_request_masks_secrets(server: TMDBServer, api: httpx.Client) -> None:
    guest = "g" * 40
    secrets = [server.access_token, server.api_key, server.session_id, guest, "hunter2", "cookie-value"]
    bearer = {"authorization": f"Bearer {server.access_token}", "cookie": "login=cookie-value"}
    api.get("/3/account/1", params={"api_key": server.api_key, "session_id": server.session_id})
    api.get(f"/3/guest_session/{guest}/rated/movies", headers=bearer)
    api.get(
        "/3/configuration", headers={"authorization": server.access_token, "referer": f"/?api_key={server.api_key}"}
    )
    body = {"username": "ann", "password": "hunter2", "deep": [{"session_id": server.session_id}]}
    api.post("/3/authentication/token/validate_with_login", json=body, headers=bearer)
    api.request("DELETE", "/3/authentication/session", json={"session_id": server.session_id}, headers=bearer)
    api.get(f"/authenticate/{guest}")
    api.get("/auth/access", params={"request_token": guest})
    server.faults.connection_reset()
    with pytest.raises(httpx.ReadError):
        api.post("/4/auth/access_token", json={"request_token": guest}, headers=bearer)
    shown = [
        str([request, request.path, dict(request.query), dict(request.headers), request.body, vars(type(request))])
        for request in server.requests
    ]
    assert len(shown) == 8
    for text in (*shown, repr(server.requests), str(server.requests), repr(server.requests[:])):
        assert not [secret for secret in secrets if secret in text], text
    assert server.requests[3].body == {"username": "ann", "password": HIDDEN, "deep": [{"session_id": HIDDEN}]}


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("/3/movie/550?apikey=real-secret", {}),
        ("/3/movie/550?API_KEY=real-secret", {}),
        ("/3/movie/550?x=1;api_key=real-secret", {}),
        ("/3//guest_session//real-secret/rated/movies", {}),
        ("/authenticate//real-secret", {}),
        (
            "/3/movie/550",
            {"headers": {"x-api-key": "real-secret", "Api-Key": "real-secret", "Session_Id": "real-secret"}},
        ),
        ("/3/list", {"json": {"apiKey": "real-secret", "Session-Id": "real-secret"}}),
    ],
)
def test_logged_request_masks_secrets_with_misspelled_names(
    server: TMDBServer, api: httpx.Client, path: str, options: dict[str, Any]
) -> None:
    api.request("POST" if "json" in options else "GET", path, **options)
    request = server.requests.last
    shown = str([request, request.path, dict(request.query), dict(request.headers), request.body])
    assert HIDDEN in shown
    assert "real-secret" not in shown


def test_repr_of_request_log_shows_the_last_twenty_requests(
    server: TMDBServer, api: httpx.Client, bearer: dict[str, str]
) -> None:
    server.faults.status(503, times=1)
    api.get("/3/movie/550?language=de", headers=bearer)
    api.get("/3/movie/550", headers=bearer)
    assert repr(server.requests) == (
        "<requests [<GET /3/movie/550?language=de: 503 (status 503)>, <GET /3/movie/550: 200>]>"
    )
    for _ in range(30):
        api.get("/3/movie/13", headers=bearer)
    assert repr(server.requests).startswith("<12 requests, then [<GET /3/movie/13: 200>, ")


def test_logged_request_body_is_none_unless_it_is_short_json(
    server: TMDBServer, api: httpx.Client, bearer: dict[str, str]
) -> None:
    long = json.dumps({"value": "x" * MAX_BODY_SIZE})
    contents = (b"", b"{", long.encode(), '{"value": "é"}'.encode("latin-1"), b"[" * 9000)
    for content in contents:
        api.post("/3/movie/550/rating", content=content, headers=bearer)
    assert [request.body for request in server.requests] == [None] * len(contents)


def test_request_log_keeps_the_last_requests() -> None:
    log = RequestLog()

    def add() -> None:
        for number in range(MAX_REQUESTS):
            log.add(LoggedRequest("GET", f"/3/movie/{number}", b"", []))
            assert len(list(log)) <= MAX_REQUESTS

    threads = [Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(log), log.total) == (MAX_REQUESTS, 2 * MAX_REQUESTS)
    assert log.last.path == f"/3/movie/{MAX_REQUESTS - 1}"


def test_request_log_drops_the_oldest_bodies_beyond_a_limit() -> None:
    """However many large bodies arrive, the log keeps at most twice the limit."""
    log = RequestLog()
    body = b'"%s"' % (b"x" * (MAX_BODY_SIZE - 2))
    for _ in range(300):
        request = LoggedRequest("POST", "/3/list", b"", [])
        log.add(request)
        request.record_body(body)
        assert sum(entry.body_size for entry in log[-200:]) <= 2 * MAX_BODIES_SIZE
    assert log[-1].body is not None
    assert log[0].body is None
    assert len(log) == 300


def test_ids_of_logged_requests_go_on_after_the_log_was_cleared() -> None:
    log = RequestLog()
    log.add(LoggedRequest("GET", "/3/movie/550", b"", []))
    log.clear()
    log.add(LoggedRequest("GET", "/3/movie/550", b"", []))
    assert [request.id for request in log] == [2]


@pytest.mark.parametrize(
    ("request_line", "key", "expected"),
    [
        ("GET /3/movie/550", "own", None),
        ("GET /3/movie/550", None, "it has no API key or access token"),
        (
            "GET /3/movie/550",
            "other",
            "the server does not know this key: use its own, or accept every key with any_key",
        ),
        ("GET /3/account/1?session_id=other", "own", "the server does not know this key or this session"),
        ("GET /4/account/abc/lists", "other", None),
        ("GET /movie/550", "own", "the path lacks its version: /3/movie/550"),
        ("GET /3/moovie/550", "own", None),
        ("GET /t/p/w92/", "own", None),
        ("GET /3/tv/1396/season/99", "own", "the catalogue has no such record"),
        ("GET /3/list/99999999", "own", None),
    ],
)
def test_hint_names_the_cause_of_an_error(
    server: TMDBServer, api: httpx.Client, request_line: str, key: str | None, expected: str | None
) -> None:
    method, url = request_line.split()
    token = {"own": server.access_token, "other": "other"}.get(key or "")
    api.request(method, url, headers={"authorization": f"Bearer {token}"} if token else {})
    assert server.requests.last.hint == expected


def test_hint_does_not_explain_faults(server: TMDBServer, api: httpx.Client, bearer: dict[str, str]) -> None:
    server.faults.status(404)
    api.get("/3/movie/550", headers=bearer)
    assert server.requests.last.hint is None
