"""tmdbapis, unchanged, through its main flows of version 3 and 4."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.clients.conftest import load
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def apis(server: TMDBServer, session: requests.Session) -> Any:
    """The client, as its users set it up: making it asks for the configuration."""
    return load("tmdbapis").TMDbAPIs(server.api_key, v4_access_token=server.access_token, session=session)


def test_films_and_series(apis: Any) -> None:
    """Into its own objects, which append everything there is."""
    movie = apis.movie(550)
    assert movie.title == "Fight Club"
    assert movie.cast[0].name
    assert movie.posters
    assert apis.popular_movies().total_results
    series = apis.tv_show(1396)
    assert series.name == "Breaking Bad"
    assert apis.tv_season(1396, 1).episodes
    assert apis.person(287).name == "Brad Pitt"


def test_search_discover_find_and_trending(apis: Any) -> None:
    """Each finds what it should."""
    assert apis.movie_search("spirited away").results[0].id == 129
    assert apis.multi_search("star").results
    assert apis.discover_movies(with_genres="16").results
    assert apis.find_by_id(imdb_id="tt0137523").movie_results[0].id == 550
    assert apis.trending("tv", "week").results


def test_a_login_and_a_rating_of_version_3(apis: Any, server: TMDBServer) -> None:
    """With name and password."""
    user = server.login("ada")
    apis.authenticate(user.username, user.password)
    movie = apis.movie(550)
    movie.rate(8.5)
    assert apis.rated_movies(v3=True).results[0].id == 550
    apis.logout()


def test_a_login_and_a_list_of_version_4(apis: Any, server: TMDBServer) -> None:
    """A token that the user approves on the page that it names; then a list with its items."""
    url = apis.v4_authenticate()
    server.approve(url.partition("request_token=")[2], "ada")
    apis.v4_approved()
    made = apis.create_list("Mine", "en", description="")
    made.add_items([(550, "movie"), (1396, "tv")])
    assert {entry.id for entry in made.results} == {550, 1396}
    made.delete()


def test_errors_are_its_own(apis: Any) -> None:
    """As from TMDB."""
    with pytest.raises(load("tmdbapis").NotFound):
        apis.movie(999_999_999)
