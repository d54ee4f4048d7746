"""Images: URLs without asking anybody, TMDB's own configuration when asked, and downloads without a credential."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.facade.files import Broken, files
from tests.facade.support import KEY, TOKEN, Fake, refuse, say
from tmdb_facade import (
    APIConnectionError,
    APITimeoutError,
    AsyncTMDB,
    InvalidAnswerError,
    NotFoundError,
    ResponseEvent,
    ServerError,
)
from tmdb_facade._runtime.tasks import gather

CONFIGURATION: dict[str, object] = {
    "change_keys": [],
    "images": {
        "base_url": "http://images.example/t/",
        "secure_base_url": "https://images.example/t/",
        "poster_sizes": ["w1", "original"],
    },
}
IMAGE = bytes(range(256)) * 1000


def image(request: httpx.Request) -> httpx.Response:
    """Answer with an image."""
    return httpx.Response(200, headers={"content-type": "image/jpeg"}, content=IMAGE)


async def test_urls_are_made_without_asking_anybody() -> None:
    """Every kind has its own sizes; where TMDB has no image there is no URL."""
    fake = Fake()
    base = "https://image.tmdb.org/t/p"
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        assert tmdb.images.poster("/a.jpg", width=500) == f"{base}/w500/a.jpg"
        assert tmdb.images.backdrop("/a.jpg", width=1000) == f"{base}/w1280/a.jpg"
        assert tmdb.images.logo("/a.png", size="w300") == f"{base}/w300/a.png"
        assert tmdb.images.logo("/a.svg", size="w300") == f"{base}/original/a.svg"
        assert tmdb.images.profile("/a.jpg", size="h632") == f"{base}/h632/a.jpg"
        assert tmdb.images.still("/a.jpg") == f"{base}/original/a.jpg"
        assert tmdb.images.url("/a.jpg", "poster", width=300) == f"{base}/w342/a.jpg"
        assert tmdb.images.poster(None, width=500) is None
        assert tmdb.images.url(None, "poster") is None
        assert tmdb.images.sizes("still") == ("w92", "w185", "w300", "original")
        with pytest.raises(ValueError, match="not 'banner'"):
            tmdb.images.sizes("banner")  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(ValueError, match="'w1'"):
            tmdb.images.poster("/a.jpg", size="w1")  # type: ignore[call-overload]  # wrong on purpose
    assert fake.requests == []


async def test_tmdbs_own_configuration_is_asked_for_once() -> None:
    """Whoever asks, and however many at a time; from then on it counts."""
    fake = Fake(say(CONFIGURATION))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await gather([tmdb.images.load] * 8)
        await tmdb.images.load()
        assert [request.url.path for request in fake.requests] == ["/3/configuration"]
        assert tmdb.images.poster("/a.jpg", width=1) == "https://images.example/t/w1/a.jpg"
        assert tmdb.images.url("/a.jpg", "poster", size="w1") == "https://images.example/t/w1/a.jpg"
        assert tmdb.images.sizes("poster") == ("w1", "original")
        assert tmdb.images.still("/a.jpg", size="w92") == "https://images.example/t/w92/a.jpg"


async def test_an_error_is_not_kept() -> None:
    """URLs are made as before, and the configuration is asked for again."""
    answers = [refuse(503, 9), say(CONFIGURATION)]
    fake = Fake(lambda request: answers.pop(0))
    async with AsyncTMDB(TOKEN, max_retries=0, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(ServerError):
            await tmdb.images.load()
        assert tmdb.images.poster("/a.jpg", size="w92") == "https://image.tmdb.org/t/p/w92/a.jpg"
        await tmdb.images.load()
        assert tmdb.images.sizes("poster") == ("w1", "original")


@pytest.mark.parametrize("credential", [TOKEN, KEY])
async def test_an_image_is_fetched_without_the_credential(credential: str, tmp_path: Path) -> None:
    """As bytes or as a file; the image server learns nothing of who asks but the program's name."""
    fake = Fake(image)
    async with AsyncTMDB(credential, transport=fake.transport) as tmdb:
        assert await tmdb.images.read("/a.jpg", "poster", width=500) == IMAGE
        assert str(fake.last.url) == "https://image.tmdb.org/t/p/w500/a.jpg"
        saved = await tmdb.images.download("/a.jpg", "poster", tmp_path / "film.jpg", size="w92")
        assert str(fake.last.url) == "https://image.tmdb.org/t/p/w92/a.jpg"
        kept = await tmdb.images.download("/a.jpg", "poster", str(tmp_path))
    assert (saved, kept) == (tmp_path / "film.jpg", tmp_path / "a.jpg")
    assert files(tmp_path) == {"a.jpg": IMAGE, "film.jpg": IMAGE}
    for request in fake.requests:
        assert credential not in f"{request.url} {request.headers}"
        assert request.headers["accept"] == "*/*"
        assert request.headers["user-agent"].startswith("tmdb-facade/")
        assert request.headers["host"] == "image.tmdb.org"


