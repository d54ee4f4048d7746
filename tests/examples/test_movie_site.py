"""The web site: languages and country of the visitor, offers, missing images, errors, and how many requests a page takes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from examples.movie_site.app import create_app
from examples.movie_site.visitor import accepted
from tmdb_facade import ATTRIBUTION, AsyncTMDB
from tmdb_facade.testing import TMDBServer

GERMAN = {"accept-language": "de-DE,de;q=0.9,en;q=0.5"}


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
async def browser(server: TMDBServer) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a browser of the running site."""
    site = create_app(lambda: AsyncTMDB(server.access_token, base_url=server.base_url, cache="memory", max_retries=0))
    async with site.router.lifespan_context(site) as state:

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await site({**scope, "state": dict(state or {})}, receive, send)

        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://site.example") as browser:
            yield browser


def paths(server: TMDBServer) -> list[str]:
    """Return the paths of the requests so far, and forget them."""
    found = [request.path for request in server.requests]
    server.requests.clear()
    return found


@pytest.mark.parametrize(
    ("header", "languages", "country"),
    [
        ("", ["en-US"], "US"),
        ("de-AT,de;q=0.9,en-GB;q=0.8", ["de-AT", "en-GB"], "AT"),
        ("en;q=0.2, pt-br", ["pt-BR", "en"], "BR"),
        ("fr, de, it, es, pl", ["fr", "de", "it", "en-US"], "US"),
        ("zh-Hant-TW", ["zh-TW", "en-US"], "TW"),
        ("*, xx, 7, ;q=1, x-klingon, de_DE", ["en-US"], "US"),
    ],
)
def test_accepted_languages_end_with_english(header: str, languages: list[str], country: str) -> None:
    assert accepted(header) == (languages, country)


async def test_search_links_each_result_with_its_image(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/", params={"query": "star"}, headers=GERMAN)).text
    for text in ('href="/movies/11"', "Krieg der Sterne", 'href="/people/', "https://image.tmdb.org/t/p/w342/", "342w"):
        assert text in page, text
    assert "Trending this week" in (await browser.get("/")).text
    assert "Nothing was found" in (await browser.get("/", params={"query": "qwxyzzy"})).text


async def test_pages_of_a_search_link_each_other(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/", params={"query": "the", "page": "2"})).text
    assert "Page 2 of" in page
    assert 'href="/?query=the&amp;page=1"' in page


async def test_details_show_offers_and_certification_of_the_country(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/movies/550", headers=GERMAN)).text
    for text in ("<h1>Fight Club</h1>", "18 in DE", "Disney Plus", "JustWatch", "Zwei Regeln", "Narrator", ATTRIBUTION):
        assert text in page, text
    page = (await browser.get("/tv/1396", headers=GERMAN)).text
    for text in ("<h1>Breaking Bad</h1>", "16 in DE", "JustWatch", "Walter White"):
        assert text in page, text
    page = (await browser.get("/people/287")).text
    for text in ("<h1>Brad Pitt</h1>", "Born 1963-12-18", 'href="/movies/550"'):
        assert text in page, text


async def test_chosen_country_is_remembered(browser: httpx.AsyncClient) -> None:
    assert "18 in DE" in (await browser.get("/movies/550?country=DE")).text
    assert "18 in DE" in (await browser.get("/movies/550")).text
    # A wrong one is that of the browser's languages again.
    assert "R in US" in (await browser.get("/movies/550?country=<i>")).text


async def test_details_take_one_request_and_the_countries_another(
    browser: httpx.AsyncClient, server: TMDBServer
) -> None:
    await browser.get("/movies/550")
    assert paths(server) == ["/3/movie/550", "/3/watch/providers/regions"]
    await browser.get("/movies/603")
    await browser.get("/tv/1396")
    await browser.get("/people/287")
    assert paths(server) == ["/3/movie/603", "/3/tv/1396", "/3/person/287"]
    # Another country needs no request.
    await browser.get("/movies/550?country=DE")
    assert paths(server) == []


async def test_missing_image_has_a_stand_in(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    with server.faults.drift(null=["poster_path", "images.posters"], on="movies_details"):
        page = (await browser.get("/movies/550")).text
    assert '<img src="/static/no-image.svg"' in page
    image = await browser.get("/static/no-image.svg")
    assert (image.status_code, image.headers["content-type"]) == (200, "image/svg+xml")


async def test_text_of_a_visitor_is_escaped(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/", params={"query": '"><script>alert(1)</script>'})
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/movies/999999999", "/movies/abc", "/nothing"])
async def test_address_without_a_page_is_404(browser: httpx.AsyncClient, path: str) -> None:
    page = await browser.get(path)
    assert page.status_code == 404
    assert "<h1>Not Found</h1>" in page.text


@pytest.mark.parametrize("page", ["0", "501", "9" * 5000])
async def test_page_that_tmdb_does_not_have_is_400(browser: httpx.AsyncClient, page: str) -> None:
    assert (await browser.get("/", params={"query": "star", "page": page})).status_code == 400


async def test_failure_of_tmdb_is_503(
    browser: httpx.AsyncClient, server: TMDBServer, caplog: pytest.LogCaptureFixture
) -> None:
    with server.faults.status(500):
        page = await browser.get("/movies/550")
    assert (page.status_code, page.headers["retry-after"]) == (503, "60")
    assert "does not answer at the moment" in page.text
    assert "/movies/550: " in caplog.text
    assert (await browser.get("/movies/550")).status_code == 200
