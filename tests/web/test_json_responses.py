"""Models in JSON responses of Starlette and Django, and in templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Engine
from django.test import Client, override_settings
from django.urls import path
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.web.conftest import configure_django
from tmdb_facade import TMDB, MovieAppend
from tmdb_facade.models import MovieDetails
from tmdb_facade.testing import TMDBServer


@pytest.fixture(scope="module")
def movie() -> Iterator[MovieDetails[Any]]:
    """Return a movie with its credits."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        yield tmdb.movies.details(550, append=MovieAppend.CREDITS)


@pytest.mark.parametrize("way", ["to_dict", "to_json"])
async def test_starlette_responses(movie: MovieDetails[Any], way: str) -> None:
    async def show(request: Request) -> Response:
        if way == "to_dict":
            return JSONResponse(movie.to_dict())
        return Response(movie.to_json(), media_type="application/json")

    app = Starlette(routes=[Route("/", show)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app") as browser:
        shown = await browser.get("/")
    assert shown.headers["content-type"] == "application/json"
    assert shown.json() == movie.to_dict()
    assert MovieDetails.from_json(shown.content, on_drift="raise") == movie


def test_django_responses(movie: MovieDetails[Any]) -> None:
    configure_django()

    def one(request: HttpRequest) -> HttpResponse:
        return JsonResponse(movie.to_dict())

    def several(request: HttpRequest) -> HttpResponse:
        return JsonResponse({"cast": [member.to_dict() for member in movie.credits.cast]})

    module = type("urls", (), {"urlpatterns": [path("one", one), path("several", several)]})
    with override_settings(ROOT_URLCONF=module):
        browser = Client()
        assert json.loads(browser.get("/one").content) == movie.to_dict()
        assert json.loads(browser.get("/several").content)["cast"] == movie.credits.to_dict()["cast"]


def test_django_templates(movie: MovieDetails[Any]) -> None:
    """Dates are those of Django; a block that is not there shows nothing."""
    text = (
        "{{ movie.title }} {{ movie.release_date|date:'Y' }} {{ movie.status.label }}"
        "{% for member in movie.credits.cast|slice:':1' %} {{ member.name }}{% endfor %}"
        "{% for video in movie.videos.results %} {{ video.key }}{% endfor %}"
    )
    configure_django()
    shown = Engine().from_string(text).render(Context({"movie": movie}))
    assert shown == "Fight Club 1999 Released Edward Norton"
