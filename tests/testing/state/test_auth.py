"""Request tokens, sessions, guest sessions and access tokens."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tests.testing.state.requesting import Outcome, delete, outcome, post, v3_token, v4_token
from tmdb_facade.testing import TMDBServer, User


def username(app: httpx.Client, session: str) -> Outcome:
    """Return the user of a session, or the error of an invalid one."""
    status, body = outcome(app.get("/3/account/0", params={"session_id": session}))
    return status, body["username"] if status == 200 else body


def test_validate_key_succeeds(app: httpx.Client) -> None:
    """The body has no status code."""
    assert app.get("/3/authentication").json() == {"success": True}


def test_approved_request_token_becomes_a_session(app: httpx.Client, server: TMDBServer) -> None:
    token = v3_token(app)
    server.approve(token, "ada")
    status, body = post(app, "/3/authentication/session/new", request_token=token)
    assert (status, body["success"]) == (200, True)
    assert re.fullmatch("[0-9a-f]{40}", body["session_id"])
    assert username(app, body["session_id"]) == (200, "ada")


@pytest.mark.parametrize("token", ["unknown", "pending", "denied", "used", "of v4"])
def test_request_token_that_is_not_approved_is_answered_with_code_17(
    app: httpx.Client, server: TMDBServer, token: str
) -> None:
    """Recorded for an unknown token on 2026-08-06, by GET; `failure` is part of the answer."""
    name = v4_token(app) if token == "of v4" else v3_token(app)
    if token == "denied":
        server.deny(name)
    elif token not in ("unknown", "pending"):
        server.approve(name)
    if token == "used":
        post(app, "/3/authentication/session/new", request_token=name)
    body = {"request_token": "bla" if token == "unknown" else name}
    for answer in (
        app.post("/3/authentication/session/new", json=body),
        app.get("/3/authentication/session/new", params=body),
    ):
        assert outcome(answer) == (401, 17)
        assert (answer.json()["success"], answer.json()["failure"]) == (False, True)


def test_v4_request_token_that_is_not_approved_says_why(app: httpx.Client, server: TMDBServer) -> None:
    path, denied = "/4/auth/access_token", v4_token(app)
    server.deny(denied)
    answer = app.post(path, json={"request_token": denied})
    assert (outcome(answer), answer.json()["failure"]) == ((401, 17), True)
    assert post(app, path, request_token=v4_token(app)) == (422, 41)
    assert post(app, path, request_token="unknown") == (401, 33)
    assert post(app, path, request_token=v3_token(app)) == (401, 33)


def test_v3_request_token_expires_after_an_hour(app: httpx.Client, server: TMDBServer) -> None:
    server.clock.stop(datetime(2026, 5, 24, 16, 0, tzinfo=UTC))
    answer = app.get("/3/authentication/token/new")
    token = answer.json()["request_token"]
    assert answer.json()["expires_at"] == "2026-05-24 17:00:00 UTC"
    assert answer.headers["authentication-callback"] == f"{server.base_url}/authenticate/{token}"
    assert answer.headers["cache-control"] == "max-age=0, private"
    server.approve(token)
    server.clock.advance(minutes=60)
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 33)
    for invalid in (token, "unknown"):
        with pytest.raises(KeyError, match="does not exist, has expired or was used"):
            server.approve(invalid)


def test_validate_with_login_approves_a_request_token(app: httpx.Client, user: User) -> None:
    """Missing credentials are code 26, wrong ones 30, an invalid token 33; an empty request is 5 with HTTP 400."""
    path, token = "/3/authentication/token/validate_with_login", v3_token(app)
    assert post(app, path) == (400, 5)
    assert post(app, path, request_token=token, username=user.username) == (400, 26)
    assert post(app, path, request_token=token, username=user.username, password="x") == (401, 30)
    assert post(app, path, request_token=token, username="nobody", password="x") == (401, 30)
    assert post(app, path, request_token=token, username="curator", password="curator") == (401, 30)
    login = {"username": user.username, "password": user.password}
    assert post(app, path, request_token="x", **login) == (401, 33)
    assert post(app, path, request_token=v4_token(app), **login) == (401, 33)
    status, body = post(app, path, request_token=token, **login)
    assert (status, body["request_token"]) == (200, token)
    assert post(app, "/3/authentication/session/new", request_token=token)[0] == 200


def test_validate_with_login_accepts_get(app: httpx.Client, user: User) -> None:
    """Older clients use it; TMDB accepts it although no document mentions it."""
    token = v3_token(app)
    query = {"request_token": token, "username": user.username, "password": user.password}
    assert app.get("/3/authentication/token/validate_with_login", params=query).json()["success"] is True
    session = app.get("/3/authentication/session/new", params={"request_token": token}).json()["session_id"]
    assert username(app, session) == (200, user.username)


def test_session_new_without_a_request_token_is_not_found(app: httpx.Client) -> None:
    path = "/3/authentication/session/new"
    assert outcome(app.post(path)) == (404, 34)
    for body in ({}, {"request_token": 5}, {"request_token": ""}):
        assert outcome(app.post(path, json=body)) == (404, 34)
    assert outcome(app.post(path, content=b"request_token=x")) == (400, 47)
    assert outcome(app.post(path, content=b"[]")) == (400, 47)


def test_deleted_session_is_invalid(app: httpx.Client, user: User) -> None:
    """Afterwards the session is unknown (3) and cannot be deleted again (37)."""
    assert username(app, user.session_id) == (200, "ada")
    path = "/3/authentication/session"
    assert delete(app, path, session_id=user.session_id) == (200, {"success": True})
    assert username(app, user.session_id) == (401, 3)
    assert delete(app, path, session_id=user.session_id) == (404, 37)


def test_guest_session_expires_after_a_day(app: httpx.Client, server: TMDBServer) -> None:
    server.clock.stop(datetime(2026, 5, 24, 16, 0, tzinfo=UTC))
    body = app.get("/3/authentication/guest_session/new").json()
    assert body["expires_at"] == "2026-05-25 16:00:00 UTC"
    path = f"/3/guest_session/{body['guest_session_id']}/rated/movies"
    app.post("/3/movie/550/rating", params={"guest_session_id": body["guest_session_id"]}, json={"value": 8})
    assert app.get(path).status_code == 200
    server.clock.advance(hours=24)
    assert outcome(app.get(path)) == (401, 3)


def test_expired_tokens_and_guests_are_forgotten_after_a_day(app: httpx.Client, server: TMDBServer) -> None:
    """Otherwise a server that runs for months would keep all of them."""

    def create() -> None:
        for path in ("token/new", "guest_session/new"):
            app.get(f"/3/authentication/{path}")
        v4_token(app)

    for _ in range(3):
        create()
    server.clock.advance(hours=24)
    create()
    assert (len(server.state.data.tokens), len(server.state.data.guests)) == (8, 4)
    server.clock.advance(hours=24, minutes=50)
    create()
    assert (len(server.state.data.tokens), len(server.state.data.guests)) == (4, 2)


def test_session_of_the_credentials_belongs_to_the_first_user(app: httpx.Client, server: TMDBServer) -> None:
    assert username(app, server.session_id) == (200, "demo")


def test_approved_v4_request_token_becomes_an_access_token(app: httpx.Client, server: TMDBServer) -> None:
    """Before the approval the answer is code 41; afterwards the token is used up (33)."""
    token = v4_token(app)
    assert token.count(".") == 2
    path = "/4/auth/access_token"
    assert post(app, path, request_token=token) == (422, 41)
    server.approve(token, "ada")
    status, body = post(app, path, request_token=token)
    assert (status, body["status_code"], body["success"]) == (200, 1, True)
    assert re.fullmatch("[0-9a-f]{24}", body["account_id"])
    claims = json.loads(base64.urlsafe_b64decode(body["access_token"].split(".")[1] + "=="))
    assert (claims["sub"], claims["aud"]) == (body["account_id"], server.api_key)
    assert "api_write" in claims["scopes"]
    assert post(app, path, request_token=token) == (401, 33)


def test_v4_request_token_expires_after_15_minutes(app: httpx.Client, server: TMDBServer) -> None:
    token = v4_token(app)
    server.approve(token)
    server.clock.advance(minutes=15)
    assert post(app, "/4/auth/access_token", request_token=token) == (401, 33)
    assert post(app, "/4/auth/access_token", request_token=v3_token(app)) == (401, 33)


def test_v4_access_token_is_valid_until_logout(
    app: httpx.Client, connect: Connect, user: User, server: TMDBServer
) -> None:
    theirs = connect(user.access_token)
    assert theirs.get("/3/movie/550").status_code == 200
    path = "/4/auth/access_token"
    assert delete(app, path, access_token=user.access_token)[1]["status_code"] == 13
    assert outcome(theirs.get("/3/movie/550")) == (401, 7)
    assert delete(app, path, access_token=user.access_token) == (401, 35)
    assert delete(app, path, access_token=server.access_token) == (401, 35)


def test_v4_access_token_converts_to_a_v3_session(app: httpx.Client, user: User, server: TMDBServer) -> None:
    """The application's token does not (36)."""
    path = "/3/authentication/session/convert/4"
    status, body = post(app, path, access_token=user.access_token)
    assert status == 200
    assert username(app, body["session_id"]) == (200, "ada")
    assert post(app, path, access_token=server.access_token) == (401, 36)
    assert post(app, path, access_token="x.y.z") == (401, 35)


