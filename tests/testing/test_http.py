"""HTTP behaviour: status codes, headers, caching and compression."""

from __future__ import annotations

import json
import re
import socket
import time

import httpx
import pytest

from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.server.middleware import MAX_REQUEST_SIZE


def test_answers_have_tmdbs_headers(api: httpx.Client) -> None:
    """Content type, cache control, a weak ETag and a unique request id are on every answer."""
    first, second = api.get("/3/movie/129"), api.get("/3/movie/129")
    assert first.headers["content-type"] == "application/json;charset=utf-8"
    assert re.fullmatch(r"public, max-age=\d+", first.headers["cache-control"])
    assert re.fullmatch(r'W/"[0-9a-f]{32}"', first.headers["etag"])
    assert first.headers["etag"] == second.headers["etag"]
    assert first.headers["x-task-id"] != second.headers["x-task-id"]
    assert "千と千尋の神隠し".encode() in first.content


def test_matching_etag_is_answered_with_304(api: httpx.Client) -> None:
    """Another query has another ETag, and errors are never 304."""
    etag = api.get("/3/movie/550").headers["etag"]
    again = api.get("/3/movie/550", headers={"if-none-match": etag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    german = api.get("/3/movie/550", params={"language": "de-DE"}, headers={"if-none-match": etag})
    assert german.status_code == 200
    error = api.get("/3/movie/7", headers={"if-none-match": api.get("/3/movie/7").headers["etag"]})
    assert error.status_code == 404


def test_long_answers_are_gzipped_if_accepted(api: httpx.Client) -> None:
    gzipped = api.get("/3/movie/550")
    plain = api.get("/3/movie/550", headers={"accept-encoding": "identity"})
    assert gzipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert {part.strip().lower() for part in plain.headers["vary"].split(",")} == {"accept-encoding", "origin"}
    assert gzipped.json() == plain.json()


@pytest.mark.parametrize("accepted", ["gzip;q=0", "br, gzip; q=0.0, identity", "gzip;q=0.5", "deflate, gzip"])
@pytest.mark.parametrize("path", ["/3/movie/550", "/auth/access"])
def test_answers_are_not_gzipped_if_the_client_excludes_it(api: httpx.Client, path: str, accepted: str) -> None:
    answer = api.get(path, headers={"accept-encoding": accepted})
    assert ("content-encoding" in answer.headers) == ("q=0.5" in accepted or accepted.startswith("deflate"))


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://api.themoviedb.org/3/movie/550?language=de", 200),
        ("HTTP://localhost/3/movie/550", 200),
        ("http://image.tmdb.org/t/p/w92/a.jpg", 200),
        ("http://image.tmdb.org/3/movie/550", 404),
        ("http://localhost", 404),
        ("ftp://localhost/3/movie/550", 404),
        ("3/movie/550", 404),
    ],
)
def test_target_may_be_a_whole_url(api: httpx.Client, target: str, status: int) -> None:
    """Programs that use the server as a proxy send such targets. Its host is the one that counts."""
    assert api.get("/", extensions={"target": target.encode()}).status_code == status


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
@pytest.mark.parametrize("path", ["/3/movie/550", "/3/movie/7", "/3/movie/latest", "/t/p/w92/a.jpg", "/auth/access"])
def test_head_answers_as_get_without_a_body(server: TMDBServer, path: str, accepted: str) -> None:
    for transport in (None, server.transport):
        headers = {"authorization": f"Bearer {server.access_token}", "accept-encoding": accepted}
        with httpx.Client(base_url=server.base_url, headers=headers, transport=transport, timeout=30) as client:
            full, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (full.status_code, b"")
        for name in ("content-length", "content-type", "content-encoding", "etag"):
            assert head.headers.get(name) == full.headers.get(name)


def test_head_of_an_operation_that_only_writes_is_405(api: httpx.Client) -> None:
    assert api.head("/3/movie/550/rating").status_code == 405


@pytest.mark.parametrize("path", ["/3/list/1/add_item", "/auth/access?request_token=x"])
def test_body_beyond_the_largest_size_is_413(server: TMDBServer, path: str) -> None:
    content = b"x" * (MAX_REQUEST_SIZE + 1)
    for transport in (None, server.transport):
        headers = {"authorization": f"Bearer {server.access_token}"}
        with httpx.Client(base_url=server.base_url, headers=headers, transport=transport, timeout=30) as client:
            assert client.post(path, content=iter([content, content])).status_code == 413
            assert client.post(path, content=content).status_code == 413
            assert client.post(path, content=content[1:]).status_code in (401, 404)
            assert server.requests[-2].status == 413


