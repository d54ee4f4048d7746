# Made from tests/facade/_async/test_images.py by `make sync`: edit that file, never this one.
"""Images: URLs, TMDB's image configuration, and downloads without a credential."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.facade.files import Broken, Dripping, files
from tests.facade.support import KEY, TOKEN, Fake, error_response, json_response
from tmdb_facade import (
    TMDB,
    APIConnectionError,
    APITimeoutError,
    DriftError,
    InvalidAnswerError,
    InvalidArgumentError,
    NotFoundError,
    ResponseEvent,
    ServerError,
)
from tmdb_facade._runtime.many_threads import gather

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


def test_image_url_of_a_missing_path_is_the_default() -> None:
    """So is that of an empty path; other arguments are validated nevertheless."""
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        images = tmdb.images
        for method in (images.poster, images.backdrop, images.logo, images.profile, images.still):
            assert method(None, default="/none.png") == method("", default="/none.png") == "/none.png"
            assert method("/a.jpg", default="/none.png") == method("/a.jpg")
            assert method("") is None
        assert images.url(None, "poster", width=500, default="/none.png") == "/none.png"
        assert (
            images.profile("/https://www.gravatar.com/avatar/a", default="/none.png")
            == "https://www.gravatar.com/avatar/a"
        )
        wrong: list[dict[str, Any]] = [
            {"size": "w1"},
            {"width": 0},
            {"width": 5, "size": "w92"},
            {"default": b"/none.png"},
        ]
        for arguments in wrong:
            every: dict[str, Any] = {"default": "/none.png"} | arguments
            with pytest.raises(InvalidArgumentError):
                images.poster(None, **every)
            assert "default" in arguments or images.poster(None) is None


def test_images_of_an_answer_are_chosen_without_a_request() -> None:
    rows = [
        {"file_path": f"/{language}.jpg", "iso_639_1": language, "width": 600, "height": 900, "aspect_ratio": 0.667}
        for language in ("en", None, "de")
    ]
    fake = Fake(json_response({"id": 550, "posters": rows, "backdrops": [], "logos": []}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.movies.images(550)
        poster = tmdb.images.best(found.posters, languages=["fr", None, "en"], min_width=600, aspect=2 / 3)
        assert poster is found.posters[1]
        assert tmdb.images.best(found.backdrops) is None
        assert str(tmdb.images.srcset(poster, "poster")).endswith(
            "/w500/None.jpg 500w, https://image.tmdb.org/t/p/original/None.jpg 600w"
        )
        assert len(fake.requests) == 1


def test_image_urls_are_built_without_a_request() -> None:
    """Each kind has its own sizes; without a path there is no URL."""
    fake = Fake()
    base = "https://image.tmdb.org/t/p"
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
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
        assert tmdb.images.poster("/a.jpg", size=tmdb.images.sizes("poster")[0]) == f"{base}/w92/a.jpg"
        with pytest.raises(ValueError, match="got 'banner'"):
            tmdb.images.sizes("banner")  # type: ignore[call-overload]  # wrong on purpose
        with pytest.raises(ValueError, match="'w1'"):
            tmdb.images.poster("/a.jpg", size="w1")  # type: ignore[call-overload]  # wrong on purpose
    assert fake.requests == []


def test_images_load_requests_the_configuration_once() -> None:
    """Concurrent calls share the request; the configuration replaces the built-in sizes."""
    fake = Fake(json_response(CONFIGURATION))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        gather([tmdb.images.load] * 8)
        tmdb.images.load()
        assert [request.url.path for request in fake.requests] == ["/3/configuration"]
        assert tmdb.images.poster("/a.jpg", width=1) == "https://images.example/t/w1/a.jpg"
        assert tmdb.images.url("/a.jpg", "poster", size="w1") == "https://images.example/t/w1/a.jpg"
        assert tmdb.images.sizes("poster") == ("w1", "original")
        # A size that TMDB has added since is kept, and accepted.
        assert tmdb.images.poster("/a.jpg", size=tmdb.images.sizes("poster")[0]) == "https://images.example/t/w1/a.jpg"
        assert tmdb.images.still("/a.jpg", size="w92") == "https://images.example/t/w92/a.jpg"


def test_images_load_of_a_configuration_without_images_raises() -> None:
    with TMDB(TOKEN, transport=Fake().transport, on_drift="ignore") as tmdb:
        with pytest.raises(DriftError, match=r"configuration_details: .*\$\.images"):
            tmdb.images.load()
        assert tmdb.images.poster("/a.jpg") == "https://image.tmdb.org/t/p/original/a.jpg"


def test_images_profile_of_a_reviewer_is_an_address_on_another_server() -> None:
    """Empty paths have no URL, as missing ones have none."""
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        assert tmdb.images.profile("/https://a.test/b.jpg") == "https://a.test/b.jpg"
        assert tmdb.images.profile("") is None
        with pytest.raises(InvalidArgumentError):
            tmdb.images.read("/https://a.test/b.jpg", "profile")


def test_images_load_requests_again_after_an_error() -> None:
    answers = [error_response(503, 9), json_response(CONFIGURATION)]
    fake = Fake(lambda request: answers.pop(0))
    with TMDB(TOKEN, max_retries=0, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(ServerError):
            tmdb.images.load()
        assert tmdb.images.poster("/a.jpg", size="w92") == "https://image.tmdb.org/t/p/w92/a.jpg"
        tmdb.images.load()
        assert tmdb.images.sizes("poster") == ("w1", "original")


@pytest.mark.parametrize("credential", [TOKEN, KEY])
def test_images_read_and_download_send_no_credential(credential: str, tmp_path: Path) -> None:
    fake = Fake(image)
    with TMDB(credential, transport=fake.transport) as tmdb:
        assert tmdb.images.read("/a.jpg", "poster", width=500) == IMAGE
        assert str(fake.last.url) == "https://image.tmdb.org/t/p/w500/a.jpg"
        saved = tmdb.images.download("/a.jpg", "poster", tmp_path / "movie.jpg", size="w92")
        assert str(fake.last.url) == "https://image.tmdb.org/t/p/w92/a.jpg"
        in_folder = tmdb.images.download("/a.jpg", "poster", str(tmp_path))
    assert (saved, in_folder) == (tmp_path / "movie.jpg", tmp_path / "a.jpg")
    assert files(tmp_path) == {"a.jpg": IMAGE, "movie.jpg": IMAGE}
    for request in fake.requests:
        assert credential not in f"{request.url} {request.headers}"
        assert request.headers["accept"] == "*/*"
        assert request.headers["user-agent"].startswith("tmdb-facade/")
        assert request.headers["host"] == "image.tmdb.org"


def test_images_read_through_an_http_client_sends_no_credential() -> None:
    fake = Fake(image)
    with (
        httpx.Client(transport=fake.transport) as http_client,
        TMDB(TOKEN, http_client=http_client) as tmdb,
    ):
        assert tmdb.images.read("/a.jpg", "poster") == IMAGE
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
def test_failed_download_raises_with_the_url_and_leaves_the_target_unchanged(
    answer: Any, error: type[Exception], tmp_path: Path
) -> None:
    fake = Fake(answer)
    target = tmp_path / "a.jpg"
    target.write_bytes(b"old")
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(error, match=r"image\.tmdb\.org/t/p/w500/a\.jpg"):
            tmdb.images.download("/a.jpg", "poster", target, width=500)
        with pytest.raises(error):
            tmdb.images.read("/a.jpg", "poster")
    assert files(tmp_path) == {"a.jpg": b"old"}


def test_error_of_the_file_is_raised_unchanged_and_not_retried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A full disk is no failure of the connection."""

    def fail(path: object, content: object) -> None:
        raise OSError(errno.ENOSPC, "disk full")

    monkeypatch.setattr("tmdb_facade._sync.resources.images.write_file", fail)
    fake = Fake(image)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(OSError, match="disk full") as caught:
            tmdb.images.download("/a.jpg", "poster", tmp_path)
    assert type(caught.value) is OSError
    assert len(fake.requests) == 1


