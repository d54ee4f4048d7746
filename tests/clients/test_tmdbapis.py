"""The main flows of tmdbapis, v3 and v4, against the embedded server."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def apis(server: TMDBServer, session: requests.Session) -> Any:
    """Return the client, which requests the configuration when it is created."""
    return load("tmdbapis").TMDbAPIs(server.api_key, v4_access_token=server.access_token, session=session)


def test_tmdbapis_reads_movies_and_series(apis: Any) -> None:
    movie = apis.movie(550)
    assert movie.title == "Fight Club"
    assert movie.cast[0].name
    assert movie.posters
    assert apis.popular_movies().total_results
    series = apis.tv_show(1396)
    assert series.name == "Breaking Bad"
    assert apis.tv_season(1396, 1).episodes
    assert apis.person(287).name == "Brad Pitt"


def test_tmdbapis_searches(apis: Any) -> None:
    assert apis.movie_search("spirited away").results[0].id == 129
    assert apis.multi_search("star").results
    assert apis.discover_movies(with_genres="16").results
    assert apis.find_by_id(imdb_id="tt0137523").movie_results[0].id == 550
    assert apis.trending("tv", "week").results


def test_tmdbapis_logs_in_and_rates_with_v3(apis: Any, server: TMDBServer) -> None:
    user = server.login("ada")
    apis.authenticate(user.username, user.password)
    movie = apis.movie(550)
    movie.rate(8.5)
    assert apis.rated_movies(v3=True).results[0].id == 550
    apis.logout()


def test_tmdbapis_logs_in_and_edits_a_list_with_v4(apis: Any, server: TMDBServer) -> None:
    url = apis.v4_authenticate()
    server.approve(url.partition("request_token=")[2], "ada")
    apis.v4_approved()
    created = apis.create_list("Mine", "en", description="")
    created.add_items([(550, "movie"), (1396, "tv")])
    assert {entry.id for entry in created.results} == {550, 1396}
    created.delete()


def test_tmdbapis_raises_its_own_error(apis: Any) -> None:
    with pytest.raises(load("tmdbapis").NotFound):
        apis.movie(999_999_999)
