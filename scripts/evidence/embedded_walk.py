"""Requests to the embedded TMDB that need a user or write; with `embedded_probes` they cover every operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx

from tmdb_facade.testing import TMDBServer, User

MARKED = {"movie": 550, "tv": 1396}
RATED = ("/3/movie/550", "/3/tv/1396", "/3/tv/1396/season/1/episode/1")
STATES = (*RATED, "/3/tv/1396/season/1")


class Walk:
    """A client that collects every answer."""

    def __init__(self, api: httpx.Client, token: str) -> None:
        self._api = api
        self._token = token
        self.answers: list[httpx.Response] = []

    def send(
        self, method: str, path: str, body: object = None, *, token: str | None = None, **query: str
    ) -> dict[str, Any]:
        """Send a request, by default with the application's token; return the body of the successful answer."""
        headers = {"authorization": f"Bearer {token or self._token}"}
        answer = self._api.request(method, path, json=body, params=query, headers=headers)
        assert answer.is_success, f"{method} {path}: {answer.text}"
        self.answers.append(answer)
        content: dict[str, Any] = answer.json()
        return content


def walk(server: TMDBServer) -> Iterator[httpx.Response]:
    """Send each request that a user, a guest and an application can send; yield the successful answers.

    Args:
        server: A fresh server; the requests change its state.
    """
    with httpx.Client(base_url=server.base_url) as api:
        client, user = Walk(api, server.access_token), server.login("walker")
        _log_in(client, server, user)
        _rate(client, user)
        _mark(client, user)
        _edit_lists(client, user)
        _edit_v4_lists(client, user)
        _log_out(client, server)
    yield from client.answers


def _log_in(client: Walk, server: TMDBServer, user: User) -> None:
    client.send("GET", "/3/authentication")
    token = client.send("GET", "/3/authentication/token/new")["request_token"]
    login = {"username": user.username, "password": user.password, "request_token": token}
    client.send("POST", "/3/authentication/token/validate_with_login", login)
    client.send("POST", "/3/authentication/session/new", {"request_token": token})
    client.send("POST", "/3/authentication/session/convert/4", {"access_token": user.access_token})
    token = client.send("POST", "/4/auth/request_token", {"redirect_to": "https://example.org/back"})["request_token"]
    server.approve(token, user.username)
    client.send("POST", "/4/auth/access_token", {"request_token": token})


def _log_out(client: Walk, server: TMDBServer) -> None:
    leaving = server.login("leaver")
    client.send("DELETE", "/3/authentication/session", {"session_id": leaving.session_id})
    client.send("DELETE", "/4/auth/access_token", {"access_token": leaving.access_token})


def _rate(client: Walk, user: User) -> None:
    guest = client.send("GET", "/3/authentication/guest_session/new")["guest_session_id"]
    for who in ({"session_id": user.session_id}, {"guest_session_id": guest}):
        for path in STATES:
            client.send("GET", f"{path}/account_states", **who)
        for path in RATED:
            client.send("POST", f"{path}/rating", {"value": 8.5}, **who)
        for path in STATES:
            client.send("GET", f"{path}/account_states", **who)
    for kind in ("movies", "tv", "tv/episodes"):
        client.send("GET", f"/3/guest_session/{guest}/rated/{kind}")
        client.send("GET", f"/3/account/{user.account_id}/rated/{kind}", session_id=user.session_id)
    for path in RATED:
        client.send("DELETE", f"{path}/rating", guest_session_id=guest)


def _mark(client: Walk, user: User) -> None:
    account, session = f"/3/account/{user.account_id}", user.session_id
    client.send("GET", account, session_id=session)
    for mark in ("favorite", "watchlist"):
        for kind, number in MARKED.items():
            client.send(
                "POST", f"{account}/{mark}", {"media_type": kind, "media_id": number, mark: True}, session_id=session
            )
        for name in ("movies", "tv"):
            client.send("GET", f"{account}/{mark}/{name}", session_id=session)
    for kind in MARKED:
        for name in ("favorites", "rated", "recommendations", "watchlist"):
            client.send("GET", f"/4/account/{user.account_object_id}/{kind}/{name}", token=user.access_token)


def _edit_lists(client: Walk, user: User) -> None:
    who = {"session_id": user.session_id}
    made = client.send("POST", "/3/list", {"name": "Mine", "description": "", "language": "en"}, **who)
    path = f"/3/list/{made['list_id']}"
    client.send("POST", f"{path}/add_item", {"media_id": 550}, **who)
    client.send("POST", f"{path}/add_item", {"media_id": 603}, **who)
    client.send("GET", path)
    client.send("GET", f"{path}/item_status", movie_id="550")
    client.send("GET", f"/3/account/{user.account_id}/lists", **who)
    client.send("POST", f"{path}/remove_item", {"media_id": 550}, **who)
    client.send("POST", f"{path}/clear", confirm="true", **who)
    client.send("GET", path)
    client.send("DELETE", path, **who)


def _edit_v4_lists(client: Walk, user: User) -> None:
    token, items = user.access_token, [{"media_type": kind, "media_id": number} for kind, number in MARKED.items()]
    made = client.send("POST", "/4/list", {"name": "Mine", "iso_639_1": "en"}, token=token)
    path = f"/4/list/{made['id']}"
    client.send("POST", f"{path}/items", {"items": items}, token=token)
    client.send("PUT", f"{path}/items", {"items": [{**items[0], "comment": "again"}]}, token=token)
    client.send("GET", f"{path}/item_status", media_type="movie", media_id="550")
    client.send("GET", path)
    client.send("PUT", path, {"name": "Still mine"}, token=token)
    client.send("GET", f"/4/account/{user.account_object_id}/lists", token=token)
    client.send("DELETE", f"{path}/items", {"items": items[:1]}, token=token)
    client.send("GET", f"{path}/clear", token=token)
    client.send("DELETE", path, token=token)