def test_download_ends_at_its_total_timeout() -> None:
    headers = {"content-type": "image/jpeg"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, stream=Dripping()))
    with TMDB(TOKEN, transport=transport, total_timeout=0.1) as tmdb:
        with pytest.raises(APITimeoutError, match="total_timeout"):
            tmdb.images.read("/a.jpg", "poster")


def test_download_beyond_64_mib_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._sync.engines.bodies.MAX_BODY", len(IMAGE) - 1)
    fake = Fake(image)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(APIConnectionError, match="64 MiB"):
            tmdb.images.read("/a.jpg", "poster")
    assert len(fake.requests) == 1


def test_interrupted_download_leaves_no_file(tmp_path: Path) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=Broken()))
    with TMDB(TOKEN, transport=transport) as tmdb:
        with pytest.raises(APIConnectionError, match="connection lost"):
            tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert files(tmp_path) == {}


def test_images_download_retries_from_the_beginning(tmp_path: Path, waits: list[float]) -> None:
    """It sends at most `max_retries` further requests, with an event for each attempt."""
    jpeg = {"content-type": "image/jpeg"}
    answers: list[httpx.Response | Exception] = [
        error_response(503, 9),
        httpx.ConnectError("no route"),
        httpx.Response(200, headers=jpeg, stream=Broken()),
        httpx.Response(200, headers={**jpeg, "content-length": "9"}, content=b"too short"[:5]),
        httpx.Response(200, headers=jpeg),
    ]
    events: list[ResponseEvent] = []

    def answer(request: httpx.Request) -> httpx.Response:
        attempt = answers.pop(0) if answers else image(request)
        if isinstance(attempt, Exception):
            raise attempt
        return attempt

    with TMDB(TOKEN, max_retries=5, transport=httpx.MockTransport(answer), on_response=events.append) as tmdb:
        saved = tmdb.images.download("/a.jpg", "poster", tmp_path)
    assert files(tmp_path) == {saved.name: IMAGE}
    assert [event.request.attempt for event in events] == [1, 2, 3, 4, 5, 6]
    assert len(waits) == 5
    for retries, requests in ((0, 1), (1, 2)):
        fake = Fake(error_response(503, 9))
        with TMDB(TOKEN, max_retries=retries, transport=fake.transport) as tmdb:
            with pytest.raises(ServerError):
                tmdb.images.read("/a.jpg", "poster")
        assert len(fake.requests) == requests


