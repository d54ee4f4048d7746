"""The view of the Django project: languages, offers of a country, and errors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from examples.django_view.views import SETTINGS, tmdb
from tests.web.conftest import configure_django
from tmdb_facade import ATTRIBUTION
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB that the project's client uses."""
    with TMDBServer() as server:
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", server.access_token)
        monkeypatch.setenv("TMDB_BASE_URL", server.base_url)
        monkeypatch.setenv("TMDB_MAX_RETRIES", "0")
        yield server
        tmdb().close()
        tmdb.cache_clear()


@pytest.fixture
def browser(server: TMDBServer) -> Iterator[Client]:
    """Yield a browser of the project, whose settings are not those of the process's other tests."""
    configure_django()
    with override_settings(**SETTINGS):
        yield Client(SERVER_NAME="localhost")


def test_view_shows_a_movie_with_one_request(browser: Client, server: TMDBServer) -> None:
    response = browser.get("/movies/550?country=DE", headers={"accept-language": "de"})
    page = response.content.decode()
    for text in ("<h1>Fight Club (1999)</h1>", "18 in DE", "Ein schlafloser", "Disney Plus", "JustWatch", ATTRIBUTION):
        assert text in page, text
    assert "https://image.tmdb.org/t/p/w500/" in page
    assert [request.path for request in server.requests] == ["/3/movie/550"]
    assert "An insomniac" in browser.get("/movies/550", headers={"accept-language": "pl"}).content.decode()


def test_view_sends_the_language_as_tmdb_writes_it(browser: Client, server: TMDBServer) -> None:
    browser.get("/movies/550", headers={"accept-language": "pt-BR"})
    assert server.requests[-1].query["language"] == "pt-BR"


def test_view_escapes_what_visitors_write(browser: Client) -> None:
    page = browser.get("/movies/550", {"country": '"><script>'}).content.decode()
    assert "<script>" not in page
    assert "No offers in this country are known." in page


def test_view_answers_for_what_tmdb_does_not_have(browser: Client, server: TMDBServer) -> None:
    assert browser.get("/movies/999999999").status_code == 404
    with server.faults.drift(null="poster_path"):
        assert "No poster." in browser.get("/movies/550").content.decode()
    with server.faults.status(500):
        response = browser.get("/movies/603")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
