"""The main flows of tmdbsimple against the embedded server."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade.testing import TMDBServer, User


@pytest.fixture
def simple(server: TMDBServer, session: requests.Session, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the module with its usual configuration."""
    module = load("tmdbsimple")
    monkeypatch.setattr(module, "API_KEY", server.api_key)
    monkeypatch.setattr(module, "REQUESTS_SESSION", session)
    return module


def test_tmdbsimple_reads_movies(simple: Any) -> None:
    movie = simple.Movies(550)
    movie.info(append_to_response="credits,videos")
    assert movie.title == "Fight Club"
    # `credits` is a method, so the appended block is only in the answer.
    assert movie.credits()["cast"][0]["name"]
    assert movie.images()["posters"]
    assert movie.release_dates()["results"]
    assert movie.watch_providers()["results"]
    assert simple.Movies().popular(page=2)["page"] == 2
    assert simple.Movies().now_playing()["results"]


def test_tmdbsimple_reads_series_seasons_and_episodes(simple: Any) -> None:
    assert simple.TV(1396).info()["name"] == "Breaking Bad"
    assert simple.TV_Seasons(1396, 1).info()["season_number"] == 1
    assert simple.TV_Episodes(1396, 1, 1).info()["episode_number"] == 1


def test_tmdbsimple_searches(simple: Any) -> None:
    assert simple.Search().movie(query="spirited away")["results"][0]["id"] == 129
    kinds = {row["media_type"] for row in simple.Search().multi(query="star")["results"]}
    assert kinds == {"movie", "tv", "person"}
    assert simple.Discover().movie(with_genres="16", sort_by="vote_average.desc")["results"]
    assert simple.Find("tt0137523").info(external_source="imdb_id")["movie_results"][0]["id"] == 550
    assert simple.Trending("movie", "week").info()["results"]
    assert simple.People(287).movie_credits()["cast"]


def test_tmdbsimple_logs_in_rates_and_edits_a_list(simple: Any, server: TMDBServer) -> None:
    authentication = simple.Authentication()
    token = authentication.token_new()["request_token"]
    server.approve(token, "ada")
    session_id = authentication.session_new(request_token=token)["session_id"]
    account = simple.Account(session_id)
    account.info()
    assert simple.Movies(550).rating(session_id=session_id, value=8.5)["success"]
    assert account.rated_movies()["results"][0]["rating"] == 8.5
    assert account.favorite(media_type="tv", media_id=1396, favorite=True)["success"]
    assert account.favorite_tv()["results"][0]["id"] == 1396
    lists = simple.Lists(session_id=session_id)
    number = lists.list_create(name="Mine", description="")["list_id"]
    lists = simple.Lists(number, session_id)
    assert lists.add_item(media_id=550)["success"]
    assert lists.item_status(movie_id=550)["item_present"] is True
    assert lists.list_clear(confirm="true")["success"]
    assert authentication.session_delete(session_id=session_id)["success"]


def test_tmdbsimple_guest_rates(simple: Any, user: User) -> None:
    guest = simple.Authentication().guest_session_new()["guest_session_id"]
    assert simple.Movies(550).rating(guest_session_id=guest, value=7)["success"]
    assert simple.GuestSessions(guest).rated_movies()["results"][0]["id"] == 550


def test_tmdbsimple_raises_http_errors(simple: Any) -> None:
    with pytest.raises(requests.HTTPError) as missing:
        simple.Movies(999_999_999).info()
    assert missing.value.response is not None
    assert missing.value.response.json()["status_code"] == 34
