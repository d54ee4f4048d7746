"""The main flows of themoviedb, sync and async, against the embedded server."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def client(server: TMDBServer, session: requests.Session) -> Any:
    """Return the client with its usual configuration."""
    client = load("themoviedb").TMDb(api_key=server.api_key)
    client.session = session
    return client


def test_themoviedb_reads_movies_and_series(client: Any) -> None:
    movie = client.movie(550).details(append_to_response="credits,images")
    assert movie.title == "Fight Club"
    assert movie.credits is not None
    assert client.movie(550).release_dates().results
    assert client.movie(550).watch_providers().results
    assert client.movies().popular(page=2).page == 2
    assert client.tv(1396).details().name == "Breaking Bad"
    assert client.season(1396, 1).details().episodes
    assert client.person(287).combined_credits().cast


def test_themoviedb_searches(client: Any) -> None:
    movies = client.search().movies("spirited away").results
    assert movies[0].id == 129
    assert client.search().multi("star").results
    assert client.discover().movie(with_genres="16").results
    assert client.find().by_imdb("tt0137523").movie_results
    assert client.trending().tv_weekly().results


def test_themoviedb_logs_in(client: Any, server: TMDBServer) -> None:
    user = server.login("ada")
    authentication = client.authentication()
    token = authentication.create_token().request_token
    authentication.create_session_with_login(user.username, user.password, token)
    session = authentication.create_session(token).session_id
    assert authentication.delete_session(session).success
    assert authentication.create_guest_session().guest_session_id


async def test_themoviedb_async_client(server: TMDBServer) -> None:
    async with load("themoviedb").aioTMDb(api_key=server.api_key) as client:
        assert (await client.movie(550).details()).title == "Fight Club"
        assert (await client.search().multi("star")).results


def test_themoviedb_raises_its_own_error(client: Any) -> None:
    with pytest.raises(load("themoviedb.exceptions").TMDbHTTPError):
        client.movie(999_999_999).details()
