"""The image server of the embedded TMDB, over a socket and in process."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

import httpx
import msgspec
import pytest
from PIL import Image

from tmdb_facade import TMDB, AsyncTMDB, InvalidAnswerError, NotFoundError, ServerError
from tmdb_facade.testing import Catalogue, TMDBServer, builtin
from tmdb_facade.testing.catalogue.pictures import Picture
from tmdb_facade.testing.server import drawing
from tmdb_facade.testing.server.image_sizes import dimensions

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


def opened(image: bytes) -> Image.Image:
    """Decode all of an image."""
    decoded = Image.open(BytesIO(image))
    decoded.load()
    return decoded


def size_of_jpeg(image: bytes) -> tuple[int, int]:
    """Return the size of a JPEG."""
    decoded = opened(image)
    assert decoded.format == "JPEG"
    return decoded.size


def shades(image: Image.Image) -> int:
    """Return the number of different colors, which is 1 or, in a JPEG, small for an image without text."""
    return len(set(image.convert("L").tobytes()))


@pytest.mark.parametrize(
    ("size", "extension", "dimensions"),
    [
        ("w45", "png", (45, 22)),
        ("w500", "png", (500, 250)),
        ("original", "png", (500, 250)),
        ("w342", "jpg", (342, 513)),
        ("w200", "jpg", (200, 300)),
        ("w1280", "jpg", (1280, 720)),
        ("h632", "jpg", (421, 632)),
        ("original", "jpg", (1000, 1500)),
        ("w220_and_h330_face", "jpg", (220, 330)),
        ("w600_and_h900_bestv2", "jpg", (600, 900)),
        ("w1920_and_h600_multi_faces_filter(duotone,032541,01b4e4)", "jpg", (1920, 600)),
    ],
)
def test_image_of_any_path_has_the_format_and_size_of_its_path(
    image_host: httpx.Client, size: str, extension: str, dimensions: tuple[int, int]
) -> None:
    """A size of only one kind tells the shape, otherwise a JPEG is a poster. The bytes are the same each time."""
    image = image_host.get(f"/t/p/{size}/a.{extension}")
    assert image.status_code == 200
    decoded = opened(image.content)
    assert (decoded.size, decoded.format) == (dimensions, {"jpg": "JPEG", "png": "PNG"}[extension])
    assert image.headers["content-type"] == f"image/{(decoded.format or '').lower()}"
    assert int(image.headers["content-length"]) == len(image.content)
    assert "content-encoding" not in image.headers
    assert image_host.get(str(image.url)).content == image.content


def test_two_slashes_before_the_file_name_are_one(image_host: httpx.Client) -> None:
    """Programs join `w500/` and a path of TMDB's answers, which starts with a slash."""
    assert image_host.get("/t/p/w500//abc.jpg").content == image_host.get(POSTER).content


def test_images_of_the_catalogue_have_their_shapes_and_titles(image_host: httpx.Client) -> None:
    catalogue = builtin()
    movie = catalogue.movies[550]
    poster, backdrop = movie.posters[0], movie.backdrops[0]
    for image in (poster, backdrop):
        drawn = opened(image_host.get(f"/t/p/original{image.path}").content)
        assert drawn.size == (image.width, image.height)
        small = opened(image_host.get(f"/t/p/w300{image.path}").content)
        assert small.size == (300, round(300 * image.height / image.width))
        assert min(shades(drawn), shades(small)) > 20
    assert catalogue.pictures[poster.path].title == "Fight Club"
    # Another title has another image, and the file name is the title of unknown images.
    same_shape = [
        f"/t/p/w92_and_h138_face{path}" for path in (poster.path, catalogue.movies[603].posters[0].path, "/a.jpg")
    ]
    assert len({image_host.get(path).content for path in same_shape}) == 3


def test_logos_are_transparent(image_host: httpx.Client) -> None:
    logo = opened(image_host.get("/t/p/w300/a.png").content).convert("RGBA")
    opacities = set(logo.getchannel("A").tobytes())
    assert opacities == {0, 255}


def test_svg_has_the_title_and_the_original_size_in_every_size(image_host: httpx.Client) -> None:
    network = builtin().networks[213]
    logo = next(logo for logo in network.logos if logo.type == ".svg")
    for size in ("w45", "original"):
        answer = image_host.get(f"/t/p/{size}{logo.path.rpartition('.')[0]}.svg")
        assert answer.headers["content-type"] == "image/svg+xml"
        root = ElementTree.fromstring(answer.content)
        assert [root.attrib[name] for name in ("width", "height")] == [f"{logo.width}", f"{logo.height}"]
        assert "".join(root.itertext()).strip() == network.name


