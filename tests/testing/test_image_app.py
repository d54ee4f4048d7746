"""The image server of the embedded TMDB, over a socket and in process."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import msgspec
import pytest

from tmdb_facade import TMDB, AsyncTMDB, InvalidAnswerError, NotFoundError, ServerError
from tmdb_facade.testing import Catalogue, TMDBServer, builtin

POSTER = "/t/p/w500/abc.jpg"


@pytest.fixture(scope="module", params=["socket", "in process"])
def running(request: pytest.FixtureRequest) -> Iterator[TMDBServer]:
    """Start a server over a socket, or create one for use in process."""
    server = TMDBServer()
    if request.param == "socket":
        server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """Return the server in its initial state."""
    running.reset()
    return running


@pytest.fixture
def kwargs(server: TMDBServer) -> dict[str, Any]:
    """Return the client options that connect to the server; in process, the client keeps TMDB's hosts."""
    try:
        return {"base_url": server.base_url}
    except RuntimeError:
        return {"transport": server.transport}


@pytest.fixture
def tmdb(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[TMDB]:
    """Return an SDK client."""
    with TMDB(server.access_token, **kwargs) as client:
        yield client


@pytest.fixture
def image_host(kwargs: dict[str, Any]) -> Iterator[httpx.Client]:
    """Return a plain client without credentials."""
    kwargs.setdefault("base_url", "https://image.tmdb.org")
    with httpx.Client(timeout=30, **kwargs) as client:
        yield client


def size_of_png(image: bytes) -> tuple[int, int]:
    """Return the size of a grey PNG; check every part of the file."""
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    parts: dict[bytes, bytes] = {}
    at = 8
    while at < len(image):
        [length] = struct.unpack_from(">I", image, at)
        name, data = image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", image, at + 8 + length) == (zlib.crc32(name + data),)
        parts[name] = data
        at += length + 12
    assert list(parts) == [b"IHDR", b"IDAT", b"IEND"]
    width, height, *kind = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    assert kind == [8, 0, 0, 0, 0]
    assert len(zlib.decompress(parts[b"IDAT"])) == height * (width + 1)
    return width, height


def size_of_jpeg(image: bytes) -> tuple[int, int]:
    """Return the size of a grey JPEG; check that its scan has two bits for each block of 8 by 8 pixels."""
    assert (image[:2], image[-2:]) == (b"\xff\xd8", b"\xff\xd9")
    parts: dict[int, bytes] = {}
    at = 2
    while 0xDA not in parts:
        marker, length = struct.unpack_from(">xBH", image, at)
        parts[marker] = image[at + 4 : at + 2 + length]
        at += 2 + length
    assert {0xE0, 0xDB, 0xC0, 0xC4, 0xDA} == set(parts)
    height, width, components = struct.unpack_from(">xHHB", parts[0xC0])
    assert components == 1
    scan = "".join(f"{byte:08b}" for byte in image[at:-2])
    bits = 2 * -(-width // 8) * -(-height // 8)
    assert scan[:bits] == "0" * bits
    assert scan[bits:] == "1" * (-bits % 8)
    return width, height


@pytest.mark.parametrize(("size", "width"), [("w45", 45), ("w500", 500), ("h632", 632), ("original", 1500)])
def test_image_has_the_width_and_format_of_its_path(image_host: httpx.Client, size: str, width: int) -> None:
    """The bytes are the same each time."""
    png = image_host.get(f"/t/p/{size}/a.png")
    assert (png.status_code, png.headers["content-type"]) == (200, "image/png")
    assert size_of_png(png.content) == (width, width)
    jpeg = image_host.get(f"/t/p/{size}/a.jpg")
    assert (jpeg.status_code, jpeg.headers["content-type"]) == (200, "image/jpeg")
    assert size_of_jpeg(jpeg.content) == (width, width)
    svg = image_host.get(f"/t/p/{size}/a.svg")
    assert (svg.status_code, svg.headers["content-type"]) == (200, "image/svg+xml")
    assert ElementTree.fromstring(svg.content).attrib["width"] == "1500"
    for image in (png, jpeg, svg):
        assert int(image.headers["content-length"]) == len(image.content) < 10_000
        assert "content-encoding" not in image.headers
        assert image_host.get(str(image.url)).content == image.content


def test_image_has_caching_and_cors_headers(image_host: httpx.Client) -> None:
    image = image_host.get(POSTER, headers={"origin": "https://example.org"})
    assert image.headers["cache-control"] == "public, max-age=31536000"
    assert image.headers["access-control-allow-origin"] == "*"
    again = image_host.get(POSTER, headers={"if-none-match": image.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert image_host.get("/t/p/w342/abc.jpg", headers={"if-none-match": image.headers["etag"]}).status_code == 200
    head = image_host.head(POSTER)
    assert (head.status_code, head.content) == (200, b"")
    assert {name: head.headers[name] for name in ("content-length", "content-type", "etag")} == {
        "content-length": image.headers["content-length"],
        "content-type": "image/jpeg",
        "etag": image.headers["etag"],
    }
    assert image_host.post(POSTER).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "w501/abc.jpg",
        "/abc.jpg",
        "abc.jpg",
        "w500/abc",
        "w500/abc.gif",
        "w500/.jpg",
        "w500/a/b.jpg",
        "w500/a%2Fb.jpg",
        "w500/abc.jpg%0A",
        "w500/",
        "",
    ],
)
def test_invalid_image_path_is_404(image_host: httpx.Client, path: str) -> None:
    """The answer is HTML, as on TMDB's image host."""
    answer = image_host.get(f"/t/p/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_image_sizes_are_those_of_the_catalogue() -> None:
    known = builtin().configuration
    sizes = msgspec.structs.replace(known.images, poster_sizes=("w77",))
    server = TMDBServer(Catalogue(configuration=msgspec.structs.replace(known, images=sizes)))
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        tmdb.images.load()
        assert size_of_jpeg(tmdb.images.read("/a.jpg", "poster", width=70)) == (77, 77)
    with httpx.Client(timeout=30, transport=server.transport, base_url="http://embedded") as image_host:
        assert image_host.get("/t/p/w342/a.jpg").status_code == 404


def test_images_download_sends_no_credentials(server: TMDBServer, tmdb: TMDB, tmp_path: Path) -> None:
    path = tmdb.movies.details(550).poster_path
    assert path is not None
    assert tmdb.images.poster(path, width=500) == f"https://image.tmdb.org/t/p/w500{path}"
    saved = tmdb.images.download(path, "poster", tmp_path, width=500)
    assert saved.name == path.removeprefix("/")
    assert size_of_jpeg(saved.read_bytes()) == (500, 500)
    assert ElementTree.fromstring(tmdb.images.read("/a.svg", "logo", width=45)).tag.endswith("svg")
    requests = server.requests.of("/t/p/**")
    assert [request.path for request in requests] == [f"/t/p/w500{path}", "/t/p/original/a.svg"]
    assert [request.credential for request in requests] == [None, None]
    assert [(request.status, request.operation, request.user) for request in requests] == [(200, None, None)] * 2
    with pytest.raises(NotFoundError):
        tmdb.images.read("/a.gif", "poster")


async def test_async_images_read_sends_no_credentials(server: TMDBServer, kwargs: dict[str, Any]) -> None:
    async with AsyncTMDB(server.access_token, **kwargs) as tmdb:
        assert size_of_png(await tmdb.images.read("/a.png", "logo", size="w185")) == (185, 185)
    assert server.requests.last.credential is None


def test_faults_can_match_images(
    server: TMDBServer, tmdb: TMDB, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmdb_facade._core.sending.retries.BACKOFF", 0.01)
    server.faults.status(503, times=1, on="GET /t/p/**")
    server.faults.half_body(times=1, on="/t/p/{size}/{file_path}")
    server.faults.connection_reset(times=1, on="/t/p/w500/abc.jpg")
    assert tmdb.movies.details(550).title == "Fight Club"
    patient = tmdb.with_options(max_retries=3)
    patient.images.download("/abc.jpg", "poster", tmp_path, width=500)
    assert [request.status for request in server.requests.of("/t/p/*/abc.jpg")] == [503, 200, None, 200]
    with server.faults.html(200, on="/t/p/**"), pytest.raises(InvalidAnswerError, match="expected an image"):
        tmdb.images.read("/abc.jpg", "poster")
    with server.faults.status(500, on="/t/p/w500/*.jpg"), pytest.raises(ServerError):
        tmdb.with_options(max_retries=0).images.read("/abc.jpg", "poster", width=500)
    with pytest.raises(ValueError, match="/t/p/ for images"):
        server.faults.status(500, on="DELETE /t/p/**")
