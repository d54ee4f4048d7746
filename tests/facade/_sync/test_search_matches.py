# Made from tests/facade/_async/test_search_matches.py by `make sync`: edit that file, never this one.
"""The best match: requests, results and wrong arguments."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, APITimeoutError, InvalidArgumentError
from tmdb_facade.models import Movie, TVShow
from tmdb_facade.testing import TMDBServer
from tmdb_facade.types import MatchReason


def page(*rows: dict[str, Any]) -> httpx.Response:
    """Return a page of search results."""
    return json_response({"page": 1, "results": list(rows), "total_pages": 1, "total_results": len(rows)})


def movie(number: int, title: str, day: str | None, original: str = "") -> dict[str, Any]:
    """Return a movie among search results."""
    return {"id": number, "title": title, "original_title": original or title, "release_date": day, "vote_count": 1}


def test_match_movie_sends_one_request_if_the_first_page_fits() -> None:
    fake = Fake(page(movie(603, "The Matrix", "1999-03-31")))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        match = tmdb.search.match_movie("matrix, the", year=1999, include_adult=True, language="pt-BR", region="BR")
    assert match is not None
    assert isinstance(match.item, Movie)
    assert (match.item.id, match.score, match.reason, match.title) == (603, 1.0, "title", "The Matrix")
    assert [request.url.path for request in fake.requests] == ["/3/search/movie"]
    assert fake.query == {
        "query": "matrix",
        "year": "1999",
        "page": "1",
        "include_adult": "true",
        "language": "pt-BR",
        "region": "BR",
    }


def test_match_movie_requests_further_titles_of_a_result() -> None:
    details = {
        "id": 47964,
        "alternative_titles": {"titles": [{"iso_3166_1": "US", "title": "Die Hard 5", "type": ""}]},
        "translations": {"translations": [{"data": {"title": "Duro de Matar 5"}}]},
    }

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/3/search/movie":
            return page(movie(47964, "A Good Day to Die Hard", "2013-02-06"))
        return json_response(details)

    for title in ("Die Hard 5", "Duro de Matar V"):
        fake = Fake(answer)
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            match = tmdb.search.match_movie(title, year=2013)
        assert match is not None
        assert match.reason is MatchReason.ALTERNATIVE_TITLE
        assert [request.url.path for request in fake.requests] == ["/3/search/movie"] * 2 + ["/3/movie/47964"]
        assert fake.query["append_to_response"] == "alternative_titles,translations"


def test_match_movie_ignores_a_result_that_was_deleted() -> None:
    fake = Fake(
        lambda request: (
            page(movie(1, "Something", None)) if request.url.path == "/3/search/movie" else error_response(404, 34)
        )
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert tmdb.search.match_movie("Die Hard 5") is None
    assert len(fake.requests) <= 4


def test_match_tv_distinguishes_countries() -> None:
    rows = [
        {"id": 2996, "name": "The Office", "original_name": "The Office", "first_air_date": "2001-07-09"},
        {"id": 2316, "name": "The Office", "original_name": "The Office", "first_air_date": "2005-03-24"},
    ]
    fake = Fake(page({**rows[0], "origin_country": ["GB"]}, {**rows[1], "origin_country": ["US"]}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        american = tmdb.search.match_tv("The Office (US)")
        british = tmdb.search.match_tv("The Office", year=2001)
    assert american is not None
    assert isinstance(american.item, TVShow)
    assert american.item.id == 2316
    assert british is not None
    assert british.item.id == 2996
    assert [request.url.path for request in fake.requests] == ["/3/search/tv"] * 2


@pytest.mark.parametrize(
    ("title", "year", "number"),
    [
        ("fight club", 1999, 550),
        ("Fight Club (1999)", None, 550),
        ("Fight.Club.1999", None, 550),
        ("fight clb", 1999, 550),
        ("Fight Club", 2000, 550),
        ("El club de la lucha", 1999, 550),
        ("Godfather", 1972, 238),
        ("Krieg der Sterne", 1977, 11),
    ],
)
def test_match_movie_finds_movies_of_the_embedded_tmdb(title: str, year: int | None, number: int) -> None:
    with TMDBServer() as server:
        with TMDB(server.access_token, base_url=server.base_url) as tmdb:
            match = tmdb.search.match_movie(title, year=year)
    assert match is not None
    assert match.item.id == number


def test_match_tv_finds_series_of_the_embedded_tmdb() -> None:
    with TMDBServer() as server:
        with TMDB(server.access_token, base_url=server.base_url) as tmdb:
            match = tmdb.search.match_tv("breaking bd", year=2008)
            assert tmdb.search.match_tv("no series is called qwxyzzy") is None
    assert match is not None
    assert (match.item.id, match.reason) == (1396, MatchReason.SPELLING)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"title": " "}, "title must not be empty"),
        ({"title": "x", "year": 99}, "year must be from 1000 to 9999, got 99"),
        ({"title": "x", "year": "1999-01"}, "year must be an integer"),
        ({"title": "x", "minimum": 70}, "minimum must be a number from 0 to 1, got 70"),
        ({"title": "x" * 501}, "title must have at most 500 characters, got 501"),
    ],
)
def test_match_movie_rejects_wrong_arguments(arguments: dict[str, Any], message: str) -> None:
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidArgumentError, match=message):
            tmdb.search.match_movie(**arguments)
    assert fake.requests == []


def test_requests_of_a_match_share_the_total_timeout() -> None:
    def slow(_: httpx.Request) -> httpx.Response:
        time.sleep(0.6)
        return json_response({"page": 1, "results": [], "total_pages": 1, "total_results": 0})

    fake = Fake(slow)
    with TMDB(TOKEN, transport=fake.transport, total_timeout=1, max_retries=0) as tmdb:
        with pytest.raises(APITimeoutError, match="total_timeout of 1 s"):
            tmdb.search.match_movie("The Matrix", year=1999)
    assert len(fake.requests) <= 2