async def test_a_client_of_the_users_fetches_images_too() -> None:
    """The credential is not in what it is handed."""
    fake = Fake(image)
    async with (
        httpx.AsyncClient(transport=fake.transport) as http_client,
        AsyncTMDB(TOKEN, http_client=http_client) as tmdb,
    ):
        assert await tmdb.images.read("/a.jpg", "poster") == IMAGE
    assert "authorization" not in fake.last.headers


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(404, content=b"<h1>File not Found</h1>"), NotFoundError),
        (httpx.Response(502), ServerError),
        (httpx.ConnectTimeout("too slow"), APITimeoutError),
        (httpx.ConnectError("no route"), APIConnectionError),
    ],
)
async def test_errors_are_those_of_other_calls(answer: Any, error: type[Exception], tmp_path: Path) -> None:
    """They name the URL, and leave no file behind."""
    fake = Fake(answer)
    target = tmp_path / "a.jpg"
    target.write_bytes(b"old")
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(error, match=r"image\.tmdb\.org/t/p/w500/a\.jpg"):
            await tmdb.images.download("/a.jpg", "poster", target, width=500)
        with pytest.raises(error):
            await tmdb.images.read("/a.jpg", "poster")
    assert files(tmp_path) == {"a.jpg": b"old"}


async def test_half_an_image_is_none(tmp_path: Path) -> None:
    """A connection that breaks in the middle leaves no file."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=Broken()))
    async with AsyncTMDB(TOKEN, transport=transport) as tmdb:
        with pytest.raises(APIConnectionError, match="connection lost"):
            await tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert files(tmp_path) == {}


async def test_what_fails_for_the_moment_is_asked_for_again(tmp_path: Path, waits: list[float]) -> None:
    """From the beginning, also when it broke in the middle; as often as the client says, and the hooks hear of it."""
    jpeg = {"content-type": "image/jpeg"}
    answers: list[httpx.Response | Exception] = [
        refuse(503, 9),
        httpx.ConnectError("no route"),
        httpx.Response(200, headers=jpeg, stream=Broken()),
        httpx.Response(200, headers={**jpeg, "content-length": "9"}, content=b"too short"[:5]),
        httpx.Response(200, headers=jpeg),
    ]
    told: list[ResponseEvent] = []

    def answer(request: httpx.Request) -> httpx.Response:
        attempt = answers.pop(0) if answers else image(request)
        if isinstance(attempt, Exception):
            raise attempt
        return attempt

    async with AsyncTMDB(TOKEN, max_retries=5, transport=httpx.MockTransport(answer), on_response=told.append) as tmdb:
        saved = await tmdb.images.download("/a.jpg", "poster", tmp_path)
    assert files(tmp_path) == {saved.name: IMAGE}
    assert [event.request.attempt for event in told] == [1, 2, 3, 4, 5, 6]
    assert len(waits) == 5
    for retries, requests in ((0, 1), (1, 2)):
        fake = Fake(refuse(503, 9))
        async with AsyncTMDB(TOKEN, max_retries=retries, transport=fake.transport) as tmdb:
            with pytest.raises(ServerError):
                await tmdb.images.read("/a.jpg", "poster")
        assert len(fake.requests) == requests


@pytest.mark.parametrize("retries", [0, 2])
async def test_what_is_no_image_is_not_saved(retries: int, tmp_path: Path) -> None:
    """A network that blocks the server shows a page in its place, with success."""
    page = httpx.Response(200, headers={"content-type": "text/html; charset=utf-8"}, content=b"<h1>Blocked</h1>")
    fake = Fake(page)
    async with AsyncTMDB(TOKEN, max_retries=retries, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidAnswerError, match=r"no image: text/html.*image\.tmdb\.org"):
            await tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert len(fake.requests) == 1
    assert files(tmp_path) == {}


@pytest.mark.parametrize("kind", ["", "application/octet-stream", "binary/octet-stream", "image/svg+xml"])
async def test_a_type_that_says_nothing_is_no_objection(kind: str) -> None:
    """Servers of files often know no better."""
    fake = Fake(httpx.Response(200, headers={"content-type": kind} if kind else {}, content=IMAGE))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        assert await tmdb.images.read("/a.svg", "logo") == IMAGE


@pytest.mark.parametrize("length", ["99", "1000000"])
async def test_an_image_of_another_length_is_none(length: str, tmp_path: Path) -> None:
    """The error says how much came."""
    fake = Fake(httpx.Response(200, headers={"content-length": length}, content=IMAGE))
    async with AsyncTMDB(TOKEN, max_retries=0, transport=fake.transport) as tmdb:
        with pytest.raises(APIConnectionError, match=f"256000 bytes came of {length}"):
            await tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert files(tmp_path) == {}


async def test_an_image_is_written_as_it_comes(tmp_path: Path) -> None:
    """Not kept in memory until it is whole."""
    sizes: list[int] = []

    class Slowly(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            for _ in range(3):
                sizes.append(sum(map(len, files(tmp_path).values())))
                yield b"x" * 1_000_000

    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=Slowly()))
    async with AsyncTMDB(TOKEN, transport=transport) as tmdb:
        await tmdb.images.download("/a.jpg", "poster", tmp_path)
    assert sizes == [0, 1_000_000, 2_000_000]


async def test_without_a_path_there_is_nothing_to_fetch(tmp_path: Path) -> None:
    """A film without a poster has none."""
    fake = Fake(image)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="not None"):
            await tmdb.images.download(None, "poster", tmp_path)  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(ValueError, match="not None"):
            await tmdb.images.read(None, "poster")  # type: ignore[arg-type]  # wrong on purpose
    assert fake.requests == []


async def test_nothing_is_written_for_what_cannot_be_an_image(tmp_path: Path) -> None:
    """Neither a request nor a file."""
    fake = Fake(image)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        for path in ("/../../etc/passwd", "//evil.example/a.jpg"):
            with pytest.raises(ValueError, match="one name"):
                await tmdb.images.download(path, "poster", tmp_path)
    assert fake.requests == []
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("base_url", "download_base"),
    [
        ("https://api.tmdb.org", "https://image.tmdb.org/t/p/"),
        ("https://proxy.example.org/tmdb", "https://image.tmdb.org/t/p/"),
        ("http://10.0.0.7:8550", "https://image.tmdb.org/t/p/"),
        ("http://127.0.0.1:8550", "http://127.0.0.1:8550/t/p/"),
        ("http://localhost:8550/mine", "http://localhost:8550/mine/t/p/"),
        ("http://[::1]:8550", "http://[::1]:8550/t/p/"),
    ],
)
async def test_a_server_of_ones_own_is_asked_for_images(base_url: str, download_base: str, tmp_path: Path) -> None:
    """A TMDB for tests has its own images; URLs are TMDB's whatever the server, and no credential goes to either."""
    fake = Fake(image)
    async with AsyncTMDB(TOKEN, base_url=base_url, transport=fake.transport) as tmdb:
        assert tmdb.images.poster("/a.jpg", width=500) == "https://image.tmdb.org/t/p/w500/a.jpg"
        await tmdb.images.read("/a.jpg", "poster", width=500)
        await tmdb.images.download("/a.jpg", "poster", tmp_path, size="w92")
        await tmdb.with_options(language="de-DE").images.read("/a.svg", "logo", size="w92")
    assert [str(request.url) for request in fake.requests] == [
        f"{download_base}w500/a.jpg",
        f"{download_base}w92/a.jpg",
        f"{download_base}original/a.svg",
    ]
    assert all("authorization" not in request.headers for request in fake.requests)


async def test_an_image_server_that_the_configuration_names_is_asked() -> None:
    """Also where the API is on this machine, unless it is TMDB's."""
    said = dict(CONFIGURATION)
    fake = Fake(lambda request: say(said) if request.url.path == "/3/configuration" else image(request))
    here = "http://127.0.0.1:8550"
    async with AsyncTMDB(TOKEN, base_url=here, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.images.load()
        await tmdb.images.read("/a.jpg", "poster", size="w1")
    assert str(fake.last.url) == "https://images.example/t/w1/a.jpg"
    said["images"] = {"secure_base_url": "https://image.tmdb.org/t/p/", "poster_sizes": ["w7"]}
    async with AsyncTMDB(TOKEN, base_url=here, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.images.load()
        await tmdb.images.read("/a.jpg", "poster", size="w7")
    assert str(fake.last.url) == f"{here}/t/p/w7/a.jpg"
