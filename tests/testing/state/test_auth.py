"""Tokens, sessions, guests: how they come, when they go, and what is said to who has none."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.testing.state.conftest import Connect
from tmdb_facade.testing import TMDBServer, User

Post = tuple[int, Any]


def post(client: httpx.Client, path: str, **body: object) -> Post:
    """Post an object; return the HTTP status and TMDB's code, or the body of a success."""
    return told(client.post(path, json=body))


def delete(client: httpx.Client, path: str, **body: object) -> Post:
    """Delete with an object in the body."""
    return told(client.request("DELETE", path, json=body))


def told(answer: httpx.Response) -> Post:
    """The HTTP status, with TMDB's code when it is an error and the body when it is none."""
    body = answer.json()
    return answer.status_code, body if answer.is_success else body.get("status_code", body)


def v3_token(app: httpx.Client) -> str:
    """Ask for a v3 request token."""
    token: str = app.get("/3/authentication/token/new").json()["request_token"]
    return token


def v4_token(app: httpx.Client, **body: object) -> str:
    """Ask for a v4 request token."""
    token: str = app.post("/4/auth/request_token", json=body).json()["request_token"]
    return token


def username(app: httpx.Client, session: str) -> Post:
    """Ask whose a session is."""
    status, body = told(app.get("/3/account/0", params={"session_id": session}))
    return status, body["username"] if status == 200 else body


def test_a_key_is_validated(app: httpx.Client) -> None:
    """Who comes through is told so, without a status code."""
    assert app.get("/3/authentication").json() == {"success": True}


def test_a_token_becomes_a_session_once_it_is_approved(app: httpx.Client, server: TMDBServer) -> None:
    """Before that it is denied (17), and afterwards the token is used up (33)."""
    token = v3_token(app)
    refused = app.post("/3/authentication/session/new", json={"request_token": token})
    assert told(refused) == (401, 17)
    assert refused.json()["failure"] is True
    server.approve(token, "ada")
    status, body = post(app, "/3/authentication/session/new", request_token=token)
    assert (status, body["success"]) == (200, True)
    assert re.fullmatch("[0-9a-f]{40}", body["session_id"])
    assert username(app, body["session_id"]) == (200, "ada")
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 33)


def test_a_denied_token_stays_denied(app: httpx.Client, server: TMDBServer) -> None:
    """v4 says so too, instead of asking to wait."""
    three, four = v3_token(app), v4_token(app)
    server.deny(three)
    server.deny(four)
    assert post(app, "/3/authentication/session/new", request_token=three) == (401, 17)
    assert post(app, "/4/auth/access_token", request_token=four) == (401, 17)


def test_request_tokens_expire_after_an_hour(app: httpx.Client, server: TMDBServer) -> None:
    """The answer says when, and the approval page is named in a header."""
    server.clock.stop(datetime(2026, 5, 24, 16, 0, tzinfo=UTC))
    answer = app.get("/3/authentication/token/new")
    token = answer.json()["request_token"]
    assert answer.json()["expires_at"] == "2026-05-24 17:00:00 UTC"
    assert answer.headers["authentication-callback"] == f"{server.base_url}/authenticate/{token}"
    assert answer.headers["cache-control"] == "max-age=0, private"
    server.approve(token)
    server.clock.advance(minutes=60)
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 33)
    for gone in (token, "never made"):
        with pytest.raises(KeyError, match="no such request token, or none any more"):
            server.approve(gone)


def test_logging_in_approves_a_token(app: httpx.Client, user: User) -> None:
    """Name and password have to be there (26) and right (30), and the token valid (33)."""
    path, token = "/3/authentication/token/validate_with_login", v3_token(app)
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


def test_older_clients_send_the_login_in_the_query(app: httpx.Client, user: User) -> None:
    """By GET, as was recorded; no document knows it any more."""
    token = v3_token(app)
    query = {"request_token": token, "username": user.username, "password": user.password}
    assert app.get("/3/authentication/token/validate_with_login", params=query).json()["success"] is True
    session = app.get("/3/authentication/session/new", params={"request_token": token}).json()["session_id"]
    assert username(app, session) == (200, user.username)


