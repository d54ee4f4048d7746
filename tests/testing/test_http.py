"""How answers travel: status codes, headers, caching, compression."""

from __future__ import annotations

import json
import re

import httpx
import pytest


def test_answers_are_utf8_json_with_tmdbs_headers(api: httpx.Client) -> None:
    """Content type, cache control, a weak ETag and a request id of its own are on every answer."""
    one, two = api.get("/3/movie/129"), api.get("/3/movie/129")
    assert one.headers["content-type"] == "application/json;charset=utf-8"
    assert re.fullmatch(r"public, max-age=\d+", one.headers["cache-control"])
    assert re.fullmatch(r'W/"[0-9a-f]{32}"', one.headers["etag"])
    assert one.headers["etag"] == two.headers["etag"]
    assert one.headers["x-task-id"] != two.headers["x-task-id"]
    assert "千と千尋の神隠し".encode() in one.content


def test_a_known_etag_is_answered_with_304(api: httpx.Client) -> None:
    """The same answer is not sent twice to who has it; a changed question has another ETag."""
    etag = api.get("/3/movie/550").headers["etag"]
    again = api.get("/3/movie/550", headers={"if-none-match": etag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    german = api.get("/3/movie/550", params={"language": "de-DE"}, headers={"if-none-match": etag})
    assert german.status_code == 200
    refused = api.get("/3/movie/7", headers={"if-none-match": api.get("/3/movie/7").headers["etag"]})
    assert refused.status_code == 404


def test_long_answers_are_compressed_for_who_takes_it(api: httpx.Client) -> None:
    """Gzip is used when it is accepted, and the answer says that it depends on that."""
    zipped = api.get("/3/movie/550")
    plain = api.get("/3/movie/550", headers={"accept-encoding": "identity"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert {part.strip().lower() for part in plain.headers["vary"].split(",")} == {"accept-encoding", "origin"}
    assert zipped.json() == plain.json()


@pytest.mark.parametrize("known", ["{weak}", '"x", {weak}', "{strong}", '{strong},"x"'])
def test_an_etag_is_known_however_it_is_written(api: httpx.Client, known: str) -> None:
    """Among others, and without its mark of weakness: some caches drop it."""
    weak = api.get("/3/movie/550").headers["etag"]
    headers = {"if-none-match": known.format(weak=weak, strong=weak.removeprefix("W/"))}
    assert api.get("/3/movie/550", headers=headers).status_code == 304


def test_pages_of_every_origin_may_read_answers(api: httpx.Client, stranger: httpx.Client) -> None:
    """Errors too; a browser asks before it sends a token, and shows no credentials then."""
    origin = {"origin": "https://example.org"}
    for path in ("/3/movie/550", "/3/movie/7"):
        assert api.get(path, headers=origin).headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-origin" not in api.get(path).headers
    asked = {**origin, "access-control-request-method": "DELETE", "access-control-request-headers": "authorization"}
    preflight = stranger.options("/3/movie/550/rating", headers=asked)
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "DELETE" in preflight.headers["access-control-allow-methods"]
    assert preflight.headers["access-control-allow-headers"] == "authorization"
    # Without an origin it is a method as any other.
    assert stranger.options("/3/movie/550").status_code == 401
    assert api.options("/3/movie/550").status_code == 405


@pytest.mark.parametrize(
    ("path", "cache_control"),
    [
        ("/3/movie/550", "public, max-age=21600"),
        ("/3/movie/latest", "public, max-age=0"),
        ("/3/movie/changes", "public, max-age=600"),
        ("/3/trending/movie/day", "public, max-age=600"),
        ("/3/authentication/token/new", "max-age=0, private"),
        ("/3/certification/movie/list", "must-revalidate, max-age=0, private"),
        ("/3/movie/7", "public, max-age=21600"),
    ],
)
def test_answers_say_how_long_they_may_be_kept(api: httpx.Client, path: str, cache_control: str) -> None:
    """As TMDB's do, which labels errors so too."""
    assert api.get(path).headers["cache-control"] == cache_control


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/3/movie/999999999", 404, 34),
        ("/3/movie/99999999999999999999999999999999999", 404, 6),
        ("/3/movie/2147483648", 404, 6),
        ("/3/movie/2147483647", 404, 34),
        ("/3/movie/", 404, 34),
        ("/3/movie/fight-club", 404, 34),
        ("/3/movie/tt0000000", 404, 34),
        ("/3/movie/-1", 404, 34),
        ("/3/movie/\u0665\u0665\u0660", 404, 34),
        ("/3/movie/999999999/credits", 404, 34),
        ("/3/movie/550/nothing", 404, 34),
        ("/3/nothing", 404, 34),
        ("/", 404, 34),
        ("/3/person/1%0A/images", 404, 34),
        ("/3/movie/popular?page=501", 400, 22),
        ("/3/movie/popular?page=0", 400, 22),
        ("/3/movie/popular?page=-1", 400, 22),
        ("/3/movie/popular?page=two", 400, 22),
        ("/3/movie/popular?page=" + "9" * 5000, 400, 22),
        ("/3/movie/550/account_states", 401, 3),
        ("/3/movie/550/changes?start_date=2026-01-01&end_date=2026-01-16", 422, 20),
        ("/3/movie/550/changes?start_date=yesterday", 400, 23),
        ("/3/movie/550/changes?start_date=20260105", 400, 23),
        ("/3/movie/550/changes?end_date=2026-02-30", 400, 23),
        ("/3/discover/tv?timezone=Mars", 400, 28),
        ("/3/tv/on_the_air?timezone=Mars", 400, 28),
        ("/3/movie/550?append_to_response=" + ",".join(["credits"] * 21), 400, 27),
    ],
)
def test_refusals_have_tmdbs_status_and_code(api: httpx.Client, path: str, status: int, code: int) -> None:
    """The HTTP status, TMDB's own code and the body's keys are what a client decides by."""
    answer = api.get(path)
    assert (answer.status_code, answer.json()["status_code"]) == (status, code)
    assert set(answer.json()) == {"success", "status_code", "status_message"}
    assert answer.json()["success"] is False


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("/3/search/movie", "query must be provided"),
        ("/3/search/multi?query=", "query must be provided"),
        ("/3/search/movie?query=x&page=501", "page must be less than or equal to 500"),
        ("/3/search/multi?query=x&page=0", "page must be greater than 0"),
        ("/3/search/multi?query=x&page=two", "page must be an integer"),
    ],
)
def test_wrong_parameters_of_a_search_are_complaints(api: httpx.Client, path: str, complaint: str) -> None:
    """Searches answer 422 with a list, which has neither a status code nor a message."""
    answer = api.get(path)
    assert answer.status_code == 422
    assert answer.json() == {"errors": [complaint]}


