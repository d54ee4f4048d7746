"""Limits of what each engine receives: the size of bodies and headers, and the time of downloads."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.chaos.raw_server import CLOSE, Drip, RawServer, Script, Step, answer
from tests.engines.clients import run
from tests.engines.table import Engine
from tmdb_facade import APIConnectionError, APITimeoutError, InvalidAnswerError, TMDBError

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: image/jpeg\r\ncontent-length: %d\r\n\r\n"
#: Bytes of the largest body in these tests: above what engines read at once.
LIMIT = 100_000


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reduce the size limit of bodies."""
    for module in (
        "_async.engines.bodies",
        "_sync.engines.bodies",
        "_runtime.aiohttp_engine",
        "_runtime.pyreqwest_engine",
        "_core.sending.bodies",  # the last: the other modules copy the limit when they are imported
    ):
        monkeypatch.setattr(f"tmdb_facade.{module}.MAX_BODY", LIMIT)


def download_to(folder: Path) -> Callable[[Any], Any]:
    """Return a function that downloads an image with either client."""

    def download(tmdb: Any) -> Any:
        return tmdb.images.download("/a.jpg", "poster", folder, width=500)

    return download


def test_download_ends_with_its_deadline(entry: Engine, tmp_path: Path) -> None:
    with RawServer([HEAD % 900, Drip(b"x" * 900, 20)]) as server:
        start = time.monotonic()
        with pytest.raises(APITimeoutError):
            run(entry, server.base_url, download_to(tmp_path), total_timeout=0.5)
        assert time.monotonic() - start < 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("small_limit")
@pytest.mark.parametrize("is_compressed", [False, True])
def test_download_above_the_size_limit_is_not_saved(entry: Engine, tmp_path: Path, is_compressed: bool) -> None:
    """It is not retried either. A body that is small before it is decompressed is no exception."""
    plain = b"x" * (3 * LIMIT)
    body, headers = (gzip.compress(plain), {"content-encoding": "gzip"}) if is_compressed else (plain, {})
    with RawServer([answer(body, headers={**headers, "content-type": "image/jpeg"})]) as server:
        with pytest.raises((APIConnectionError, InvalidAnswerError), match="the body is larger than 64 MiB") as caught:
            run(entry, server.base_url, download_to(tmp_path), max_retries=2)
        assert len(server.requests) == 1
    assert isinstance(caught.value, APIConnectionError | InvalidAnswerError)
    assert not caught.value.is_retryable
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("small_limit")
@pytest.mark.engines_with("maps_errors")
def test_endless_download_ends_at_the_size_limit(entry: Engine, tmp_path: Path) -> None:
    """The rest of the body is not received."""
    endless: list[Step] = [HEAD % 10**12, *[b"x" * LIMIT] * 1000, CLOSE]
    with RawServer(endless) as server, pytest.raises(APIConnectionError, match="the body is larger than 64 MiB"):
        run(entry, server.base_url, download_to(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_half_a_download_leaves_no_file(entry: Engine, tmp_path: Path) -> None:
    half: Script = [HEAD % 900 + b"x" * 300, CLOSE]
    with RawServer(half, half, [HEAD % 900 + b"x" * 900]) as server:
        with pytest.raises(APIConnectionError):
            run(entry, server.base_url, download_to(tmp_path))
        assert list(tmp_path.iterdir()) == []
        run(entry, server.base_url, download_to(tmp_path), max_retries=1)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"x" * 900]


def movie(lines: bytes) -> bytes:
    """Return a response with further header lines."""
    return b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n" + lines + b'\r\n{"id": 7}'


def header_lines(count: int) -> bytes:
    """Return different header lines."""
    return b"".join(b"x-%d: y\r\n" % number for number in range(count))


CHUNKED = b'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"id": 7}\r\n'
#: Heads that are too large for some engine or for all.
HEADS: dict[str, Script] = {
    "150 lines": [movie(header_lines(150))],
    "10,000 lines": [movie(header_lines(10_000))],
    "endless lines": [b"HTTP/1.1 200 OK\r\n", *[header_lines(1000)] * 1000],
    "60 KB header": [movie(b"x: " + b"y" * 60_000 + b"\r\n")],
    "200 KB header": [movie(b"x: " + b"y" * 200_000 + b"\r\n")],
    "200 KB name": [movie(b"x" * 200_000 + b": y\r\n")],
    "line without a colon": [movie(b"x" * 50_000 + b"\r\n")],
    "garbage of 50 KB": [b"x" * 50_000 + b"\r\n\r\n", CLOSE],
    "endless status line": [b"HTTP/1.1 200 ", *[b"x" * 10_000] * 1000],
    "endless trailers": [CHUNKED + b"0\r\n", *[header_lines(1000)] * 1000],
    "endless chunk size": [CHUNKED, *[b"0" * 10_000] * 1000],
    "endless chunk extension": [CHUNKED + b"9;", *[b"x" * 10_000] * 1000],
}


def call_twice(entry: Engine, script: Sequence[Step], **changes: Any) -> list[object]:
    """Request two movies with one client; return the IDs or errors. Only the first answer is a script."""
    results: list[object] = []

    def is_first(request: bytes) -> bool:
        return b"/movie/1?" in request

    with RawServer(respond=lambda request: script if is_first(request) else [movie(b"")]) as server:

        def call(tmdb: Any) -> None:
            for number, each in enumerate((tmdb, tmdb.with_options(total_timeout=20)), 1):
                try:
                    results.append(each.movies.details(number).id)
                except TMDBError as error:
                    results.append(error)

        async def call_async(tmdb: Any) -> None:
            for number, each in enumerate((tmdb, tmdb.with_options(total_timeout=20)), 1):
                try:
                    results.append((await each.movies.details(number)).id)
                except TMDBError as error:
                    results.append(error)

        start = time.monotonic()
        run(entry, server.base_url, call_async if entry.is_async else call, total_timeout=0.5, **changes)
        assert time.monotonic() - start < 10
        if isinstance(results[0], APIConnectionError):
            # After a stall, the time of the first call can be over before it is sent.
            assert results[0].is_sent or not any(map(is_first, server.requests))
    return results


@pytest.mark.parametrize("script", HEADS.values(), ids=HEADS)
def test_too_many_or_too_large_headers_end_in_an_answer_or_an_error(entry: Engine, script: Script) -> None:
    """The next call works. The error is short, however much of the response the engine quotes."""
    first, second = call_twice(entry, script)
    assert first == 7 or (isinstance(first, APIConnectionError) and len(str(first)) < 500)
    assert second == 7


@pytest.mark.engines_with("cuts_drips")
def test_interim_answers_without_an_end_end_at_the_deadline(entry: Engine) -> None:
    first, second = call_twice(entry, [b"HTTP/1.1 100 Continue\r\n\r\n" * 100] * 100_000)
    assert isinstance(first, APITimeoutError)
    assert second == 7


@pytest.mark.engines_with("cuts_drips", "reads_heads_strictly")
def test_early_hints_without_an_end_end_at_the_deadline(entry: Engine) -> None:
    first, second = call_twice(entry, [b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100] * 100_000)
    assert isinstance(first, APITimeoutError)
    assert second == 7