def test_client_that_sends_its_whole_body_first_receives_the_413(server: TMDBServer) -> None:
    size = 4 * MAX_REQUEST_SIZE
    head = f"POST /3/list?api_key={server.api_key} HTTP/1.1\r\nhost: x\r\ncontent-length: {size}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", int(server.base_url.rpartition(":")[2])), timeout=30) as connection:
        connection.sendall(head.encode())
        for _ in range(64):
            connection.sendall(b"x" * (size // 64))
        assert connection.recv(20).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("path", ["/3/list", "/auth/access"])
def test_client_that_disconnects_inside_its_body_leaves_no_traceback(
    server: TMDBServer, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    before = server.requests.total
    head = f"POST {path}?api_key={server.api_key} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n"
    with socket.create_connection(("127.0.0.1", int(server.base_url.rpartition(":")[2]))) as connection:
        connection.sendall(head.encode() + b"half")
        while server.requests.total == before:
            time.sleep(0.01)
    with httpx.Client(base_url=server.base_url, timeout=30) as client:
        for _ in range(5):
            client.get("/3/configuration", params={"api_key": server.api_key})
    assert not [record.getMessage() for record in caplog.records if record.name.startswith("uvicorn")]


@pytest.mark.parametrize("if_none_match", ["{weak}", '"x", {weak}', "{strong}", '{strong},"x"', "*"])
def test_if_none_match_compares_etags_weakly(api: httpx.Client, if_none_match: str) -> None:
    """The header may list several tags, and some caches remove the mark of a weak tag."""
    weak = api.get("/3/movie/550").headers["etag"]
    headers = {"if-none-match": if_none_match.format(weak=weak, strong=weak.removeprefix("W/"))}
    for request in (api.get, api.head):
        assert request("/3/movie/550", headers=headers).status_code == 304
    assert api.get("/3/movie/7", headers=headers).status_code == 404


@pytest.mark.parametrize("callback", ["show", "jQuery19_1", "angular.callbacks._0"])
@pytest.mark.parametrize("path", ["/3/movie/550", "/3/movie/7"])
def test_callback_wraps_the_answer(api: httpx.Client, path: str, callback: str) -> None:
    """TMDB's document describes JSONP."""
    plain, wrapped = api.get(path), api.get(path, params={"callback": callback})
    assert wrapped.text == f"{callback}({plain.text})"
    assert wrapped.status_code == plain.status_code
    assert wrapped.headers["content-type"] == "application/javascript;charset=utf-8"
    assert wrapped.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize("callback", ["", "alert(1);x", "a b", "1x", "x.", "<script>"])
def test_callback_that_is_not_a_name_is_ignored(api: httpx.Client, callback: str) -> None:
    assert api.get("/3/movie/550", params={"callback": callback}).content == api.get("/3/movie/550").content


def test_only_get_and_head_are_conditional(api: httpx.Client, server: TMDBServer) -> None:
    path = f"/3/movie/550/rating?session_id={server.session_id}"
    assert api.delete(path, headers={"if-none-match": "*"}).status_code == 200


def test_answers_have_no_date_of_modification(api: httpx.Client) -> None:
    answer = api.get("/3/movie/550", headers={"if-modified-since": "Sat, 01 Jan 2050 00:00:00 GMT"})
    assert answer.status_code == 200
    assert "last-modified" not in answer.headers


@pytest.mark.parametrize(
    ("path", "same"),
    [
        ("/3/movie/popular/", "/3/movie/popular"),
        ("/3/discover/movie/?with_genres=18", "/3/discover/movie?with_genres=18"),
        ("/3//movie/550", "/3/movie/550"),
        ("/3/movie/550//", "/3/movie/550"),
        ("/3/movie/%35%35%30", "/3/movie/550"),
        ("/3/%6Dovie/550", "/3/movie/550"),
    ],
)
def test_slashes_and_percent_encoding_do_not_change_a_path(api: httpx.Client, path: str, same: str) -> None:
    assert api.get(path).status_code == 200
    assert api.get(path).content == api.get(same).content
    assert api.get(f"{api.base_url}/{path}").content == api.get(same).content


@pytest.mark.parametrize(
    "path", ["/", "/3", "/3/", "/3/Movie/550", "/3/MOVIE/550", "/2/movie/550", "/v3/movie/550", "/5/"]
)
def test_unknown_path_or_version_is_not_found(api: httpx.Client, anonymous: httpx.Client, path: str) -> None:
    answer = api.get(path)
    assert (answer.status_code, answer.json()["status_code"]) == (404, 34)
    assert anonymous.get(path).status_code == 401


def test_credentials_may_be_a_key_or_a_token(server: TMDBServer, anonymous: httpx.Client) -> None:
    """A valid one is enough if both are sent."""
    key, token = server.api_key, server.access_token

    def status(query: dict[str, str], authorization: str | None = None) -> int:
        headers = {} if authorization is None else {"authorization": authorization}
        return anonymous.get("/3/movie/550", params=query, headers=headers).status_code

    assert status({"api_key": key}) == status({}, f"Bearer {token}") == status({}, f"bearer {token}") == 200
    assert status({"api_key": key}, f"Bearer {token}") == 200
    assert status({"api_key": key}, "Bearer wrong") == status({"api_key": "wrong"}, f"Bearer {token}") == 200
    for query in ({}, {"api_key": ""}, {"api_key": "wrong"}, {"API_KEY": key}, {"api_key": token}):
        assert status(query) == 401
    for authorization in (token, f"Bearer {key}", f"Basic {token}", "Bearer"):
        assert status({}, authorization) == 401


def test_answers_have_cors_headers(api: httpx.Client, anonymous: httpx.Client) -> None:
    """Errors have them too, and a preflight request needs no credentials."""
    origin = {"origin": "https://example.org"}
    for path in ("/3/movie/550", "/3/movie/7"):
        assert api.get(path, headers=origin).headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-origin" not in api.get(path).headers
    headers = {**origin, "access-control-request-method": "DELETE", "access-control-request-headers": "authorization"}
    preflight = anonymous.options("/3/movie/550/rating", headers=headers)
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "DELETE" in preflight.headers["access-control-allow-methods"]
    assert preflight.headers["access-control-allow-headers"] == "authorization"
    # Without an origin, OPTIONS is not a preflight request.
    assert anonymous.options("/3/movie/550").status_code == 401
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
def test_cache_control_is_tmdbs(api: httpx.Client, path: str, cache_control: str) -> None:
    assert api.get(path).headers["cache-control"] == cache_control


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/3/movie/999999999", 404, 34),
        ("/3/movie/2147483647", 404, 34),
        ("/3/movie/", 404, 34),
        ("/3/movie/fight-club", 404, 34),
        ("/3/movie/tt0000000", 404, 34),
        ("/3/movie/\u0665\u0665\u0660", 404, 34),
        ("/3/movie/999999999/credits", 404, 34),
        ("/3/movie/550/nothing", 404, 34),
        ("/3/nothing", 404, 34),
        ("/", 404, 34),
        ("/3/person/1%0A/images", 404, 34),
        ("/3/movie/popular?page=" + "9" * 5000, 400, 22),
        ("/3/movie/550/account_states?session_id=unknown", 401, 3),
        ("/3/movie/550/changes?start_date=2026-01-01&end_date=2026-01-16", 422, 20),
        ("/3/movie/550/changes?start_date=yesterday", 400, 23),
        ("/3/movie/550/changes?start_date=20260105", 400, 23),
        ("/3/movie/550/changes?end_date=2026-02-30", 400, 23),
        ("/3/discover/tv?timezone=Mars", 400, 28),
        ("/3/tv/on_the_air?timezone=Mars", 400, 28),
        ("/3/movie/550?append_to_response=" + ",".join(["credits"] * 21), 400, 27),
    ],
)
def test_errors_have_tmdbs_http_status_and_code(api: httpx.Client, path: str, status: int, code: int) -> None:
    answer = api.get(path)
    assert (answer.status_code, answer.json()["status_code"]) == (status, code)
    assert set(answer.json()) == {"success", "status_code", "status_message"}
    assert answer.json()["success"] is False


def test_known_timezone_has_no_effect(api: httpx.Client) -> None:
    path = "/3/tv/airing_today"
    assert api.get(path, params={"timezone": "Europe/Berlin"}).json() == api.get(path).json()


def test_unsupported_method_is_405(api: httpx.Client) -> None:
    answer = api.post("/3/movie/popular", json={})
    assert (answer.status_code, answer.json()["status_code"]) == (405, 42)


def test_unknown_query_parameters_are_ignored(api: httpx.Client) -> None:
    assert api.get("/3/movie/550", params={"langauge": "de-DE"}).json() == api.get("/3/movie/550").json()


def test_dot_segments_are_resolved_after_decoding(api: httpx.Client) -> None:
    """TMDB's edge decodes first: an id with an encoded slash can reach another operation."""
    assert api.get("/3/movie/x%2F..%2F550").json()["id"] == 550
    assert api.get("/3/movie/..%2Fconfiguration").json()["images"]


def test_repeated_requests_have_equal_bytes(api: httpx.Client) -> None:
    """Otherwise recordings would change by themselves."""
    path = "/3/movie/550?append_to_response=credits,similar,watch/providers"
    assert api.get(path).content == api.get(path).content
    assert list(json.loads(api.get("/3/movie/popular").content)) == ["page", "results", "total_pages", "total_results"]