@pytest.mark.parametrize(
    ("title", "drawn"),
    [
        ("Amélie", "Amelie"),
        ("WALL·E", "WALLE"),
        ("千と千尋の神隠し", "movie 1"),
        ("", "movie 1"),
        ("!!!", "movie 1"),
    ],
)
def test_titles_are_drawn_in_letters_of_the_font_or_replaced_by_the_id(title: str, drawn: str) -> None:
    assert drawing.jpeg(Picture(title, "movie 1", 1, 1), 300, 450) == drawing.jpeg(
        Picture(drawn, "movie 1", 1, 1), 300, 450
    )


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (400, 3), (45, 45)])
def test_small_images_have_no_text(size: tuple[int, int]) -> None:
    assert opened(drawing.png(Picture("A title of several words", "movie 1", 1, 1), *size)).size == size


@pytest.mark.parametrize(
    ("size", "original", "drawn"),
    [
        ("w9999_and_h9999_face", (1000, 1500), (4000, 4000)),
        ("original", (30_000, 60_000), (2828, 5657)),
        ("w780", (1, 1_000_000), (1, 65_500)),
        ("h632", (10**12, 1), (65_500, 1)),
        ("original", (5125, 2000), (5125, 2000)),
    ],
)
def test_larger_images_than_those_of_tmdb_are_drawn_smaller(
    size: str, original: tuple[int, int], drawn: tuple[int, int]
) -> None:
    """Otherwise a request could take all memory of the machine."""
    assert dimensions(size, original) == drawn


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
        "w150/abc.jpg",
        "w0_and_h3_face/abc.jpg",
        "w99999_and_h3_face/abc.jpg",
        "w220_and_h330_nobody/abc.jpg",
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


def test_image_sizes_are_those_of_the_catalogue_and_those_in_use() -> None:
    known = builtin().configuration
    sizes = msgspec.structs.replace(known.images, poster_sizes=("w77", "huge", "w100000"))
    server = TMDBServer(Catalogue(configuration=msgspec.structs.replace(known, images=sizes)))
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        tmdb.images.load()
        assert size_of_jpeg(tmdb.images.read("/a.jpg", "poster", width=70)) == (77, 116)
    with httpx.Client(timeout=30, transport=server.transport, base_url="http://embedded") as image_host:
        assert image_host.get("/t/p/w200/a.jpg").status_code == 200
        for size in ("w342", "huge", "w100000"):
            assert image_host.get(f"/t/p/{size}/a.jpg").status_code == 404


@pytest.mark.parametrize(
    ("host", "images", "expected"),
    [
        ("http://127.0.0.1:8550", "own", "http://127.0.0.1:8550/t/p/"),
        ("https://tmdb.test", "own", "https://tmdb.test/t/p/"),
        ("http://127.0.0.1:8550", "tmdb", "https://image.tmdb.org/t/p/"),
        ("https://api.themoviedb.org", "own", "https://image.tmdb.org/t/p/"),
        ("https://api.tmdb.org", "own", "https://image.tmdb.org/t/p/"),
    ],
)
def test_configuration_names_the_image_server_that_answers(
    host: str, images: Literal["own", "tmdb"], expected: str
) -> None:
    """Who reaches the server by TMDB's name also reaches its images so."""
    server = TMDBServer(images=images)
    with httpx.Client(transport=server.transport, base_url=host, params={"api_key": server.api_key}) as client:
        assert client.get("/3/configuration").json()["images"]["secure_base_url"] == expected


def test_images_download_sends_no_credentials(server: TMDBServer, tmdb: TMDB, tmp_path: Path) -> None:
    path = tmdb.movies.details(550).poster_path
    assert path is not None
    assert tmdb.images.poster(path, width=500) == f"https://image.tmdb.org/t/p/w500{path}"
    saved = tmdb.images.download(path, "poster", tmp_path, width=500)
    assert saved.name == path.removeprefix("/")
    assert size_of_jpeg(saved.read_bytes()) == (500, 750)
    assert ElementTree.fromstring(tmdb.images.read("/a.svg", "logo", width=45)).tag.endswith("svg")
    requests = server.requests.of("/t/p/**")
    assert [request.path for request in requests] == [f"/t/p/w500{path}", "/t/p/original/a.svg"]
    assert [request.credential for request in requests] == [None, None]
    assert [(request.status, request.operation, request.user) for request in requests] == [(200, None, None)] * 2
    with pytest.raises(NotFoundError):
        tmdb.images.read("/a.gif", "poster")


async def test_async_images_read_sends_no_credentials(server: TMDBServer, kwargs: dict[str, Any]) -> None:
    async with AsyncTMDB(server.access_token, **kwargs) as tmdb:
        assert opened(await tmdb.images.read("/a.png", "logo", size="w185")).size == (185, 92)
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
