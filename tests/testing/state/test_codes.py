"""TMDB's status codes: each with a known cause is sent for it, with its HTTP status."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

import tmdb_facade.testing
from tests.testing.state.conftest import Connect
from tests.testing.state.requesting import v3_token, v4_token
from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing import TMDBServer, User


class World(NamedTuple):
    """The server, its clients and a user."""

    server: TMDBServer
    connect: Connect
    app: httpx.Client
    user: User
    v3_client: httpx.Client
    v4_client: httpx.Client

    def create_list(self, **facts: object) -> str:
        """Create a v4 list and return its id."""
        return str(self.v4_client.post("/4/list", json={"name": "Mine", "iso_639_1": "en", **facts}).json()["id"])

    def login(self, password: str) -> httpx.Response:
        """Log the user in by name and password."""
        body = {"username": self.user.username, "password": password, "request_token": v3_token(self.app)}
        return self.app.post("/3/authentication/token/validate_with_login", json=body)

    def log_in_as_refused(self, code: TMDBCode) -> httpx.Response:
        """Set the user's error code, then log in."""
        with self.server.state.lock:
            account = self.server.state.account_named(self.user.username)
            assert account is not None
            account.refused_with = int(code)
        return self.login(self.user.password)


Cause = Callable[[World], httpx.Response]


def add_item_twice(world: World) -> httpx.Response:
    """Add a movie to a list twice."""
    path = f"/3/list/{world.create_list()}/add_item"
    world.v3_client.post(path, json={"media_id": 550})
    return world.v3_client.post(path, json={"media_id": 550})


RATING = "/3/movie/550/rating"
FAVORITE = {"media_type": "movie", "media_id": 550, "favorite": False}
CAUSES: dict[int, Cause] = {
    1: lambda world: world.v3_client.post(RATING, json={"value": 8}),
    3: lambda world: world.app.post(f"{RATING}?session_id=unknown", json={"value": 8}),
    5: lambda world: world.v3_client.post("/3/list", json={}),
    6: lambda world: world.app.get("/3/movie/99999999999"),
    7: lambda world: world.connect("wrong").get("/3/nothing/at/all"),
    8: add_item_twice,
    12: lambda world: world.v3_client.delete(f"/3/list/{world.create_list()}"),
    13: lambda world: world.v3_client.post("/3/account/1/favorite", json=FAVORITE),
    17: lambda world: world.app.post("/3/authentication/session/new", json={"request_token": v3_token(world.app)}),
    18: lambda world: world.v4_client.post("/4/list", json={}),
    20: lambda world: world.app.get("/3/movie/changes?start_date=2026-01-01&end_date=2026-02-01"),
    21: lambda world: world.v3_client.post(f"/3/list/{world.create_list()}/remove_item", json={"media_id": 550}),
    22: lambda world: world.app.get("/3/movie/popular?page=501"),
    23: lambda world: world.app.get("/3/movie/changes?start_date=20260105"),
    26: lambda world: world.login(""),
    27: lambda world: world.app.get("/3/movie/550?append_to_response=" + "images," * 20 + "videos"),
    28: lambda world: world.app.get("/3/tv/airing_today?timezone=Mars/Phobos"),
    29: lambda world: world.v3_client.post(f"/3/list/{world.create_list()}/clear"),
    30: lambda world: world.login("wrong"),
    31: lambda world: world.log_in_as_refused(TMDBCode.ACCOUNT_DISABLED),
    32: lambda world: world.log_in_as_refused(TMDBCode.EMAIL_NOT_VERIFIED),
    33: lambda world: world.app.post("/4/auth/access_token", json={"request_token": "used"}),
    34: lambda world: world.app.get("/3/movie/7"),
    35: lambda world: world.app.post("/3/authentication/session/convert/4", json={"access_token": "wrong"}),
    36: lambda world: world.app.post("/4/list", json={"name": "Mine", "iso_639_1": "en"}),
    37: lambda world: world.app.request("DELETE", "/3/authentication/session", json={"session_id": "unknown"}),
    38: lambda world: world.v4_client.delete("/4/list/9000003"),
    39: lambda world: world.app.get(f"/4/list/{world.create_list(public=0)}"),
    40: lambda world: world.v4_client.put(f"/4/list/{world.create_list()}", json={}),
    41: lambda world: world.app.post("/4/auth/access_token", json={"request_token": v4_token(world.app)}),
    42: lambda world: world.app.post("/3/movie/popular"),
    45: lambda world: world.log_in_as_refused(TMDBCode.USER_SUSPENDED),
    47: lambda world: world.v3_client.post(RATING, content=b"{"),
}
SOURCE = Path(tmdb_facade.testing.__file__).parent


@pytest.fixture
def world(
    server: TMDBServer,
    connect: Connect,
    app: httpx.Client,
    user: User,
    v3_client: httpx.Client,
    v4_client: httpx.Client,
) -> World:
    """Return the server, its clients and a user."""
    return World(server, connect, app, user, v3_client, v4_client)


@pytest.mark.parametrize("code", sorted(CAUSES))
def test_status_code_is_sent_for_its_cause(world: World, code: int) -> None:
    answer = CAUSES[code](world)
    body: dict[str, Any] = answer.json()
    # v3 answers 201 for a new entry with code 1.
    expected = {200, 201} if code == 1 else {TMDBCode(code).http_status}
    assert body["status_code"] == code, answer.text
    assert answer.status_code in expected
    assert body["success"] is (code in (1, 12, 13, 40))
    assert body["status_message"]


def test_every_status_code_that_a_handler_sends_has_a_cause() -> None:
    """The causes of the other codes are unknown, or states of TMDB's servers: tests that need one use faults."""
    sources = [path.read_text("utf-8") for name in ("handlers", "protocol") for path in (SOURCE / name).glob("*.py")]
    sent = {int(TMDBCode[name]) for source in sources for name in re.findall(r"\bTMDBCode\.([A-Z_]+)", source)}
    assert {int(TMDBCode.SUCCESS), int(TMDBCode.RESOURCE_NOT_FOUND)} <= sent
    assert sent - CAUSES.keys() == set()


@pytest.mark.parametrize("code", [31, 32, 45])
def test_refused_user_gets_the_code_for_every_request(world: World, code: int) -> None:
    """Requests that need no user still succeed."""
    world.log_in_as_refused(TMDBCode(code))
    for answer in (world.v3_client.get("/3/account/1"), world.v4_client.post("/4/list", json={})):
        assert (answer.status_code, answer.json()["status_code"]) == (TMDBCode(code).http_status, code)
    assert world.v3_client.get("/3/movie/550").status_code == 200
