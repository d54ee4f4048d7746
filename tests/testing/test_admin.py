"""The admin API under `/__tmdb__/`, over HTTP, without its page."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.datastructures import Headers

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer, create_app
from tmdb_facade.testing.server.admin.access import Admin, refusal
from tmdb_facade.testing.server.admin.api import OPERATIONS
from tmdb_facade.testing.server.in_process import InProcessTransport

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "steering.md").read_text(encoding="utf-8")
HOST = "localhost:8550"
KEY = {"authorization": f"Bearer {TMDBServer().access_token}"}


@pytest.fixture(scope="module")
def running() -> TMDBServer:
    """Return one server for all tests, without a socket."""
    return TMDBServer()


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """Return the server in its initial state."""
    running.reset()
    return running


@pytest.fixture
def admin(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client of the admin API, which sends no credentials."""
    with httpx.Client(base_url=f"http://{HOST}/__tmdb__/", transport=server.transport) as client:
        yield client


@pytest.fixture
def app(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client of an application."""
    with httpx.Client(base_url=f"http://{HOST}", transport=server.transport, headers=KEY) as client:
        yield client


def answer(admin: httpx.Client, method: str, path: str, **body: Any) -> Any:
    """Send a request with a JSON body, and return that of the successful response; None without one."""
    response = admin.request(method, path, json=body or None)
    assert response.is_success, response.text
    return response.json() if response.content else None


def error(admin: httpx.Client, method: str, path: str, **body: Any) -> tuple[int, str]:
    """Send a request with a JSON body, and return status and message of the error."""
    response = admin.request(method, path, json=body or None)
    return response.status_code, response.json()["error"]


def test_requests_are_listed_without_credentials(server: TMDBServer, admin: httpx.Client, app: httpx.Client) -> None:
    """Requests to the admin API are not among them."""
    app.get(DETAILS, params={"language": "de", "api_key": server.api_key})
    app.post("/3/movie/550/rating", params={"session_id": server.session_id}, json={"value": 8})
    listed = answer(admin, "GET", "requests")
    assert listed["total"] == 2
    first, second = listed["requests"]
    assert {**first, "id": 0, "at": "", "seconds": 0.0} == {
        "id": 0,
        "at": "",
        "method": "GET",
        "path": "/3/movie/550",
        "query": {"language": "de", "api_key": "***"},
        "operation": "movies_details",
        "status": 200,
        "hint": None,
        "seconds": 0.0,
        "user": None,
        "credential": "access_token",
        "faults": [],
        "body": None,
    }
    assert (second["user"], second["status"], second["body"]) == ("demo", 201, {"value": 8})
    assert second["query"] == {"session_id": "***"}
    assert second["id"] == first["id"] + 1
    assert 0 < first["seconds"] < 60


def test_requests_have_the_cause_of_an_error(admin: httpx.Client, app: httpx.Client) -> None:
    app.get("/movie/550")
    [listed] = answer(admin, "GET", "requests")["requests"]
    assert listed["hint"] == "the path lacks its version: /3/movie/550"
    assert listed["hint"] in admin.get("").text


def test_requests_can_be_filtered_and_cleared(server: TMDBServer, admin: httpx.Client, app: httpx.Client) -> None:
    """The ids go on after the log was cleared."""

    def paths(query: str) -> list[str]:
        return [request["path"] for request in answer(admin, "GET", f"requests?{query}")["requests"]]

    for path in ("/3/movie/550", "/3/movie/999", "/3/tv/1396"):
        app.get(path)
    app.get("/3/account", params={"session_id": server.session_id})
    assert paths("on=movies_details") == ["/3/movie/550", "/3/movie/999"]
    assert paths("on=/3/tv/*") == ["/3/tv/1396"]
    assert paths("status=404") == ["/3/movie/999"]
    assert paths("user=demo") == ["/3/account"]
    assert paths("on=movies_details&limit=1") == ["/3/movie/999"]
    assert paths("limit=0") == []
    last = answer(admin, "GET", "requests")["requests"][-1]["id"]
    assert paths(f"after={last - 1}") == ["/3/account"]
    answer(admin, "DELETE", "requests")
    assert answer(admin, "GET", "requests") == {"total": 0, "requests": []}
    app.get(DETAILS)
    assert paths(f"after={last}") == [DETAILS]
    assert "did you mean movies_details" in error(admin, "GET", "requests?on=movie_details")[1]


def test_faults_are_added_listed_and_removed(server: TMDBServer, admin: httpx.Client, app: httpx.Client) -> None:
    """They do not hit the admin API."""
    document = {"fault": "status", "status": 503, "times": 2}
    added = answer(admin, "POST", "faults", **document)
    assert {**added, "id": 0} == {"id": 0, "name": "status 503", "used": 0, "document": document}
    server.faults.latency(60, on="search_movies")
    assert app.get(DETAILS).status_code == 503
    assert [(fault["name"], fault["used"]) for fault in answer(admin, "GET", "faults")] == [
        ("status 503", 1),
        ("latency 60 s", 0),
    ]
    answer(admin, "DELETE", f"faults/{added['id']}")
    assert app.get(DETAILS).status_code == 200
    assert error(admin, "DELETE", f"faults/{added['id']}")[0] == 404
    answer(admin, "DELETE", "faults")
    assert list(server.faults) == []
    assert answer(admin, "GET", "faults/kinds")["latency"] == ["seconds", "times", "on"]
    assert error(admin, "POST", "faults", fault="statsu") == (400, "unknown fault 'statsu'; did you mean status?")


def test_user_logs_in_and_is_listed_with_what_they_have(admin: httpx.Client, app: httpx.Client) -> None:
    """The list has no credentials."""
    ada = answer(admin, "POST", "users", username="ada")
    session = {"session_id": ada["session_id"]}
    assert app.get("/3/account", params=session).json()["username"] == "ada"
    app.post("/3/movie/550/rating", params=session, json={"value": 8})
    app.post("/3/account/x/watchlist", params=session, json={"media_type": "movie", "media_id": 550, "watchlist": True})
    app.post("/3/list", params=session, json={"name": "Mine"})
    own = {"authorization": f"Bearer {ada['access_token']}"}
    assert app.get(f"/4/account/{ada['account_object_id']}/lists", headers=own).json()["total_results"] == 1
    listed = {user["username"]: user for user in answer(admin, "GET", "users")}
    assert [*listed] == ["demo", "ada"]
    assert listed["ada"] == {
        "username": "ada",
        "account_id": ada["account_id"],
        "account_object_id": ada["account_object_id"],
        "sessions": 1,
        "access_tokens": 1,
        "ratings": 1,
        "favorites": 0,
        "watchlist": 1,
        "lists": 1,
    }
    assert "1 session, 1 rating, 1 watchlist entry, 1 list<" in admin.get("").text
    app.post("/3/tv/1396/rating", params=session, json={"value": 8})
    app.post("/3/account/x/watchlist", params=session, json={"media_type": "tv", "media_id": 1396, "watchlist": True})
    assert "1 session, 2 ratings, 2 watchlist entries, 1 list<" in admin.get("").text
    assert answer(admin, "POST", "users")["username"] == "demo"
    assert error(admin, "POST", "users", username="")[0] == 400
    assert error(admin, "POST", "users", username="curator")[0] == 400


def test_request_tokens_are_listed_approved_and_denied(admin: httpx.Client, app: httpx.Client) -> None:
    first, second = (app.get("/3/authentication/token/new").json()["request_token"] for _ in range(2))
    third = app.post("/4/auth/request_token", json={"redirect_to": "https://example.org/done"}).json()["request_token"]
    answer(admin, "POST", "request_tokens/approve", request_token=first, username="ada")
    answer(admin, "POST", "request_tokens/deny", request_token=second)
    listed = [
        (token["request_token"], token["version"], token["decision"], token["username"], token["redirect_to"])
        for token in answer(admin, "GET", "request_tokens")
    ]
    assert listed == [
        (third, 4, "open", None, "https://example.org/done"),
        (second, 3, "denied", None, None),
        (first, 3, "approved", "ada", None),
    ]
    session = app.post("/3/authentication/session/new", json={"request_token": first}).json()["session_id"]
    assert app.get("/3/account", params={"session_id": session}).json()["username"] == "ada"
    answer(admin, "POST", "clock/advance", minutes=61)
    assert {token["decision"] for token in answer(admin, "GET", "request_tokens")} == {"expired"}
    for decision in ("approve", "deny"):
        for token in (first, third):
            assert error(admin, "POST", f"request_tokens/{decision}", request_token=token)[0] == 404
    assert error(admin, "POST", "request_tokens/approve")[0] == 400
    # The owner of the catalogue's lists.
    fourth = app.get("/3/authentication/token/new").json()["request_token"]
    assert error(admin, "POST", "request_tokens/approve", request_token=fourth, username="curator")[0] == 400
    assert answer(admin, "GET", "request_tokens")[0]["decision"] == "open"


def test_state_has_users_tokens_and_guests(admin: httpx.Client, app: httpx.Client) -> None:
    app.get("/3/authentication/guest_session/new")
    app.get("/3/authentication/token/new")
    state = answer(admin, "GET", "state")
    assert [user["username"] for user in state["users"]] == ["demo"]
    assert len(state["request_tokens"]) == state["guest_sessions"] == 1


def test_clock_is_read_set_stopped_advanced_and_reset(admin: httpx.Client, app: httpx.Client) -> None:
    """A time without a time zone is in UTC."""
    initial = answer(admin, "GET", "clock")
    assert initial["stopped"] is False
    stopped = {"now": "2022-06-30T12:00:00Z", "today": "2022-06-30", "stopped": True}
    assert answer(admin, "POST", "clock/stop", at="2022-06-30T14:00:00+02:00") == stopped
    assert answer(admin, "POST", "clock/advance", days=1, hours=12) == {
        **stopped,
        "now": "2022-07-02T00:00:00Z",
        "today": "2022-07-02",
    }
    assert app.get("/3/movie/now_playing").json()["dates"]["maximum"] == "2022-07-06"
    assert answer(admin, "POST", "clock/set", to="2030-01-01T00:00")["now"].startswith("2030-01-01T00:0")
    assert answer(admin, "POST", "clock/stop")["stopped"] is True
    assert answer(admin, "POST", "clock/reset")["today"] == initial["today"]
    assert error(admin, "POST", "clock/set", to="yesterday")[0] == 400
    assert error(admin, "POST", "clock/stop", at="9999-12-31T00:00Z")[0] == 400
    assert error(admin, "POST", "clock/advance", days=1e9)[0] == 400
    assert error(admin, "POST", "clock/set")[0] == 400
    assert answer(admin, "GET", "clock")["today"] == initial["today"]


def test_reset_restores_the_initial_state(server: TMDBServer, admin: httpx.Client, app: httpx.Client) -> None:
    server.login("ada")
    server.faults.status(503)
    server.clock.advance(days=1)
    app.get(DETAILS)
    answer(admin, "POST", "reset")
    assert [user["username"] for user in answer(admin, "GET", "users")] == ["demo"]
    assert (len(server.faults), len(server.requests)) == (0, 0)
    assert server.clock.today(date(2022, 6, 24)) == date(2022, 6, 24)


def test_catalogue_is_searched_by_name_and_id(admin: httpx.Client) -> None:
    found = answer(admin, "GET", "catalogue?query=fight club")
    assert found == [{"kind": "movie", "id": 550, "name": "Fight Club", "date": "1999-10-15"}]
    assert {"kind": "tv", "id": 1396} in [
        {"kind": entry["kind"], "id": entry["id"]} for entry in answer(admin, "GET", "catalogue?query=1396")
    ]
    assert len(answer(admin, "GET", "catalogue?limit=3")) == 3
    assert error(admin, "GET", "catalogue?limit=-1")[0] == 400
    assert error(admin, "GET", "catalogue?querry=x")[0] == 400


def test_credentials_and_health_need_no_key(server: TMDBServer, admin: httpx.Client) -> None:
    assert answer(admin, "GET", "credentials") == {
        "base_url": f"http://{HOST}",
        "access_token": server.access_token,
        "api_key": server.api_key,
        "session_id": server.session_id,
    }
    health = answer(admin, "GET", "health")
    assert (health["status"], health["requests"]) == ("ok", 0)
    assert health["movies"] > 50


def test_python_does_what_the_api_does(server: TMDBServer, app: httpx.Client) -> None:
    token = app.get("/3/authentication/token/new").json()["request_token"]
    server.login("ada")
    server.approve(token, "ada")
    assert [(user.username, user.sessions) for user in server.users] == [("demo", 1), ("ada", 1)]
    assert [(one.request_token, one.decision, one.username) for one in server.request_tokens] == [
        (token, "approved", "ada")
    ]
    assert token not in repr(server.request_tokens)
    assert [(entry.kind, entry.id) for entry in server.find("breaking bad")] == [("tv", 1396)]


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "nothing", 404),
        ("GET", "faults/1/2", 404),
        ("POST", "clock", 405),
        ("PUT", "faults", 405),
        ("POST", "", 405),
        ("OPTIONS", "faults", 405),
        ("HEAD", "health", 200),
    ],
)
def test_other_paths_and_methods_are_errors(admin: httpx.Client, method: str, path: str, expected: int) -> None:
    assert admin.request(method, path).status_code == expected


def test_body_that_is_not_json_or_too_large_is_an_error(admin: httpx.Client) -> None:
    assert admin.post("faults", content=b"{").status_code == 400
    assert admin.post("faults", content=b"[]").status_code == 400
    assert admin.post("faults", content=b'{"fault":' * 100_000).json() == {"error": "the JSON is nested too deeply"}
    assert admin.post("faults", content=b" " * (5 << 20)).status_code == 413


@pytest.mark.parametrize("depth", [600, 100_000])
def test_deeply_nested_bodies_are_not_shown(
    server: TMDBServer, admin: httpx.Client, app: httpx.Client, depth: int
) -> None:
    app.post("/3/movie/550/rating", content=b'{"a":' * depth + b"1" + b"}" * depth)
    assert server.requests.last.body is None
    assert [request["body"] for request in answer(admin, "GET", "requests")["requests"]] == [None]
    assert admin.get("").status_code == 200


def test_path_without_a_slash_leads_to_the_page(admin: httpx.Client) -> None:
    response = admin.get(f"http://{HOST}/__tmdb__")
    assert (response.status_code, response.next_request and response.next_request.url.path) == (307, "/__tmdb__/")


@pytest.mark.parametrize("path", ["/__tmdb__x", "/__tmdb", "/3/__tmdb__/health", "/%5f_tmdb_/health"])
def test_no_other_path_is_the_admin_api(app: httpx.Client, path: str) -> None:
    assert app.get(path).json()["status_code"] == 34


def test_no_admin_operation_has_a_body_that_another_origin_can_read(admin: httpx.Client) -> None:
    for path, operations in OPERATIONS.items():
        if "GET" in operations:
            headers = admin.get(path, headers={"origin": "https://evil.example"}).headers
            assert "access-control-allow-origin" not in headers
            assert headers["cross-origin-resource-policy"] == "same-origin"
            assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("host", "accepted"),
    [
        ("localhost:8550", True),
        ("LOCALHOST", True),
        ("127.0.0.1:8550", True),
        ("[::1]:8550", True),
        ("[::1]", True),
        ("192.168.1.5:8550", True),
        ("tmdb:8550", True),
        ("tmdb.localhost", True),
        ("host.docker.internal:8550", True),
        ("laptop.local", True),
        ("api.themoviedb.org", True),
        ("", True),
        ("evil.example:8550", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("evilthemoviedb.org", False),
        ("evil.example.", False),
    ],
)
def test_host_names_that_somebody_can_register_are_refused(admin: httpx.Client, host: str, accepted: bool) -> None:
    """With DNS rebinding, a page reaches this computer under the name of its own site, and can send headers of proxies."""
    for headers in ({"host": host}, {"host": host, "x-forwarded-host": HOST}):
        response = admin.get("health", headers=headers)
        assert response.status_code == (200 if accepted else 403)
        assert accepted or repr(host) in response.json()["error"]


def test_addresses_on_the_page_are_those_that_a_proxy_names(admin: httpx.Client) -> None:
    headers = {"x-forwarded-proto": "https", "x-forwarded-host": "tmdb.test"}
    assert admin.get("credentials", headers=headers).json()["base_url"] == "https://tmdb.test"


@pytest.mark.parametrize(
    ("headers", "accepted"),
    [
        ({}, True),
        ({"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"origin": "https://evil.example", "sec-fetch-site": "cross-site"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "http://localhost:3000"}, False),
        ({"origin": "null"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"origin": "https://tmdb.test", "x-forwarded-host": "tmdb.test"}, True),
        ({"origin": "https://evil.example", "x-forwarded-host": "evil.example"}, False),
        ({"origin": "https://evil.example", "x-forwarded-host": HOST}, False),
    ],
)
def test_pages_of_other_origins_change_nothing(
    server: TMDBServer, admin: httpx.Client, headers: dict[str, str], accepted: bool
) -> None:
    """A browser sends such a POST without a preflight request. A page on another port is another origin."""
    response = admin.post("faults", content=b'{"fault": "status", "status": 503}', headers=headers)
    assert response.status_code == (200 if accepted else 403)
    assert len(server.faults) == accepted


@pytest.mark.parametrize(
    ("admin", "client", "proxy", "accepted"),
    [
        ("local", "127.0.0.1", None, True),
        ("local", "127.9.9.9", None, True),
        ("local", "::1", None, True),
        ("local", "::ffff:127.0.0.1", None, True),
        ("local", None, None, True),
        ("local", "192.168.1.5", None, False),
        ("local", "::ffff:192.168.1.5", None, False),
        ("local", "127.0.0.1", {"x-forwarded-for": "192.168.1.5"}, False),
        ("local", "127.0.0.1", {"x-forwarded-for": "127.0.0.1, 192.168.1.5"}, False),
        ("local", "127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, True),
        ("local", "127.0.0.1", {"x-forwarded-for": "unknown"}, False),
        ("local", "127.0.0.1", {"x-real-ip": "192.168.1.5"}, False),
        ("local", "127.0.0.1", {"cf-connecting-ip": "2001:db8::1"}, False),
        ("local", "127.0.0.1", {"forwarded": "by=127.0.0.1;For=192.168.1.5;proto=http"}, False),
        ("local", "127.0.0.1", {"forwarded": 'for=127.0.0.1, for="[2001:db8::1]:80"'}, False),
        ("local", "127.0.0.1", {"forwarded": "for=_hidden"}, False),
        ("local", "127.0.0.1", {"forwarded": 'for=127.0.0.1;proto=https, for="[::1]"'}, True),
        ("local", "192.168.1.5", {"x-forwarded-for": "127.0.0.1"}, False),
        ("everyone", "192.168.1.5", {"x-forwarded-for": "10.0.0.1"}, True),
    ],
)
def test_other_computers_need_a_switch(
    admin: Admin, client: str | None, proxy: dict[str, str] | None, accepted: bool
) -> None:
    """Behind a proxy on this computer, all clients connect from it. Proxies name them in several headers."""
    headers = Headers({"host": HOST, **(proxy or {})})
    assert (refusal("GET", headers, client, admin) is None) == accepted


def test_server_without_an_admin_api_has_no_such_path() -> None:
    transport = InProcessTransport(create_app(admin="nobody"))
    with httpx.Client(base_url=f"http://{HOST}", transport=transport, headers=KEY) as client:
        assert client.get("/__tmdb__/health").json()["status_code"] == 34


@pytest.mark.parametrize("command", re.findall(r"^curl (.*)$", GUIDE, re.MULTILINE))
def test_commands_of_the_guide_succeed(admin: httpx.Client, command: str) -> None:
    """Curl sends data as a form."""
    arguments = shlex.split(command)
    [url] = [argument for argument in arguments if argument.startswith("http://127.0.0.1:8550/__tmdb__/")]
    options = dict(pairwise(arguments))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    response = admin.request(options.get("-X", "GET"), url, content=options.get("-d"), headers=headers)
    assert response.is_success, response.text


def test_guide_names_every_operation() -> None:
    """But that which only the page uses."""
    rows = "".join(re.findall(r"^\| `.*$", GUIDE, re.MULTILINE))
    for path, operations in OPERATIONS.items():
        if path != "live":
            assert path.rpartition("/")[2] in rows, path
            assert set(operations) <= set(re.findall(r"GET|POST|DELETE", rows))
