"""Faults of the pages of lists: repeated and empty pages, and false totals."""

from __future__ import annotations

from typing import Any

import httpx

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer

POPULAR = "/3/movie/popular"


def page(api: httpx.Client, number: int, path: str = POPULAR) -> Any:
    """Return the body of a page."""
    return api.get(path, params={"page": number}).json()


def test_repeated_pages_answer_every_page_with_the_first(server: TMDBServer, api: httpx.Client) -> None:
    first = page(api, 1)
    fault = server.faults.repeated_pages()
    expected = {**first, "total_pages": 500, "total_results": 10_000}
    assert [page(api, number) for number in (1, 2, 500)] == [expected] * 3
    assert fault.used == 3
    assert server.requests.last.query["page"] == "500"
    fault.remove()
    assert page(api, 1) == first


def test_empty_pages_claim_more_pages(server: TMDBServer, api: httpx.Client) -> None:
    first = page(api, 1)
    server.faults.empty_pages(37, after=1)
    assert page(api, 1) == {**first, "total_pages": 37, "total_results": 740}
    assert page(api, 2) == {"page": 2, "results": [], "total_pages": 37, "total_results": 740}


def test_empty_pages_empty_the_first_page_by_default(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.empty_pages(on="search_movies", times=1)
    assert page(api, 1)["results"]
    path = "/3/search/movie?query=club"
    assert api.get(path).json() == {"page": 1, "results": [], "total_pages": 500, "total_results": 10_000}
    assert api.get(path).json()["results"]


def test_faults_of_pages_ignore_answers_without_pages(server: TMDBServer, api: httpx.Client) -> None:
    faults = [server.faults.repeated_pages(), server.faults.empty_pages()]
    assert api.get(DETAILS).json()["id"] == 550
    assert [fault.used for fault in faults] == [0, 0]


def test_drift_removes_an_appended_block(server: TMDBServer, api: httpx.Client) -> None:
    """TMDB has left appended blocks out of an answer; the block's own request still has it."""
    server.faults.drift(missing="credits", on="movies_details")
    body = api.get(DETAILS, params={"append_to_response": "credits,videos"}).json()
    assert "credits" not in body
    assert "videos" in body
    assert api.get(f"{DETAILS}/credits").json()["cast"]