def test_what_is_missing_in_a_body_is_named(app: httpx.Client) -> None:
    """A body that is no JSON object is refused as such (47)."""
    path = "/3/authentication/session/new"
    for body in ({}, {"request_token": 5}, {"request_token": ""}):
        answer = app.post(path, json=body)
        assert told(answer) == (400, 18)
        assert answer.json()["errors"] == ["request_token must be provided"]
    assert told(app.post(path, content=b"request_token=x")) == (400, 47)
    assert told(app.post(path, content=b"[]")) == (400, 47)


def test_a_session_ends_when_it_is_deleted(app: httpx.Client, user: User) -> None:
    """Afterwards it is no session (3), and cannot be deleted again (37)."""
    assert username(app, user.session_id) == (200, "ada")
    path = "/3/authentication/session"
    assert delete(app, path, session_id=user.session_id) == (200, {"success": True})
    assert username(app, user.session_id) == (401, 3)
    assert delete(app, path, session_id=user.session_id) == (404, 37)


def test_guest_sessions_last_a_day(app: httpx.Client, server: TMDBServer) -> None:
    """Trust what the answer says: the documents disagree about it."""
    server.clock.stop(datetime(2026, 5, 24, 16, 0, tzinfo=UTC))
    body = app.get("/3/authentication/guest_session/new").json()
    assert body["expires_at"] == "2026-05-25 16:00:00 UTC"
    path = f"/3/guest_session/{body['guest_session_id']}/rated/movies"
    assert app.get(path).status_code == 200
    server.clock.advance(hours=24)
    assert told(app.get(path)) == (404, 37)


def test_the_session_of_the_credentials_is_that_of_the_first_user(app: httpx.Client, server: TMDBServer) -> None:
    """It is there whenever a server starts, without logging in."""
    assert username(app, server.session_id) == (200, "demo")


def test_v4_makes_access_tokens_of_approved_request_tokens(app: httpx.Client, server: TMDBServer) -> None:
    """Until the user approves, the answer says to ask again (41); afterwards the token is used up (33)."""
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


def test_v4_request_tokens_expire_after_a_quarter_of_an_hour(app: httpx.Client, server: TMDBServer) -> None:
    """Approved or not; and a v3 token is none of v4's."""
    token = v4_token(app)
    server.approve(token)
    server.clock.advance(minutes=15)
    assert post(app, "/4/auth/access_token", request_token=token) == (401, 33)
    assert post(app, "/4/auth/access_token", request_token=v3_token(app)) == (401, 33)


def test_an_access_token_is_credentials_until_logout(
    app: httpx.Client, connect: Connect, user: User, server: TMDBServer
) -> None:
    """It lets in like the application's own, and is nothing (7) after the logout."""
    theirs = connect(user.access_token)
    assert theirs.get("/3/movie/550").status_code == 200
    path = "/4/auth/access_token"
    assert delete(app, path, access_token=user.access_token)[1]["status_code"] == 13
    assert told(theirs.get("/3/movie/550")) == (401, 7)
    assert delete(app, path, access_token=user.access_token) == (401, 35)
    assert delete(app, path, access_token=server.access_token) == (401, 35)


def test_a_users_access_token_converts_to_a_session(app: httpx.Client, user: User, server: TMDBServer) -> None:
    """The application's own does not (36)."""
    path = "/3/authentication/session/convert/4"
    status, body = post(app, path, access_token=user.access_token)
    assert status == 200
    assert username(app, body["session_id"]) == (200, "ada")
    assert post(app, path, access_token=server.access_token) == (401, 36)
    assert post(app, path, access_token="x.y.z") == (401, 35)


def test_a_reset_forgets_sessions_and_never_gives_one_twice(app: httpx.Client, server: TMDBServer) -> None:
    """A session of before the reset stays unknown, however many are made afterwards."""
    before = server.login("ada")
    server.clock.advance(days=400)
    server.reset()
    assert server.clock.now() <= datetime.now(UTC)

    after = [server.login("ada").session_id for _ in range(5)]
    assert before.session_id not in after
    assert username(app, before.session_id) == (401, 3)
    assert username(app, server.session_id) == (200, "demo")


def test_users_are_made_when_they_are_first_named(server: TMDBServer) -> None:
    """Logging in again is the same user with another session; the keeper of the catalogue's lists is not for that."""
    one, two, other = server.login("ada"), server.login("Ada"), server.login("eve")
    assert one.account_id == two.account_id != other.account_id
    assert one.account_object_id == two.account_object_id != other.account_object_id
    assert len({one.session_id, two.session_id, other.session_id}) == 3
    with pytest.raises(ValueError, match="curator"):
        server.login("curator")