def test_the_first_day_of_all_has_none_before_it(api: httpx.Client) -> None:
    """Without a start, the day before the end is meant."""
    assert api.get("/3/movie/550/changes?end_date=0001-01-01").json() == {"changes": []}


def test_a_known_time_zone_is_taken(api: httpx.Client) -> None:
    """It changes nothing: the catalogue has a day of its own."""
    path = "/3/tv/airing_today"
    assert api.get(path, params={"timezone": "Europe/Berlin"}).json() == api.get(path).json()


# Deeper than any Python reads.
DEEP = b'{"a":' * 200_000 + b"1" + b"}" * 200_000


@pytest.mark.parametrize("content", [b"{", b"[]", b"1", b"\xff", b'{"a": NaN}', DEEP])
def test_a_body_that_is_no_json_object_is_refused(api: httpx.Client, content: bytes) -> None:
    """However deep it is."""
    answer = api.post("/3/authentication/session/new", content=content)
    assert (answer.status_code, answer.json()["status_code"]) == (400, 47)


def test_a_method_that_a_path_does_not_take_is_405(api: httpx.Client) -> None:
    """The path is there, so that it is not a 404."""
    answer = api.post("/3/movie/popular", json={})
    assert (answer.status_code, answer.json()["status_code"]) == (405, 42)


def test_unknown_parameters_are_ignored(api: httpx.Client) -> None:
    """A misspelt parameter gives the answer without it, as on TMDB."""
    assert api.get("/3/movie/550", params={"langauge": "de-DE"}).json() == api.get("/3/movie/550").json()


def test_dots_in_a_path_are_resolved_after_decoding(api: httpx.Client) -> None:
    """TMDB's edge decodes first: an id with an encoded slash in it can reach another operation."""
    assert api.get("/3/movie/x%2F..%2F550").json()["id"] == 550
    assert api.get("/3/movie/..%2Fconfiguration").json()["images"]


def test_key_order_and_bytes_are_stable(api: httpx.Client) -> None:
    """The same question gives the same bytes, so that recordings do not change by themselves."""
    path = "/3/movie/550?append_to_response=credits,similar,watch/providers"
    assert api.get(path).content == api.get(path).content
    assert list(json.loads(api.get("/3/movie/popular").content)) == ["page", "results", "total_pages", "total_results"]
