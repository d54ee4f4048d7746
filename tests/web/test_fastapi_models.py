"""Models in FastAPI: response models, bodies, parameters and the OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Body, FastAPI, Query
from openapi_spec_validator import validate

from tmdb_facade import AsyncTMDB, MovieAppend
from tmdb_facade.models import Movie, MovieDetails, MoviePage, MultiSearchResult
from tmdb_facade.testing import TMDBServer, make_movie, make_movie_details
from tmdb_facade.types import MovieHasCredits, MovieHasWatchProviders, MovieStatus, PartialDate, ReleaseType

server = TMDBServer()
app = FastAPI()


@pytest.fixture(scope="module", autouse=True)
def running() -> Iterator[TMDBServer]:
    """Run the embedded TMDB of the application."""
    with server:
        yield server


@pytest.fixture
def browser() -> httpx.AsyncClient:
    """Return a client of the application."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app")


@app.get("/movies/{movie_id}")
async def movie(movie_id: int) -> MovieDetails[MovieHasCredits | MovieHasWatchProviders]:
    """Show a movie with two blocks."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        return await tmdb.movies.details(movie_id, append=MovieAppend.CREDITS | MovieAppend.WATCH_PROVIDERS)


@app.get("/plain/{movie_id}")
async def plain(movie_id: int) -> MovieDetails:
    """Show a movie."""
    return make_movie_details(id=movie_id)


@app.get("/incomplete")
async def incomplete() -> MovieDetails[MovieHasCredits]:
    """Break the promise of the annotation."""
    incomplete: Any = make_movie_details()
    return incomplete  # type: ignore[no-any-return]  # wrong on purpose


@app.get("/search")
async def search(query: str) -> list[MultiSearchResult]:
    """Search everything."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        return (await tmdb.search.multi(query).page(1)).results


@app.get("/popular", response_model_include={"results", "page"})
async def popular() -> MoviePage:
    """List popular movies."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        return await tmdb.movies.popular().page(1)


@app.post("/titles")
async def title(movie: Annotated[Movie, Body()]) -> str:
    """Return the title of a movie."""
    return movie.title


@app.get("/parameters/{born}")
async def parameters(
    born: PartialDate, status: MovieStatus, kinds: Annotated[list[ReleaseType], Query()]
) -> tuple[PartialDate, MovieStatus, list[ReleaseType]]:
    """Return the parameters."""
    return born, status, kinds


async def test_blocks_are_in_responses(browser: httpx.AsyncClient) -> None:
    """The annotation names the blocks; without, those that are there are written too."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        details = await tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.WATCH_PROVIDERS)
    shown = (await browser.get("/movies/550")).json()
    assert shown == details.to_dict()
    assert shown["credits"]["cast"][0]["character"] == "Narrator"
    assert (await browser.get("/plain/550")).json()["id"] == 550


async def test_promised_block_that_is_missing_is_an_error_of_the_application(browser: httpx.AsyncClient) -> None:
    with pytest.raises(Exception, match=r"credits") as caught:
        await browser.get("/incomplete")
    assert type(caught.value).__name__ == "ResponseValidationError"


async def test_rows_of_several_kinds_and_pages(browser: httpx.AsyncClient) -> None:
    rows = (await browser.get("/search", params={"query": "the"})).json()
    assert {row["media_type"] for row in rows} >= {"movie", "tv"}
    page = (await browser.get("/popular")).json()
    assert page.keys() == {"page", "results"}


async def test_body_is_a_model(browser: httpx.AsyncClient) -> None:
    row = make_movie(title="Fight Club").to_dict()
    assert (await browser.post("/titles", json=row)).json() == "Fight Club"
    refused = await browser.post("/titles", json={**row, "title": 7})
    assert refused.status_code == 422
    assert [(one["loc"], one["msg"]) for one in refused.json()["detail"]] == [
        (["body", "title"], "Expected str, found integer")
    ]


async def test_enums_and_partial_dates_are_parameters(browser: httpx.AsyncClient) -> None:
    shown = await browser.get("/parameters/1999-06", params={"status": "Dreamt of", "kinds": ["4", "99"]})
    assert shown.json() == ["1999-06", "Dreamt of", [4, 99]]
    refused = await browser.get("/parameters/june", params={"status": "Released", "kinds": ["four"]})
    assert [one["loc"] for one in refused.json()["detail"]] == [["path", "born"], ["query", "kinds", 0]]


async def test_openapi_document_is_valid_and_has_a_component_for_each_model(browser: httpx.AsyncClient) -> None:
    document = (await browser.get("/openapi.json")).json()
    validate(document)
    schemas: dict[str, Any] = document["components"]["schemas"]
    answer = document["paths"]["/movies/{movie_id}"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer["schema"] == {"$ref": "#/components/schemas/MovieDetails_credits_watch_providers_"}
    assert {"credits", "watch/providers"} <= set(schemas["MovieDetails_credits_watch_providers_"]["required"])
    assert {"MovieDetails", "MovieCredits", "MovieStatus", "ReleaseType", "PartialDate", "UnknownMedia"} <= set(schemas)
    found = document["paths"]["/search"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["items"]
    assert {"$ref": "#/components/schemas/TVShow"} in found["anyOf"]
    parameters = document["paths"]["/parameters/{born}"]["get"]["parameters"]
    assert [one["schema"].get("$ref") for one in parameters[:2]] == [
        *("#/components/schemas/PartialDate", "#/components/schemas/MovieStatus"),
    ]
