"""themoviedb, unchanged, sync and async, through its main flows."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def client(server: TMDBServer, session: requests.Session) -> Any:
    """The client, as its users set it up."""
    made = load("themoviedb").TMDb(api_key=server.api_key)
    made.session = session
    return made


def test_films_and_series(client: Any) -> None:
    """Into its own classes."""
    movie = client.movie(550).details(append_to_response="credits,images")
    assert movie.title == "Fight Club"
    assert movie.credits is not None
    assert client.movie(550).release_dates().results
    assert client.movie(550).watch_providers().results
    assert client.movies().popular(page=2).page == 2
    assert client.tv(1396).details().name == "Breaking Bad"
    assert client.season(1396, 1).details().episodes
    assert client.person(287).combined_credits().cast


def test_search_discover_find_and_trending(client: Any) -> None:
    """Each finds what it should."""
    found = client.search().movies("spirited away").results
    assert found
    assert found[0].id == 129
    assert client.search().multi("star").results
    assert client.discover().movie(with_genres="16").results
    assert client.find().by_imdb("tt0137523").movie_results
    assert client.trending().tv_weekly().results


def test_a_login(client: Any, server: TMDBServer) -> None:
    """From the request token to the session's end."""
    user = server.login("ada")
    authentication = client.authentication()
    token = authentication.create_token().request_token
    authentication.create_session_with_login(user.username, user.password, token)
    session = authentication.create_session(token).session_id
    assert authentication.delete_session(session).success
    assert authentication.create_guest_session().guest_session_id


async def test_the_async_client(server: TMDBServer) -> None:
    """The same server, over aiohttp."""
    async with load("themoviedb").aioTMDb(api_key=server.api_key) as client:
        # It makes its session itself; where TMDB is stands in its configuration.
        client._config.host = server.base_url
        assert (await client.movie(550).details()).title == "Fight Club"
        assert (await client.search().multi("star")).results


def test_errors_are_its_own(client: Any) -> None:
    """As from TMDB."""
    with pytest.raises(load("themoviedb.exceptions").TMDbHTTPError):
        client.movie(999_999_999).details()
