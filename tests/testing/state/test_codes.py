"""TMDB's 47 status codes: each that has a known cause is given for it, with its HTTP status."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.test_auth import v3_token, v4_token
from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing import TMDBServer, User
from tmdb_facade.testing.protocol.refusals import status_body


class World(NamedTuple):
    """Who can ask."""

    server: TMDBServer
    connect: Connect
    app: httpx.Client
    user: User
    mine: httpx.Client
    mine4: httpx.Client

    def made(self, **facts: object) -> str:
        """Make a list by v4; return its number."""
        return str(self.mine4.post("/4/list", json={"name": "Mine", "iso_639_1": "en", **facts}).json()["id"])

    def login(self, password: str) -> httpx.Response:
        """Log the user in by name and password."""
        body = {"username": self.user.username, "password": password, "request_token": v3_token(self.app)}
        return self.app.post("/3/authentication/token/validate_with_login", json=body)

    def refused(self, code: TMDBCode) -> httpx.Response:
        """Log the user in who is refused."""
        with self.server.state.lock:
            account = self.server.state.account_named(self.user.username)
            assert account is not None
            account.refused_with = int(code)
        return self.login(self.user.password)


Cause = Callable[[World], httpx.Response]


def twice(world: World) -> httpx.Response:
    """Put a film on a list, again."""
    path = f"/3/list/{world.made()}/add_item"
    world.mine.post(path, json={"media_id": 550})
    return world.mine.post(path, json={"media_id": 550})


RATING = "/3/movie/550/rating"
FAVORITE = {"media_type": "movie", "media_id": 550, "favorite": False}
CAUSES: dict[int, Cause] = {
    1: lambda world: world.mine.post(RATING, json={"value": 8}),
    3: lambda world: world.app.post(RATING, json={"value": 8}),
    5: lambda world: world.app.get("/3/find/tt0137523?external_source=letterboxd"),
    6: lambda world: world.app.get("/3/movie/99999999999"),
    7: lambda world: world.connect("wrong").get("/3/nothing/at/all"),
    8: twice,
    12: lambda world: world.mine.delete(f"/3/list/{world.made()}"),
    13: lambda world: world.mine.post("/3/account/1/favorite", json=FAVORITE),
    17: lambda world: world.app.post("/3/authentication/session/new", json={"request_token": v3_token(world.app)}),
    18: lambda world: world.mine4.post("/4/list", json={}),
    20: lambda world: world.app.get("/3/movie/changes?start_date=2026-01-01&end_date=2026-02-01"),
    21: lambda world: world.mine.post(f"/3/list/{world.made()}/remove_item", json={"media_id": 550}),
    22: lambda world: world.app.get("/3/movie/popular?page=501"),
    23: lambda world: world.app.get("/3/movie/changes?start_date=20260105"),
    26: lambda world: world.login(""),
    27: lambda world: world.app.get("/3/movie/550?append_to_response=" + "images," * 20 + "videos"),
    28: lambda world: world.app.get("/3/tv/airing_today?timezone=Mars/Phobos"),
    29: lambda world: world.mine.post(f"/3/list/{world.made()}/clear"),
    30: lambda world: world.login("wrong"),
    31: lambda world: world.refused(TMDBCode.ACCOUNT_DISABLED),
    32: lambda world: world.refused(TMDBCode.EMAIL_NOT_VERIFIED),
    33: lambda world: world.app.post("/3/authentication/session/new", json={"request_token": "used"}),
    34: lambda world: world.app.get("/3/movie/7"),
    35: lambda world: world.app.post("/3/authentication/session/convert/4", json={"access_token": "wrong"}),
    36: lambda world: world.app.post("/4/list", json={"name": "Mine", "iso_639_1": "en"}),
    37: lambda world: world.app.get("/3/guest_session/none/rated/movies"),
    38: lambda world: world.mine4.delete("/4/list/9000003"),
    39: lambda world: world.app.get(f"/4/list/{world.made(public=0)}"),
    40: lambda world: world.mine4.put(f"/4/list/{world.made()}", json={}),
    41: lambda world: world.app.post("/4/auth/access_token", json={"request_token": v4_token(world.app)}),
    42: lambda world: world.app.post("/3/movie/popular"),
    45: lambda world: world.refused(TMDBCode.USER_SUSPENDED),
    47: lambda world: world.mine.post(RATING, content=b"{"),
}

# Nobody knows what a request must be like to get them, or they tell of the state of TMDB's servers: a test that needs
# one asks for it.
WITHOUT_A_CAUSE = {2, 4, 9, 10, 11, 14, 15, 16, 19, 24, 25, 43, 44, 46}


@pytest.fixture
def world(
    server: TMDBServer, connect: Connect, app: httpx.Client, user: User, mine: httpx.Client, mine4: httpx.Client
) -> World:
    """Everybody who can ask."""
    return World(server, connect, app, user, mine, mine4)


@pytest.mark.parametrize("code", sorted(CAUSES))
def test_a_code_is_given_for_its_cause(world: World, code: int) -> None:
    """With TMDB's HTTP status, and with `success` as it is."""
    answer = CAUSES[code](world)
    body: dict[str, Any] = answer.json()
    # What is added by v3 answers 201 as an updated record does, and a deleted list is an "update" with 200.
    expected = {200, 201} if code in (1, 12) else {TMDBCode(code).http_status}
    assert body["status_code"] == code, answer.text
    assert answer.status_code in expected
    assert body["success"] is (code in (1, 12, 13, 40))
    assert body["status_message"]


def test_every_code_is_accounted_for() -> None:
    """Given for a cause, or known to have none; each has words."""
    assert CAUSES.keys() | WITHOUT_A_CAUSE == {int(code) for code in TMDBCode}
    assert not CAUSES.keys() & WITHOUT_A_CAUSE
    assert all(status_body(code)["status_message"] for code in TMDBCode)


@pytest.mark.parametrize("code", [31, 32, 45])
def test_who_is_refused_is_refused_everywhere(world: World, code: int) -> None:
    """With a session and with an access token of before too; what needs no user goes on."""
    world.refused(TMDBCode(code))
    for answer in (world.mine.get("/3/account/1"), world.mine4.post("/4/list", json={})):
        assert (answer.status_code, answer.json()["status_code"]) == (TMDBCode(code).http_status, code)
    assert world.mine.get("/3/movie/550").status_code == 200
