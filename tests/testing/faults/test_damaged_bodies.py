"""Faults that damage the body of the usual answer, or its encoding."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import get_args

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.faults.damage import DAMAGES, Damage, compressed_text


def received(api: httpx.Client) -> tuple[bytes, str | None]:
    """Return the body of an answer before decompression, and its content encoding."""
    with api.stream("GET", DETAILS) as answer:
        assert answer.status_code == 200
        content = b"".join(answer.iter_raw())
        assert answer.headers["content-length"] == f"{len(content)}"
        return content, answer.headers.get("content-encoding")


@pytest.fixture
def plain(api: httpx.Client) -> bytes:
    """Return the usual body of the path without compression."""
    return api.get(DETAILS).content


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
@pytest.mark.parametrize(
    ("damage", "encoding"),
    [("gzip_without_header", None), ("gzip_named_br", "br"), ("gzip_twice", "gzip"), ("plain_named_gzip", "gzip")],
)
def test_wrong_encodings_keep_the_document(
    server: TMDBServer, api: httpx.Client, plain: bytes, damage: Damage, encoding: str | None, accepted: str
) -> None:
    """The damage is the same whether the client accepts gzip or not."""
    api.headers["accept-encoding"] = accepted
    server.faults.damaged_body(damage)
    content, named = received(api)
    assert named == encoding
    while content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    assert content == plain


def test_gzip_twice_is_compressed_twice(server: TMDBServer, api: httpx.Client, plain: bytes) -> None:
    server.faults.damaged_body("gzip_twice", times=1)
    assert gzip.decompress(gzip.decompress(received(api)[0])) == plain
    assert api.get(DETAILS).content == plain


def test_truncated_gzip_ends_early(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.damaged_body("truncated_gzip")
    content, encoding = received(api)
    assert encoding == "gzip"
    with pytest.raises(EOFError):
        gzip.decompress(content)


def test_corrupt_gzip_cannot_be_decompressed(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.damaged_body("corrupt_gzip")
    content, encoding = received(api)
    assert encoding == "gzip"
    with pytest.raises(zlib.error):
        gzip.decompress(content)
    with pytest.raises(httpx.DecodingError):
        api.get(DETAILS)


def test_bodies_that_are_not_one_document(server: TMDBServer, api: httpx.Client, plain: bytes) -> None:
    expected: dict[Damage, bytes] = {
        "truncated_json": plain[: len(plain) // 2],
        "byte_order_mark": b"\xef\xbb\xbf" + plain,
        "two_documents": plain + plain,
    }
    for damage, content in expected.items():
        with server.faults.damaged_body(damage) as fault:
            assert received(api) == (content, None)
            assert (fault.used, server.requests.last.faults) == (1, (f"damaged body ({damage})",))


def test_damaged_body_processes_the_request(server: TMDBServer, api: httpx.Client) -> None:
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    server.faults.damaged_body("truncated_json", times=1)
    api.post(rating, json={"value": 8})
    assert api.get(f"{DETAILS}/account_states?session_id={server.session_id}").json()["rated"] == {"value": 8}


def test_damaged_body_leaves_an_answer_without_a_body(server: TMDBServer, api: httpx.Client) -> None:
    etag = api.get(DETAILS).headers["etag"]
    server.faults.damaged_body("byte_order_mark")
    answer = api.get(DETAILS, headers={"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_damages_are_the_kinds_of_the_type() -> None:
    assert tuple(DAMAGES) == get_args(Damage)


def test_half_body_without_a_length_ends_with_the_connection(
    server: TMDBServer, api: httpx.Client, plain: bytes
) -> None:
    """The client sees no error: only the truncated JSON reveals the fault."""
    api.headers["accept-encoding"] = "identity"
    server.faults.half_body(length=False, times=1)
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.content) == (200, plain[: len(plain) // 2])
    assert not {"content-length", "transfer-encoding"} & set(answer.headers)
    assert api.get(DETAILS).content == plain


def test_deep_body_exceeds_the_recursion_limit_of_parsers(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.deep_body(3, times=1)
    assert api.get(DETAILS).json() == {"a": {"a": {"a": 1}}}
    server.faults.deep_body()
    with pytest.raises(RecursionError):
        json.loads(api.get(DETAILS).content)


@pytest.mark.parametrize("size", [1, 1000, 1 << 20, (3 << 20) + 5])
def test_compressed_text_has_its_size(size: int) -> None:
    assert json.loads(gzip.decompress(compressed_text(size))) == {"overview": "x" * size}


def test_huge_body_is_small_before_decompression(server: TMDBServer, api: httpx.Client) -> None:
    api.headers["accept-encoding"] = "identity"
    server.faults.huge_body(8 << 20)
    content, encoding = received(api)
    assert encoding == "gzip"
    assert len(content) < 100_000
    assert len(gzip.decompress(content)) == (8 << 20) + len('{"overview":""}')


def test_error_under_200_has_the_body_of_an_error(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.error_under_200(times=1)
    server.faults.error_under_200(21, success=True, times=1)
    first, second = api.get(DETAILS), api.get(DETAILS)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json().keys() == {"status_code", "status_message"}
    assert first.json()["status_code"] == 34
    assert (second.json()["status_code"], second.json()["success"]) == (21, True)