def test_reset_invalidates_sessions_and_never_reuses_them(app: httpx.Client, server: TMDBServer) -> None:
    before = server.login("ada")
    server.clock.advance(days=400)
    server.reset()
    assert server.clock.now() <= datetime.now(UTC)

    after = [server.login("ada").session_id for _ in range(5)]
    assert before.session_id not in after
    assert username(app, before.session_id) == (401, 3)
    assert username(app, server.session_id) == (200, "demo")


def test_login_creates_missing_users(server: TMDBServer) -> None:
    """User names are case-insensitive, and nobody can log in as the owner of the catalogue's lists."""
    first, second, other = server.login("ada"), server.login("Ada"), server.login("eve")
    assert first.account_id == second.account_id != other.account_id
    assert first.account_object_id == second.account_object_id != other.account_object_id
    assert len({first.session_id, second.session_id, other.session_id}) == 3
    with pytest.raises(ValueError, match="curator"):
        server.login("curator")


def test_credentials_in_the_body_are_those_of_the_request(server: TMDBServer) -> None:
    """Those of the query take precedence."""
    body = {"api_key": server.api_key, "session_id": server.session_id, "value": 8}
    with httpx.Client(transport=server.transport, base_url="http://embedded") as client:
        assert client.post("/3/movie/550/rating", json=body).status_code == 201
        assert client.post("/3/movie/550/rating", json={**body, "api_key": "wrong"}).status_code == 401
        assert client.post("/3/movie/550/rating", json={**body, "session_id": 5}).status_code == 401
        assert client.post("/3/movie/550/rating?api_key=wrong", json=body).status_code == 401
        assert client.request("DELETE", "/3/movie/550/rating", json=body).status_code == 200
        assert client.post("/3/movie/550/rating", content=b"[" * 99_999).status_code == 401
