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

    def ask(
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
        the, user = Walk(api, server.access_token), server.login("walker")
        _log_in(the, server, user)
        _rate(the, user)
        _mark(the, user)
        _keep_lists(the, user)
        _keep_v4_lists(the, user)
        _log_out(the, server)
    yield from the.answers


def _log_in(the: Walk, server: TMDBServer, user: User) -> None:
    the.ask("GET", "/3/authentication")
    token = the.ask("GET", "/3/authentication/token/new")["request_token"]
    login = {"username": user.username, "password": user.password, "request_token": token}
    the.ask("POST", "/3/authentication/token/validate_with_login", login)
    the.ask("POST", "/3/authentication/session/new", {"request_token": token})
    the.ask("POST", "/3/authentication/session/convert/4", {"access_token": user.access_token})
    token = the.ask("POST", "/4/auth/request_token", {"redirect_to": "https://example.org/back"})["request_token"]
    server.approve(token, user.username)
    the.ask("POST", "/4/auth/access_token", {"request_token": token})


def _log_out(the: Walk, server: TMDBServer) -> None:
    leaving = server.login("leaver")
    the.ask("DELETE", "/3/authentication/session", {"session_id": leaving.session_id})
    the.ask("DELETE", "/4/auth/access_token", {"access_token": leaving.access_token})


def _rate(the: Walk, user: User) -> None:
    guest = the.ask("GET", "/3/authentication/guest_session/new")["guest_session_id"]
    for who in ({"session_id": user.session_id}, {"guest_session_id": guest}):
        for path in STATES:
            the.ask("GET", f"{path}/account_states", **who)
        for path in RATED:
            the.ask("POST", f"{path}/rating", {"value": 8.5}, **who)
        for path in STATES:
            the.ask("GET", f"{path}/account_states", **who)
    for kind in ("movies", "tv", "tv/episodes"):
        the.ask("GET", f"/3/guest_session/{guest}/rated/{kind}")
        the.ask("GET", f"/3/account/{user.account_id}/rated/{kind}", session_id=user.session_id)
    for path in RATED:
        the.ask("DELETE", f"{path}/rating", guest_session_id=guest)


def _mark(the: Walk, user: User) -> None:
    account, session = f"/3/account/{user.account_id}", user.session_id
    the.ask("GET", account, session_id=session)
    for mark in ("favorite", "watchlist"):
        for kind, number in MARKED.items():
            the.ask(
                "POST", f"{account}/{mark}", {"media_type": kind, "media_id": number, mark: True}, session_id=session
            )
        for name in ("movies", "tv"):
            the.ask("GET", f"{account}/{mark}/{name}", session_id=session)
    for kind in MARKED:
        for name in ("favorites", "rated", "recommendations", "watchlist"):
            the.ask("GET", f"/4/account/{user.account_object_id}/{kind}/{name}", token=user.access_token)


def _keep_lists(the: Walk, user: User) -> None:
    who = {"session_id": user.session_id}
    made = the.ask("POST", "/3/list", {"name": "Mine", "description": "", "language": "en"}, **who)
    path = f"/3/list/{made['list_id']}"
    the.ask("POST", f"{path}/add_item", {"media_id": 550}, **who)
    the.ask("POST", f"{path}/add_item", {"media_id": 603}, **who)
    the.ask("GET", path)
    the.ask("GET", f"{path}/item_status", movie_id="550")
    the.ask("GET", f"/3/account/{user.account_id}/lists", **who)
    the.ask("POST", f"{path}/remove_item", {"media_id": 550}, **who)
    the.ask("POST", f"{path}/clear", confirm="true", **who)
    the.ask("GET", path)
    the.ask("DELETE", path, **who)


def _keep_v4_lists(the: Walk, user: User) -> None:
    token, items = user.access_token, [{"media_type": kind, "media_id": number} for kind, number in MARKED.items()]
    made = the.ask("POST", "/4/list", {"name": "Mine", "iso_639_1": "en"}, token=token)
    path = f"/4/list/{made['id']}"
    the.ask("POST", f"{path}/items", {"items": items}, token=token)
    the.ask("PUT", f"{path}/items", {"items": [{**items[0], "comment": "again"}]}, token=token)
    the.ask("GET", f"{path}/item_status", media_type="movie", media_id="550")
    the.ask("GET", path)
    the.ask("PUT", path, {"name": "Still mine"}, token=token)
    the.ask("GET", f"/4/account/{user.account_object_id}/lists", token=token)
    the.ask("DELETE", f"{path}/items", {"items": items[:1]}, token=token)
    the.ask("GET", f"{path}/clear", token=token)
    the.ask("DELETE", path, token=token)
