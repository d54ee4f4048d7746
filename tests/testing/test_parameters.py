"""Repeated, empty, missing and invalid parameters, ids in paths, and bodies that are not needed."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.calls import error, get, ids
from tmdb_facade.testing import TMDBServer

# Ids of TMDB are 32-bit integers.
TOO_LARGE = 2**31


@pytest.mark.parametrize(
    "url",
    [
        "/3/search/movie?query=fight&include_adult=true&include_adult=false",
        "/3/discover/movie?page=1&page=1",
        "/3/movie/550?language=de-DE&append_to_response=credits&language=de-DE",
        "/3/movie/550?unknown=1&unknown=2",
        "/3/movie/550?language=&language=",
        "/3/movie/7?page=1&page=1",
        "/3/no/such/path?page=1&page=1",
        "/4/list/8600001?page=1&page=2",
    ],
)
def test_repeated_parameter_is_code_5_with_400(api: httpx.Client, url: str) -> None:
    """TMDB has refused them since May 2026, with another HTTP status than its document has for the code."""
    answer = api.get(url)
    assert (answer.status_code, answer.json()["status_code"], answer.json()["success"]) == (400, 5, False)


def test_repeated_parameter_is_refused_after_authentication(anonymous: httpx.Client, api: httpx.Client) -> None:
    assert anonymous.get("/3/discover/movie?page=1&page=1").status_code == 401
    answer = api.delete("/3/movie/550/rating?session_id=x&session_id=x")
    assert (answer.status_code, answer.json()["status_code"]) == (400, 5)


@pytest.mark.parametrize(
    "path",
    [
        "movie/{}",
        "movie/{}/credits",
        "movie/{}/watch/providers",
        "movie/{}/changes",
        "tv/{}",
        "tv/{}/images",
        "tv/{}/screened_theatrically",
        "tv/{}/season/1",
        "tv/{}/season/1/episode/1",
        "tv/{}/season/1/episode/1/images",
        "tv/season/{}/changes",
        "tv/episode/{}/changes",
        "person/{}",
        "person/{}/movie_credits",
        "collection/{}",
        "company/{}",
        "network/{}",
        "keyword/{}",
        "list/{}",
    ],
)
def test_id_out_of_range_is_code_6(api: httpx.Client, path: str) -> None:
    """Ids start at 1. An id in the range that nothing has is code 34, and so is a word."""
    for number in (0, -1, TOO_LARGE, "9" * 5000, "-" + "9" * 5000):
        assert error(api, f"/3/{path.format(number)}") == (404, 6)
    assert error(api, f"/3/{path.format(TOO_LARGE - 1)}") == (404, 34)
    assert error(api, f"/3/{path.format('word')}") == (404, 34)


@pytest.mark.parametrize("number", [0, -123645, "list", "8290580.689", "5" * 22])
def test_invalid_id_of_a_v4_list_is_code_6(api: httpx.Client, number: object) -> None:
    assert error(api, f"/4/list/{number}") == (404, 6)


def test_seasons_and_episodes_are_numbered_from_0(api: httpx.Client) -> None:
    assert get(api, "/3/tv/1396/season/0")["season_number"] == 0
    assert error(api, "/3/tv/1396/season/1/episode/0") == (404, 34)
    assert error(api, "/3/tv/1396/season/-1") == (404, 6)
    assert error(api, "/3/tv/1396/season/1/episode/-1") == (404, 6)


LISTS = ("movie/popular", "movie/550/similar", "discover/tv", "trending/all/day", "movie/changes", "keyword/825/movies")
SEARCHES = ("collection", "company", "keyword", "movie", "multi", "person", "tv")


@pytest.mark.parametrize("path", LISTS)
def test_invalid_page_of_a_list_is_code_22(api: httpx.Client, path: str) -> None:
    for page in ("0", "-1", "501", "1.5", "abc", "1 "):
        assert error(api, f"/3/{path}", page=page) == (400, 22)
    assert get(api, f"/3/{path}", page="")["page"] == 1


@pytest.mark.parametrize("kind", SEARCHES)
@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("501", "page must be less than or equal to 500"),
        ("0", "page must be greater than 0"),
        ("-1", "page must be greater than 0"),
        ("1.5", "page must be an integer"),
        ("abc", "page must be an integer"),
    ],
)
def test_invalid_page_of_a_search_is_a_list_of_errors(api: httpx.Client, kind: str, page: str, message: str) -> None:
    """The body has neither a status code nor a message."""
    answer = api.get(f"/3/search/{kind}", params={"query": "x", "page": page})
    assert (answer.status_code, answer.json()) == (422, {"errors": [message]})


@pytest.mark.parametrize("kind", SEARCHES)
def test_search_with_an_empty_page_is_page_1(api: httpx.Client, kind: str) -> None:
    assert get(api, f"/3/search/{kind}", query="a", page="")["page"] == 1


@pytest.mark.parametrize("query", [{}, {"query": ""}])
@pytest.mark.parametrize("kind", sorted({*SEARCHES} - {"keyword"}))
def test_search_without_a_query_is_a_list_of_errors(api: httpx.Client, kind: str, query: dict[str, str]) -> None:
    answer = api.get(f"/3/search/{kind}", params=query)
    assert (answer.status_code, answer.json()) == (422, {"errors": ["query must be provided"]})


@pytest.mark.parametrize("query", [{}, {"query": ""}])
def test_keyword_search_without_a_query_is_an_empty_page(api: httpx.Client, query: dict[str, str]) -> None:
    body: dict[str, Any] = {"page": 1, "results": [], "total_pages": 1, "total_results": 0}
    assert get(api, "/3/search/keyword", **query) == body


@pytest.mark.parametrize("query", [{}, {"external_source": ""}, {"external_source": "letterboxd"}])
def test_find_without_a_known_source_is_not_found(api: httpx.Client, query: dict[str, str]) -> None:
    assert error(api, "/3/find/238", **query) == (404, 34)


def test_find_accepts_tvrage_ids(api: httpx.Client) -> None:
    number = get(api, "/3/tv/1399/external_ids")["tvrage_id"]
    assert [row["id"] for row in get(api, f"/3/find/{number}", external_source="tvrage_id")["tv_results"]] == [1399]


@pytest.mark.parametrize("path", ["/3/find//en/game_of_thrones", "/3/find/%2Fen%2Fgame_of_thrones"])
def test_find_accepts_freebase_ids(api: httpx.Client, path: str) -> None:
    """Their slashes are part of the id, but not their `freebase_mid`, which TMDB no longer finds."""
    assert get(api, "/3/tv/1399/external_ids")["freebase_id"] == "/en/game_of_thrones"
    assert [row["id"] for row in get(api, path, external_source="freebase_id")["tv_results"]] == [1399]
    assert get(api, path, external_source="freebase_mid")["tv_results"] == []
    assert error(api, path) == (404, 34)


@pytest.mark.parametrize(
    ("path", "empty"),
    [
        ("/3/movie/550", ["language", "append_to_response"]),
        ("/3/movie/popular", ["language", "region", "page"]),
        ("/3/movie/now_playing", ["language", "region", "page"]),
        ("/3/discover/movie", ["certification", "with_companies", "with_genres", "with_people", "page", "sort_by"]),
        ("/3/discover/movie", ["primary_release_date.gte", "vote_average.gte", "year", "include_adult", "region"]),
        ("/3/discover/tv", ["first_air_date.lte", "timezone", "with_networks", "watch_region", "with_status"]),
        ("/3/movie/550/images", ["include_image_language", "language"]),
        ("/3/movie/changes", ["start_date", "end_date", "page"]),
        ("/3/watch/providers/movie", ["watch_region"]),
        ("/3/tv/airing_today", ["timezone"]),
    ],
)
def test_empty_parameter_is_an_absent_one(api: httpx.Client, path: str, empty: list[str]) -> None:
    assert api.get(path, params=dict.fromkeys(empty, "")).content == api.get(path).content


@pytest.mark.parametrize("language", ["xx", "zz", "english", "-US"])
def test_language_that_does_not_exist_is_english(api: httpx.Client, language: str) -> None:
    assert get(api, "/3/movie/550", language=language)["overview"] == get(api, "/3/movie/550")["overview"] != ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("year", "abc"), ("vote_average.gte", "good"), ("with_runtime.lte", "1h"), ("include_adult", "perhaps")],
)
def test_invalid_number_or_boolean_of_discover_is_ignored(api: httpx.Client, name: str, value: str) -> None:
    assert api.get("/3/discover/movie", params={name: value}).content == api.get("/3/discover/movie").content


def test_invalid_date_of_discover_is_code_23(api: httpx.Client) -> None:
    assert error(api, "/3/discover/movie", primary_release_date__gte="2026") == (400, 23)
    assert error(api, "/3/discover/tv", air_date__lte="tomorrow") == (400, 23)


@pytest.mark.parametrize("truth", ["true", "True", "1"])
def test_boolean_may_be_a_word_or_a_number(api: httpx.Client, truth: str) -> None:
    query = {"query": "a", "include_adult": truth}
    assert ids(api, "/3/search/movie", **query) == ids(api, "/3/search/movie", query="a", include_adult="true")


# Nested deeper than the parser's limit.
DEEP = b'{"a":' * 200_000 + b"1" + b"}" * 200_000
LATIN_1 = '{"value": "é"}'.encode("latin-1")
NO_OBJECTS = (b'""', b"[]", b"1", b"{", b"\xff", b"value=8", DEEP, LATIN_1)


@pytest.mark.parametrize("content", [*NO_OBJECTS, b'{"a": NaN}'])
def test_needed_body_that_is_not_a_json_object_is_code_47(
    api: httpx.Client, server: TMDBServer, content: bytes
) -> None:
    for url in ("/3/authentication/session/new", f"/3/movie/550/rating?session_id={server.session_id}"):
        answer = api.post(url, content=content)
        assert (answer.status_code, answer.json()["status_code"]) == (400, 47)


@pytest.mark.parametrize("content", NO_OBJECTS)
def test_body_that_is_not_needed_is_ignored(api: httpx.Client, server: TMDBServer, content: bytes) -> None:
    session = {"session_id": server.session_id}

    def send(method: str, path: str, **query: str) -> tuple[int, Any]:
        answer = api.request(method, path, params={**session, **query}, content=content)
        return answer.status_code, answer.json().get("status_code")

    assert send("DELETE", "/3/movie/550/rating") == (200, 13)
    assert send("DELETE", "/3/tv/1399/rating") == (200, 13)
    assert send("POST", "/3/list/128331/clear", confirm="true") == (404, 34)
    assert send("DELETE", "/3/list/128331") == (404, 34)
    assert send("POST", "/3/no/such/path") == (404, 34)
    assert send("GET", "/3/movie/550") == (200, None)