@pytest.mark.parametrize("retries", [0, 2])
def test_download_of_an_html_page_raises_and_leaves_no_file(retries: int, tmp_path: Path) -> None:
    """A network that blocks the image server answers with a page and HTTP 200."""
    page = httpx.Response(200, headers={"content-type": "text/html; charset=utf-8"}, content=b"<h1>Blocked</h1>")
    fake = Fake(page)
    with TMDB(TOKEN, max_retries=retries, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidAnswerError, match=r"expected an image, got text/html.*image\.tmdb\.org"):
            tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert len(fake.requests) == 1 + retries
    assert files(tmp_path) == {}


@pytest.mark.parametrize("kind", ["", "application/octet-stream", "binary/octet-stream", "image/svg+xml"])
def test_images_read_accepts_generic_content_types(kind: str) -> None:
    fake = Fake(httpx.Response(200, headers={"content-type": kind} if kind else {}, content=IMAGE))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        assert tmdb.images.read("/a.svg", "logo") == IMAGE


@pytest.mark.parametrize("length", ["99", "1000000"])
def test_download_with_a_wrong_content_length_raises_and_leaves_no_file(length: str, tmp_path: Path) -> None:
    fake = Fake(httpx.Response(200, headers={"content-length": length}, content=IMAGE))
    with TMDB(TOKEN, max_retries=0, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidAnswerError, match=f"received 256000 of {length} bytes"):
            tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert files(tmp_path) == {}


def test_images_read_and_download_without_a_path_raise(tmp_path: Path) -> None:
    fake = Fake(image)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="got None"):
            tmdb.images.download(None, "poster", tmp_path)  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(ValueError, match="got None"):
            tmdb.images.read(None, "poster")  # type: ignore[arg-type]  # wrong on purpose
    assert fake.requests == []


def test_images_download_with_an_invalid_path_raises_before_sending(tmp_path: Path) -> None:
    fake = Fake(image)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for path in ("/../../etc/passwd", "//evil.example/a.jpg"):
            with pytest.raises(ValueError, match="path must be the path of an image"):
                tmdb.images.download(path, "poster", tmp_path)
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
def test_images_are_downloaded_from_a_local_server(base_url: str, download_base: str, tmp_path: Path) -> None:
    """An embedded TMDB server has its own images; the URLs stay TMDB's, and no credential is sent to either."""
    fake = Fake(image)
    with TMDB(TOKEN, base_url=base_url, transport=fake.transport) as tmdb:
        assert tmdb.images.poster("/a.jpg", width=500) == "https://image.tmdb.org/t/p/w500/a.jpg"
        tmdb.images.read("/a.jpg", "poster", width=500)
        tmdb.images.download("/a.jpg", "poster", tmp_path, size="w92")
        tmdb.with_options(language="de-DE").images.read("/a.svg", "logo", size="w92")
    assert [str(request.url) for request in fake.requests] == [
        f"{download_base}w500/a.jpg",
        f"{download_base}w92/a.jpg",
        f"{download_base}original/a.svg",
    ]
    assert all("authorization" not in request.headers for request in fake.requests)


def test_configured_image_server_has_precedence_unless_it_is_tmdbs() -> None:
    """A local API server has its own images, which replace only TMDB's."""
    configuration = dict(CONFIGURATION)
    fake = Fake(
        lambda request: json_response(configuration) if request.url.path == "/3/configuration" else image(request)
    )
    local_server = "http://127.0.0.1:8550"
    with TMDB(TOKEN, base_url=local_server, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.images.load()
        tmdb.images.read("/a.jpg", "poster", size="w1")
    assert str(fake.last.url) == "https://images.example/t/w1/a.jpg"
    configuration["images"] = {"secure_base_url": "https://image.tmdb.org/t/p/", "poster_sizes": ["w7"]}
    with TMDB(TOKEN, base_url=local_server, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.images.load()
        tmdb.images.read("/a.jpg", "poster", size="w7")
    assert str(fake.last.url) == f"{local_server}/t/p/w7/a.jpg"
