"""The main flows of tmdbv3api against the embedded server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def v3api(server: TMDBServer, session: requests.Session) -> Iterator[Any]:
    """Return the module with its usual configuration; restore the environment, which it changes."""
    before = dict(os.environ)
    module = load("tmdbv3api")
    client = module.TMDb(session=session)
    client.api_key = server.api_key
    client.cache = False
    yield module
    os.environ.clear()
    os.environ.update(before)
    # Allow the next test to set its own session.
    module.TMDb._session = None


def test_tmdbv3api_reads_movies_and_series(v3api: Any) -> None:
    movie = v3api.Movie().details(550)
    assert movie.title == "Fight Club"
    # Its default blocks: two of them have been replaced, but TMDB still answers them.
    assert movie.videos.results
    assert movie.trailers.youtube[0].source
    assert movie.casts.cast[0].name
    assert movie.release_dates.results
    assert [entry.title for entry in v3api.Movie().popular()]
    assert v3api.TV().details(1396).name == "Breaking Bad"
    assert v3api.Season().details(1396, 1).episodes
    assert v3api.Episode().details(1396, 1, 1).name
    assert v3api.Person().details(287).name == "Brad Pitt"


def test_tmdbv3api_searches(v3api: Any) -> None:
    assert v3api.Search().movies("spirited away")[0].id == 129
    assert v3api.Search().multi("star")
    assert v3api.Discover().discover_movies({"with_genres": "16", "sort_by": "popularity.desc"})
    assert v3api.Find().find_by_imdb_id("tt0137523").movie_results[0].id == 550
    assert v3api.Trending().tv_week()
    assert v3api.Collection().details(10).parts


def test_tmdbv3api_logs_in_rates_and_edits_a_list(v3api: Any, server: TMDBServer) -> None:
    """Login by name and password is the only one that it supports."""
    user = server.login("ada")
    login = v3api.Authentication(username=user.username, password=user.password)
    v3api.Movie().rate_movie(550, 8.5)
    account = v3api.Account()
    assert account.details().username == "ada"
    assert account.rated_movies()[0].rating == 8.5
    account.mark_as_favorite(1396, "tv")
    assert account.favorite_tv_shows()[0].id == 1396
    lists = v3api.List()
    number = lists.create_list("Mine", "")
    lists.add_movie(number, 550)
    assert lists.check_item_status(number, 550)
    lists.clear_list(number)
    login.delete_session()


def test_tmdbv3api_raises_its_own_error(v3api: Any) -> None:
    with pytest.raises(v3api.exceptions.TMDbException):
        v3api.Movie().details(999_999_999)
