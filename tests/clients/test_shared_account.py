"""Other clients and ours take turns on one account: what one signs in, the other can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade import TMDB, UserCredentials
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def ours(server: TMDBServer) -> Iterator[TMDB]:
    """Yield our client."""
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        yield tmdb


@pytest.fixture
def simple(server: TMDBServer, session: requests.Session, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return tmdbsimple with its usual configuration."""
    module = load("tmdbsimple")
    monkeypatch.setattr(module, "API_KEY", server.api_key)
    monkeypatch.setattr(module, "REQUESTS_SESSION", session)
    return module


def test_session_of_tmdbsimple_signs_our_client_in(simple: Any, ours: TMDB, server: TMDBServer) -> None:
    login = simple.Authentication()
    token = login.token_new()["request_token"]
    server.approve(token, "ada")
    session_id = login.session_new(request_token=token)["session_id"]

    ada = ours.as_user(UserCredentials(session_id=session_id))
    ada.movies.rate(550, 8.5)
    ada.account.set_watchlist(media_type="tv", media_id=1396, watchlist=True)

    account = simple.Account(session_id)
    account.info()
    assert [row["rating"] for row in account.rated_movies()["results"]] == [8.5]
    assert [row["id"] for row in account.watchlist_tv()["results"]] == [1396]
    account.watchlist(media_type="tv", media_id=1396, watchlist=False)
    assert list(ada.account.watchlist_tv()) == []


def test_our_session_signs_tmdbsimple_in(simple: Any, ours: TMDB, server: TMDBServer) -> None:
    ada = server.login("ada")
    user = ours.auth.login_with_password(username=ada.username, password=ada.password)
    account = simple.Account(user.session_id)
    assert account.info()["username"] == "ada"
    account.favorite(media_type="movie", media_id=550, favorite=True)
    assert [movie.id for movie in ours.as_user(user).account.favorite_movies()] == [550]


def test_token_of_tmdbapis_signs_our_client_in(ours: TMDB, server: TMDBServer, session: requests.Session) -> None:
    apis = load("tmdbapis").TMDbAPIs(server.api_key, v4_access_token=server.access_token, session=session)
    url = apis.v4_authenticate()
    server.approve(url.partition("request_token=")[2], "ada")
    apis.v4_approved()
    ada = ours.as_user(UserCredentials(access_token=apis.v4_access_token, account_object_id=apis.v4_account_id))
    created = ada.v4.lists.create("Shared", language="en")
    ada.v4.lists.add_items(created.id, [("movie", 550)])
    [shared] = apis.created_lists().results
    assert (shared.id, shared.name) == (created.id, "Shared")
    shared.add_items([(1396, "tv")])
    assert [item.id for item in ada.v4.lists.items(created.id)] == [550, 1396]


def test_our_token_signs_tmdbapis_in(ours: TMDB, server: TMDBServer, session: requests.Session) -> None:
    flow = ours.v4.auth.begin_login("https://app.example/callback")
    server.approve(flow.request_token, "ada")
    user = ours.v4.auth.complete_login(flow, flow.state, convert=True)
    apis = load("tmdbapis").TMDbAPIs(
        server.api_key, session_id=user.session_id, v4_access_token=user.access_token, session=session
    )
    apis.movie(550).rate(9)
    assert [movie.rating for movie in ours.as_user(user).account.rated_movies()] == [9]
