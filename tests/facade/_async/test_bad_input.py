"""Invalid arguments: the error says what to pass, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.facade.support import TOKEN, Fake, movie_pages
from tmdb_bindings import api
from tmdb_facade import AsyncTMDB, CredentialsError, MovieAppend, TVAppend

Call = Callable[[Any], Any]
NUMBER = "is a whole number, not"
DATE = r"is a date, as in date\(2026, 1, 31\)"

#: A call that type checkers reject or cannot check, the error's class, and a part of its message.
MISTAKES: list[tuple[Call, type[Exception], str]] = [
    # ids
    (lambda tmdb: tmdb.movies.details(-1), ValueError, "movies_details: ids .* not negative, as -1 is"),
    (lambda tmdb: tmdb.tv.seasons.details(1399, -1), ValueError, "not negative"),
    (lambda tmdb: tmdb.tv.episodes.details(1399, 1, -2), ValueError, "not negative, as -2 is"),
    (lambda tmdb: tmdb.movies.recommendations(-1), ValueError, "not negative"),
    (lambda tmdb: tmdb.movies.details("abc/../x"), ValueError, "pass the plain id, not a path or a URL"),
    (lambda tmdb: tmdb.movies.details("abc%2f..%2fx"), ValueError, "pass the plain id"),
    (lambda tmdb: tmdb.movies.details(""), ValueError, "movie_id is empty: pass the id"),
    (lambda tmdb: tmdb.movies.details(None), TypeError, "movie_id .* not NoneType"),
    (lambda tmdb: tmdb.movies.details(True), TypeError, "movie_id .* not bool"),
    (lambda tmdb: tmdb.movies.details(5.5), TypeError, "movie_id .* not float"),
    # pages
    *[
        (lambda tmdb, number=number: tmdb.movies.popular().page(number), ValueError, f"pages 1 to 500, not {number}")
        for number in (0, 501, -1)
    ],
    (lambda tmdb: tmdb.movies.changes(550, page=0), ValueError, "page: TMDB has pages 1 to 500, not 0"),
    (lambda tmdb: tmdb.movies.changes(550, page=501), ValueError, "not 501"),
    *[
        (lambda tmdb, number=number: tmdb.movies.popular().page(number), TypeError, f"a page {NUMBER}")
        for number in ("1", 1.0, True, None)
    ],
    (lambda tmdb: tmdb.movies.popular().start_page("2"), TypeError, f"a page {NUMBER} '2'"),
    (lambda tmdb: tmdb.movies.popular().limit(-1), ValueError, "a limit is 0 or more, not -1"),
    (lambda tmdb: tmdb.movies.popular().limit("3"), TypeError, f"a limit {NUMBER} '3'"),
    (lambda tmdb: tmdb.movies.popular().limit(2.5), TypeError, f"a limit {NUMBER} 2.5"),
    (lambda tmdb: tmdb.movies.popular().prefetch(0), ValueError, "prefetch is 1 .*or more, not 0"),
    (lambda tmdb: tmdb.movies.popular().prefetch("4"), TypeError, f"prefetch {NUMBER} '4'"),
    # queries, languages and regions
    (lambda tmdb: tmdb.search.movies(""), ValueError, "search_movies: query is blank"),
    (lambda tmdb: tmdb.search.multi(" \t"), ValueError, "query is blank"),
    (lambda tmdb: tmdb.movies.details(550, language="en_US"), ValueError, "not 'en_US': write 'en-US'"),
    (lambda tmdb: tmdb.movies.popular(language="english"), ValueError, "as in 'pt' or 'pt-BR', not 'english'$"),
    (lambda tmdb: tmdb.movies.details(550, language=""), ValueError, "language is ISO 639-1"),
    (lambda tmdb: tmdb.movies.details(550, languages=["en_US"]), ValueError, "'en_US'"),
    (lambda tmdb: tmdb.movies.details(550, languages="en-US"), TypeError, r"come as a list: \['en-US'\]"),
    (lambda tmdb: tmdb.movies.details(550, languages="de,en-US"), TypeError, r"\['de', 'en-US'\]"),
    (lambda tmdb: tmdb.with_options(language="en_US"), ValueError, "write 'en-US'"),
    (lambda tmdb: tmdb.with_options(region="us"), ValueError, "write 'US'"),
    (lambda tmdb: tmdb.search.movies("a", region="br"), ValueError, "region .* not 'br': write 'BR'"),
    (lambda tmdb: tmdb.search.movies("a", region="Brazil"), ValueError, "as in 'BR', not 'Brazil'$"),
    (lambda tmdb: tmdb.watch_providers.movies(watch_region="us"), ValueError, "watch_region .*write 'US'"),
    (lambda tmdb: tmdb.movies.alternative_titles(550, country="br"), ValueError, "country .*write 'BR'"),
    (lambda tmdb: tmdb.discover.movies(certification="R", certification_country="us"), ValueError, "write 'US'"),
    # dates
    (lambda tmdb: tmdb.changes.movies(start_date="2024-01-01"), TypeError, f"start_date {DATE}, not '2024-01-01'"),
    (lambda tmdb: tmdb.changes.tv(end_date="2024-01-01"), TypeError, f"end_date {DATE}"),
    (lambda tmdb: tmdb.people.changes(287, start_date=20240101), TypeError, f"start_date {DATE}, not 20240101"),
    # choices
    (lambda tmdb: tmdb.trending.movies("month"), ValueError, "time_window is day or week, not 'month'"),
    (lambda tmdb: tmdb.trending.all("month"), ValueError, "day or week"),
    (lambda tmdb: tmdb.trending.people("month"), ValueError, "day or week"),
    (lambda tmdb: tmdb.trending.tv("month"), ValueError, "day or week"),
    (
        lambda tmdb: tmdb.find.by_id("tt1", external_source="imdb"),
        ValueError,
        "external_source is .*imdb_id.*not 'imdb'",
    ),
    (lambda tmdb: tmdb.find.imdb(None), TypeError, "external id is text or a whole number, not None"),
    (lambda tmdb: tmdb.find.tvdb(True), TypeError, "not True"),
    (lambda tmdb: tmdb.find.tvdb(-3), ValueError, "not negative"),
    (lambda tmdb: tmdb.find.imdb("https://www.imdb.com/title/tt0137523/"), ValueError, "not a path or a URL"),
    (lambda tmdb: tmdb.find.imdb("../movie/550"), ValueError, "external_id"),
    (lambda tmdb: tmdb.find.imdb("  "), ValueError, "external_id is empty"),
    # blocks and seasons
    (
        lambda tmdb: tmdb.movies.details(550, append=["credit"]),
        ValueError,
        "no block 'credit', did you mean 'credits'.*watch/providers",
    ),
    (lambda tmdb: tmdb.movies.details(550, append="credits"), TypeError, r"a list of names: append=\['credits'\]"),
    (lambda tmdb: tmdb.movies.details(550, append="credits, videos"), TypeError, r"append=\['credits', 'videos'\]"),
    (lambda tmdb: tmdb.movies.details(550, append=[MovieAppend.CREDITS]), TypeError, r"constants joined with \|"),
    (
        lambda tmdb: tmdb.movies.details(550, append=TVAppend.AGGREGATE_CREDITS),
        ValueError,
        "movies.details has no block",
    ),
    (
        lambda tmdb: tmdb.tv.details(1399, append=MovieAppend.RELEASE_DATES),
        ValueError,
        "tv.details has no block 'release",
    ),
    (lambda tmdb: tmdb.movies.details(550, append=TVAppend.season(1)), ValueError, "no block 'season/1'"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=1), TypeError, r"come as a list: seasons=\[1\]"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=["1"]), TypeError, f"a season {NUMBER} '1'"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=[-1]), ValueError, r"from 0 \(the specials\), not -1"),
    # ratings, lists and sessions
    *[
        (lambda tmdb, value=value: tmdb.movies.rate(550, value), ValueError, "from 0.5 to 10 in steps of 0.5")
        for value in (0, 0.4, 8.3, 10.5, "8", None, True, float("nan"))
    ],
    (lambda tmdb: tmdb.v4.lists.add_items(1, [550]), TypeError, r'as in \("movie", 550\), not 550'),
    (lambda tmdb: tmdb.v4.lists.add_items(1, [("film", 550)]), ValueError, "movie or tv, not 'film'"),
    (lambda tmdb: tmdb.v4.lists.remove_items(1, [("movie", "550")]), TypeError, f"the id of an item {NUMBER} '550'"),
    (lambda tmdb: tmdb.v4.lists.update_items(1, {"movie": "x"}), TypeError, "pair of kind and id"),
    (lambda tmdb: tmdb.account.details(session_id=""), ValueError, "session_id is blank"),
    (lambda tmdb: tmdb.movies.rate(550, 8, guest_session_id=" "), ValueError, "guest_session_id is blank"),
    # options
    (lambda tmdb: tmdb.with_options(timeout="5"), TypeError, "timeout is a number of seconds or an httpx.Timeout"),
    (lambda tmdb: tmdb.with_options(timeout=None), TypeError, r"to wait for ever, pass httpx.Timeout\(None\)"),
    (lambda tmdb: tmdb.with_options(timeout=True), TypeError, "not True"),
    (lambda tmdb: tmdb.with_options(timeout=0), ValueError, "timeout is more than 0 seconds, not 0"),
    (lambda tmdb: tmdb.with_options(max_retries=1.5), TypeError, f"max_retries {NUMBER} 1.5"),
    (lambda tmdb: tmdb.with_options(max_retries=None), TypeError, f"max_retries {NUMBER} None"),
    # images
    (lambda tmdb: tmdb.images.poster("/a.jpg", width="500"), TypeError, f"a width {NUMBER} '500'"),
    (lambda tmdb: tmdb.images.poster("/a.jpg", width=0), ValueError, "a width is a number of pixels, not 0"),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
async def test_invalid_argument_raises_and_sends_nothing(mistake: tuple[Call, type[Exception], str]) -> None:
    """A method that returns a pager raises at once, before the first page."""
    call, error, message = mistake
    fake = Fake(movie_pages(0))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(error, match=message):
            await call(tmdb)
    assert fake.requests == []


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"access_token": 5}, TypeError, "access_token is text, not int"),
        ({"base_url": 5}, TypeError, "base_url is text, not int"),
        ({"access_token": "Bearer eyJ.a.b"}, CredentialsError, "without the word Bearer$"),
        ({"base_url": "api.themoviedb.org"}, ValueError, "with http:// or https://, as in https://api.themoviedb.org"),
        ({"language": "en_US"}, ValueError, "language .*write 'en-US'"),
        ({"region": "us"}, ValueError, "region .*write 'US'"),
        ({"timeout": (5, 10)}, TypeError, "timeout is a number of seconds"),
        ({"max_retries": "2"}, TypeError, f"max_retries {NUMBER} '2'"),
        ({"transport": 5}, TypeError, "transport has to be an httpx.*Transport, not int"),
        ({"http_client": 5}, TypeError, "http_client has to be an httpx.*Client, not int"),
        ({"on_drift": "never"}, ValueError, "on_drift"),
    ],
)
async def test_client_rejects_invalid_options_on_construction(
    options: dict[str, Any], error: type[Exception], message: str
) -> None:
    arguments: dict[str, Any] = {"access_token": TOKEN, **options}
    with pytest.raises(error, match=message):
        AsyncTMDB(**arguments)


async def test_call_and_call_raw_send_values_unchecked() -> None:
    """Only a value that would change the path is rejected."""
    fake = Fake(movie_pages(0))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.call(api.movies.popular, page=501, language="en_US")
        assert fake.query == {"page": "501", "language": "en_US"}
        raw = await tmdb.call_raw(api.search.movies, query="")
        assert raw.url.endswith("?query=")
        with pytest.raises(ValueError, match="plain id"):
            await tmdb.call(api.credits.details, "a/b")


async def test_unusual_but_valid_arguments_are_accepted() -> None:
    fake = Fake(movie_pages(0))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        untyped: Any = tmdb
        await untyped.movies.details("tt0137523", language="pt-br")
        assert fake.last.url.path == "/3/movie/tt0137523"
        await tmdb.movies.images(550, language="xx")
        await tmdb.search.movies("-1").first()
        await tmdb.find.imdb(" tt0137523\n")
        assert fake.last.url.path == "/3/find/tt0137523"
        await tmdb.find.tvdb(121361)
        await tmdb.tv.details(1399, seasons=(0, 1))
        assert fake.query == {"append_to_response": "season/0,season/1"}
        await untyped.v4.lists.add_items(1, [["movie", 550]])
