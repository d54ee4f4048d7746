# Made from tests/facade/_async/test_bad_input.py by `make sync`: edit that file, never this one.
"""Invalid arguments: the error names what to pass, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.facade.support import TOKEN, Fake, movie_pages
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    CredentialsError,
    InvalidArgumentError,
    MovieAppend,
    TVAppend,
    all_of,
    any_of,
    between,
)

Call = Callable[[Any], Any]
WRITE_EN_US = "must be an ISO 639-1 code .*, got 'en_US'; write 'en-US'$"
INTEGER = "must be an integer, got"
DATE = r"must be a date such as date\(2026, 1, 31\), got"


class Int64:
    """An integer of another library, such as numpy."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


#: A call that type checkers reject or cannot check, the parameter, and the error's message after its name.
MISTAKES: list[tuple[Call, str, str]] = [
    # ids
    (lambda tmdb: tmdb.movies.details(-1), "movie_id", "must not be negative, got -1$"),
    (lambda tmdb: tmdb.movies.details("-1"), "movie_id", "must not be negative, got -1$"),
    (lambda tmdb: tmdb.movies.details(Int64(-1)), "movie_id", "must not be negative"),
    (lambda tmdb: tmdb.tv.seasons.details(1399, -1), "season_number", "must not be negative"),
    (lambda tmdb: tmdb.tv.episodes.details(1399, 1, -2), "episode_number", "must not be negative, got -2"),
    (lambda tmdb: tmdb.movies.recommendations(-1), "movie_id", "must not be negative"),
    (lambda tmdb: tmdb.movies.details("abc/../x"), "movie_id", "must be a plain id, not a path or a URL"),
    (lambda tmdb: tmdb.movies.details("abc%2f..%2fx"), "movie_id", "must be a plain id"),
    (lambda tmdb: tmdb.movies.details(""), "movie_id", "must not be empty"),
    (lambda tmdb: tmdb.movies.details(None), "movie_id", "must be text or an integer, got None"),
    (lambda tmdb: tmdb.movies.details(True), "movie_id", "must be text or an integer, got True"),
    (lambda tmdb: tmdb.movies.details(5.5), "movie_id", "must be text or an integer, got 5.5"),
    (lambda tmdb: tmdb.movies.details(b"550"), "movie_id", "must be text or an integer, got bytes"),
    (lambda tmdb: tmdb.tv.details("got"), "series_id", "must be an integer, got text that is not one"),
    (lambda tmdb: tmdb.movies.credits("Fight Club"), "movie_id", "must be an integer, got text that is not one"),
    (lambda tmdb: tmdb.account.lists("anna"), "account_id", "must be an integer, got text that is not one"),
    (lambda tmdb: tmdb.reviews.details(5), "review_id", "must be text, got int"),
    # pages
    *[
        (lambda tmdb, number=number: tmdb.movies.popular().page(number), "page", f"must be from 1 to 500, got {number}")
        for number in (0, 501, -1)
    ],
    (lambda tmdb: tmdb.movies.changes(550, page=0), "page", "must be from 1 to 500, got 0"),
    (lambda tmdb: tmdb.movies.changes(550, page=501), "page", "must be from 1 to 500, got 501"),
    (lambda tmdb: tmdb.movies.changes(550, page=-1), "page", "must not be negative, got -1"),
    (lambda tmdb: tmdb.movies.changes(550, page=True), "page", "must be .*, got True"),
    *[
        (lambda tmdb, number=number: tmdb.movies.popular().page(number), "page", f"{INTEGER} {number!r}")
        for number in ("1", 1.0, True, None)
    ],
    (lambda tmdb: tmdb.movies.popular().start_page("2"), "start_page", f"{INTEGER} '2'"),
    (lambda tmdb: tmdb.movies.popular().start_page(0), "start_page", "must be from 1 to 500, got 0"),
    (lambda tmdb: tmdb.trending.movies().page(2), "page", "must be 1, got 2: TMDB serves one page of trending_movies"),
    (lambda tmdb: tmdb.movies.popular().limit(-1), "limit", "must be at least 0, got -1"),
    (lambda tmdb: tmdb.movies.popular().limit("3"), "limit", f"{INTEGER} '3'"),
    (lambda tmdb: tmdb.movies.popular().limit(2.5), "limit", f"{INTEGER} 2.5"),
    (lambda tmdb: tmdb.movies.popular().prefetch(0), "prefetch", "must be at least 1, got 0"),
    (lambda tmdb: tmdb.movies.popular().prefetch("4"), "prefetch", f"{INTEGER} '4'"),
    # texts, languages and regions
    (lambda tmdb: tmdb.search.movies(""), "query", "must not be empty"),
    (lambda tmdb: tmdb.search.multi(" \t"), "query", "must not be empty"),
    (lambda tmdb: tmdb.search.multi(None), "query", "must be text, got None"),
    (lambda tmdb: tmdb.movies.popular(language="english"), "language", "must be .* 'pt' or 'pt-BR', got 'english'$"),
    (lambda tmdb: tmdb.movies.details(550, language=""), "language", "must be an ISO 639-1 code"),
    (lambda tmdb: tmdb.movies.details(550, language="en_US"), "language", WRITE_EN_US),
    (lambda tmdb: tmdb.movies.details(550, languages=["en_US"]), "languages", WRITE_EN_US),
    (
        lambda tmdb: tmdb.movies.images(550, include_image_language=["de", "en_US"]),
        "include_image_language",
        WRITE_EN_US,
    ),
    (
        lambda tmdb: tmdb.movies.videos(550, include_video_language=["en_US"]),
        "include_video_language",
        WRITE_EN_US,
    ),
    (lambda tmdb: tmdb.with_options(language="en_US"), "language", WRITE_EN_US),
    (lambda tmdb: tmdb.v4.lists.create("a", language="en_US"), "language", WRITE_EN_US),
    (lambda tmdb: tmdb.lists.create("a", language="en_US"), "language", WRITE_EN_US),
    (lambda tmdb: tmdb.v4.lists.create("a", language="en", country="us"), "country", "must be .*; write 'US'"),
    (lambda tmdb: tmdb.movies.details(550, languages=[5]), "languages", "must be an ISO 639-1 code .*, got 5$"),
    (lambda tmdb: tmdb.movies.details(550, languages=5), "languages", r"must be a list, got 5; write \[5\]"),
    (lambda tmdb: tmdb.movies.details(550, languages=[]), "languages", "must contain at least one language"),
    (lambda tmdb: tmdb.movies.details(550, languages=["xx"]), "languages", "must contain None, not 'xx'"),
    (lambda tmdb: tmdb.movies.details(550, languages="en-US"), "languages", r"must be a list, .*; write \['en-US'\]"),
    (lambda tmdb: tmdb.movies.details(550, languages="de,en-US"), "languages", r"must .*; write \['de', 'en-US'\]"),
    (
        lambda tmdb: tmdb.movies.details(550, languages=["de"], language="de"),
        "languages",
        "cannot be combined with language=",
    ),
    (
        lambda tmdb: tmdb.movies.images(550, include_image_language="de"),
        "include_image_language",
        r"must be a list, got 'de'; write \['de'\]",
    ),
    (lambda tmdb: tmdb.with_options(region="us"), "region", "must be .*; write 'US'"),
    (lambda tmdb: tmdb.search.movies("a", region="br"), "region", "must be .* such as 'BR', got 'br'; write 'BR'"),
    (lambda tmdb: tmdb.search.movies("a", region="Brazil"), "region", "must be .* such as 'BR', got 'Brazil'$"),
    (lambda tmdb: tmdb.search.movies("a", year=True), "year", "must be an integer, got True"),
    (lambda tmdb: tmdb.search.movies("a", year=float("nan")), "year", "must be .*, got nan"),
    (lambda tmdb: tmdb.search.movies("a", year=-5), "year", "must not be negative, got -5"),
    (lambda tmdb: tmdb.search.movies("a", include_adult="no"), "include_adult", "must be True or False, got str"),
    (lambda tmdb: tmdb.watch_providers.movies(watch_region="us"), "watch_region", "must be .*; write 'US'"),
    (lambda tmdb: tmdb.movies.alternative_titles(550, country="br"), "country", "must be .*; write 'BR'"),
    (
        lambda tmdb: tmdb.discover.movies(certification="R", certification_country="us"),
        "certification_country",
        "must be .*; write 'US'",
    ),
    # discover
    (
        lambda tmdb: tmdb.discover.movies(genres=[28, 12]),
        "genres",
        r"must be an integer or text, got \[28, 12\]; write all_of\(\*values\) or any_of\(\*values\)",
    ),
    (lambda tmdb: tmdb.discover.movies(genres=True), "genres", "must be an integer or text, got True"),
    (lambda tmdb: tmdb.discover.movies(genres=-28), "genres", "must be at least 0, got -28"),
    (lambda tmdb: tmdb.discover.movies(genres="28,12"), "genres", r"must be one value, or all_of\(\) or any_of\(\)"),
    (lambda tmdb: tmdb.discover.movies(genres=any_of(28, None)), "values", "must be an integer or text, got None"),
    (lambda tmdb: tmdb.discover.movies(genres="Comedy"), "genres", "must be one of TMDB's ids, such as 28, got 'Com"),
    (lambda tmdb: tmdb.discover.tv(networks=any_of("HBO", 2)), "networks", "must be one of TMDB's ids"),
    (lambda tmdb: tmdb.discover.movies(origin_country="us"), "origin_country", "must be an upper-case .*; write 'US'"),
    (lambda tmdb: tmdb.discover.tv(origin_country=any_of("US", "xyz")), "origin_country", "must .* got 'xyz'"),
    *[
        (lambda tmdb, text=text: tmdb.discover.movies(original_language=text), "original_language", message)
        for text, message in [
            ("english", "must be an ISO 639-1 code without a region, such as 'ko', got 'english'$"),
            ("pt-BR", "must be .* got 'pt-BR'; write 'pt'$"),
            ("KO", "must be .* got 'KO'; write 'ko'$"),
            (any_of("ko", 5), "must be .* got 5$"),
            (all_of("ko", "ja"), r"must be one value or any_of\(\) of several, .*; write any_of\('ko', 'ja'\)$"),
        ]
    ],
    *[
        (
            lambda tmdb, terms=terms: tmdb.discover.movies(certification=terms, certification_country="US"),
            "certification",
            message,
        )
        for terms, message in [
            (13, "must be text, got int$"),
            (any_of("PG", 13), "must be text, got int$"),
            (between(7, 13), r"must be a range of certifications, got between\(7, 13\)$"),
            (all_of("G", "PG"), r"must be .*; write any_of\('G', 'PG'\)$"),
        ]
    ],
    (lambda tmdb: tmdb.discover.movies(genres=all_of()), "values", r"must not be empty: all_of\(\)"),
    (
        lambda tmdb: tmdb.discover.movies(vote_average=7),
        "vote_average",
        r"must be a range of numbers such as between\(7, None\)",
    ),
    (
        lambda tmdb: tmdb.discover.movies(released="1999"),
        "released",
        r"must be a range of dates such as between\(low, ",
    ),
    (lambda tmdb: tmdb.discover.movies(certification=" ", certification_country="US"), "certification", "must be one"),
    (
        lambda tmdb: tmdb.discover.movies(certification="G|PG", certification_country="US"),
        "certification",
        "must be one",
    ),
    (lambda tmdb: tmdb.discover.movies(certification=between(" ", "PG")), "low", "must be one value"),
    (lambda tmdb: tmdb.discover.movies(languages={"de", "en"}), "languages", "must be a list, as a set has no order"),
    (lambda tmdb: tmdb.discover.movies(vote_average=between(float("nan"))), "low", "must be a number, .* got nan"),
    (lambda tmdb: tmdb.discover.movies(vote_average=between(8, 7)), "high", "must not be below low"),
    (lambda tmdb: tmdb.discover.movies(vote_count=between(None, -7)), "high", "must be at least 0, got -7"),
    (lambda tmdb: tmdb.discover.tv(watch_providers=8), "watch_providers", "requires watch_region="),
    (lambda tmdb: tmdb.discover.tv(first_air_date_year=1999, sliced=True), "first_air_date_year", "cannot be combined"),
    # dates
    (lambda tmdb: tmdb.changes.movies(start_date="2024-01-01"), "start_date", f"{DATE} '2024-01-01'"),
    (lambda tmdb: tmdb.changes.tv(end_date="2024-01-01"), "end_date", DATE),
    (lambda tmdb: tmdb.people.changes(287, start_date=20240101), "start_date", f"{DATE} 20240101"),
    # closed sets
    (lambda tmdb: tmdb.trending.movies("month"), "time_window", "must be 'day' or 'week', got 'month'"),
    (lambda tmdb: tmdb.trending.all("month"), "time_window", "must be 'day' or 'week'"),
    (lambda tmdb: tmdb.trending.people("month"), "time_window", "must be 'day' or 'week'"),
    (lambda tmdb: tmdb.trending.tv("month"), "time_window", "must be 'day' or 'week'"),
    (lambda tmdb: tmdb.find.by_id("tt1", external_source="imdb"), "external_source", "must be .*'imdb_id'.*got 'imdb'"),
    (lambda tmdb: tmdb.find.by_id(None, external_source="imdb_id"), "external_id", f"{INTEGER} None"),
    (lambda tmdb: tmdb.find.imdb(None), "imdb_id", f"{INTEGER} None"),
    (lambda tmdb: tmdb.find.tvdb(True), "tvdb_id", f"{INTEGER} True"),
    (lambda tmdb: tmdb.find.tvdb(-3), "tvdb_id", "must be at least 0, got -3"),
    (lambda tmdb: tmdb.find.imdb("https://www.imdb.com/title/tt0137523/"), "imdb_id", "must be .* not a path or a"),
    (lambda tmdb: tmdb.find.imdb("  "), "imdb_id", "must not be empty"),
    (lambda tmdb: tmdb.find.imdb("Fight Club"), "imdb_id", "must be an IMDb id .*, got 'Fight Club'$"),
    (lambda tmdb: tmdb.find.by_id("t1", external_source="imdb_id"), "external_id", "must be an IMDb id .* got 't1'$"),
    # blocks and seasons
    (lambda tmdb: tmdb.movies.details(550, append=["credit"]), "append", "must .*'credit'; did you mean 'credits'?"),
    (lambda tmdb: tmdb.movies.details(550, append="credits"), "append", r"must be a list, .*; write \['credits'\]"),
    (lambda tmdb: tmdb.movies.details(550, append="credits, videos"), "append", r"must .* \['credits', 'videos'\]"),
    (
        lambda tmdb: tmdb.movies.details(550, append=[MovieAppend.CREDITS]),
        "append",
        r"must .* constants joined with \|",
    ),
    (lambda tmdb: tmdb.movies.details(550, append=[None]), "append", "must be block names, .* got None"),
    (
        lambda tmdb: tmdb.movies.details(550, append=TVAppend.AGGREGATE_CREDITS),
        "append",
        "must be blocks of movies.details, got 'aggregate_credits'",
    ),
    (
        lambda tmdb: tmdb.tv.details(1399, append=MovieAppend.RELEASE_DATES),
        "append",
        "must be blocks of tv.details, got 'release_dates'",
    ),
    (lambda tmdb: tmdb.movies.details(550, append=TVAppend.season(1)), "append", "must .*, got 'season/1'"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=1), "seasons", r"must be a list, got 1; write \[1\]"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=["1"]), "seasons", f"{INTEGER} '1'"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=[-1]), "seasons", "must be at least 0, got -1"),
    # bodies
    *[
        (lambda tmdb, value=value: tmdb.movies.rate(550, value), "value", "must be a rating from 0.5 to 10 in steps of")
        for value in (0, 0.4, 8.25, 8.3, 10.5, "8", None, True, float("nan"), float("inf"))
    ],
    (
        lambda tmdb: tmdb.account.set_favorite(1, media_type="movie", media_id=True, favorite=True),
        "media_id",
        "must be .* got True",
    ),
    (
        lambda tmdb: tmdb.account.set_favorite(1, media_type="movie", media_id=-5, favorite=True),
        "media_id",
        "must be at least 0, got -5",
    ),
    (lambda tmdb: tmdb.lists.add_movie(1, True), "movie_id", f"{INTEGER} True"),
    (lambda tmdb: tmdb.lists.create(None), "name", "must be text, got None"),
    (lambda tmdb: tmdb.v4.lists.update(1), "name", "or description, public or sort_by must be passed"),
    (lambda tmdb: tmdb.v4.lists.add_items(1, [550]), "items", r"must be pairs .* such as \('movie', 550\), got 550"),
    (lambda tmdb: tmdb.v4.lists.add_items(1, [("movies", 550)]), "items", r"must be pairs .*, got \('movies', 550\)"),
    (lambda tmdb: tmdb.v4.lists.remove_items(1, [("movie", "550")]), "items", f"{INTEGER} '550'"),
    (
        lambda tmdb: tmdb.v4.lists.update_items(1, {"movie": "x"}),
        "comments",
        "must be pairs of 'movie' or 'tv' and an id",
    ),
    (
        lambda tmdb: tmdb.account.set_favorite(1, media_type="movies", media_id=5, favorite=True),
        "media_type",
        "must be 'movie' or 'tv', got 'movies'",
    ),
    (
        lambda tmdb: tmdb.account.set_watchlist(1, media_type="tv", media_id=5, watchlist="no"),
        "watchlist",
        "must be True or False, got 'no'",
    ),
    (lambda tmdb: tmdb.lists.create("a", description=5), "description", "must be text, got int"),
    (lambda tmdb: tmdb.lists.item_status(1, movie_id=None), "movie_id", f"{INTEGER} None"),
    (lambda tmdb: tmdb.v4.lists.create("a", language="en", public="no"), "public", "must be True or False, got 'no'"),
    (lambda tmdb: tmdb.v4.lists.update(1, sort_by="name"), "sort_by", "must be .*'title.desc'.*, got 'name'"),
    (lambda tmdb: tmdb.v4.lists.update_items(1, [("movie", 550)]), "comments", "must be a mapping such as"),
    (lambda tmdb: tmdb.v4.lists.update_items(1, {("movie", 550): 5}), "comments", "must be text, got int"),
    (lambda tmdb: tmdb.v4.lists.add_items(1, None), "items", "must be a list, got None"),
    (
        lambda tmdb: tmdb.v4.lists.item_status(1, media_type="movies", media_id=5),
        "media_type",
        "must be .* got 'movies'",
    ),
    (lambda tmdb: tmdb.auth.create_session(None), "request_token", "must be text, got None"),
    (lambda tmdb: tmdb.auth.create_session(" "), "request_token", "must not be empty"),
    (lambda tmdb: tmdb.v4.auth.create_request_token(redirect_to=b"x"), "redirect_to", "must be text, got bytes"),
    (lambda tmdb: tmdb.auth.approval_url("a", b"x"), "redirect_to", "must be text, got bytes"),
    # values of another kind, which would reach TMDB as something else
    (lambda tmdb: tmdb.movies.details(10**5000), "movie_id", "must be text or an integer, got an integer of more than"),
    (lambda tmdb: tmdb.movies.popular().page(10**5000), "page", f"{INTEGER} int$"),
    (lambda tmdb: tmdb.movies.details("\ud800"), "movie_id", "must be text that UTF-8 can encode"),
    (lambda tmdb: tmdb.search.movies("\ud800"), "query", "must be text that UTF-8 can encode"),
    (lambda tmdb: tmdb.search.movies(7.5), "query", "must be text, got 7.5"),
    (lambda tmdb: tmdb.search.movies("a", year="1999"), "year", "must be an integer, got str"),
    (lambda tmdb: tmdb.search.movies("a", year=1999.0), "year", "must be an integer, got 1999.0"),
    (lambda tmdb: tmdb.account.details(session_id=7.5), "session_id", "must be text, got 7.5"),
    (lambda tmdb: tmdb.account.lists(b"1"), "account_id", "must be an integer, got bytes"),
    (lambda tmdb: tmdb.account.favorite_tv(1, sort_by="title.asc"), "sort_by", "must be 'created_at.asc' or"),
    (lambda tmdb: tmdb.tv.details(1399, seasons=b"1"), "seasons", "must be a list, got b'1'"),
    (lambda tmdb: tmdb.discover.movies(released=between(1, 2)), "released", r"must be a range of dates, got between"),
    (lambda tmdb: tmdb.discover.movies(runtime=between(7.5)), "runtime", "must be a range of integers, got between"),
    (
        lambda tmdb: tmdb.discover.tv(origin_country=5),
        "origin_country",
        "must be an upper-case ISO 3166-1 code such as .BR., got 5",
    ),
    (lambda tmdb: tmdb.discover.tv(sliced="no"), "sliced", "must be True or False, got 'no'"),
    (lambda tmdb: tmdb.movies.popular(language="x" * 10_000), "language", r"must be .*, got 'x{99}\.\.\.$"),
    (lambda tmdb: tmdb.images.download("/a.jpg", "poster", None), "target", "must be a path .*, got None"),
    # sessions
    (lambda tmdb: tmdb.account.details(session_id=""), "session_id", "must not be empty; omit it to use the client's"),
    (lambda tmdb: tmdb.movies.rate(550, 8, guest_session_id=" "), "guest_session_id", "must not be empty"),
    (lambda tmdb: tmdb.with_options(session_id=""), "session_id", "must not be empty; omit it to use the client's"),
    (lambda tmdb: tmdb.with_options(guest_session_id=5), "guest_session_id", "must be text, got int"),
    (lambda tmdb: tmdb.guest.rated_movies(), "guest_session_id", "is missing"),
    (lambda tmdb: tmdb.auth.approval_url(""), "request_token", "must not be empty"),
    # options
    (lambda tmdb: tmdb.with_options(timeout="5"), "timeout", "must be a number of seconds above 0.* got '5'"),
    (
        lambda tmdb: tmdb.with_options(timeout=None),
        "timeout",
        r"must be .*httpx.Timeout\(None\) for no limit\), got None",
    ),
    (lambda tmdb: tmdb.with_options(timeout=True), "timeout", "must be .* got True"),
    (lambda tmdb: tmdb.with_options(timeout=0), "timeout", "must be a number of seconds above 0.* got 0"),
    (lambda tmdb: tmdb.with_options(timeout=1e10), "timeout", "must be .* up to 1000000, .* got 10000000000.0"),
    (lambda tmdb: tmdb.with_options(timeout=float("inf")), "timeout", "must be .* got inf"),
    (lambda tmdb: tmdb.with_options(max_retries=1.5), "max_retries", f"{INTEGER} 1.5"),
    (lambda tmdb: tmdb.with_options(max_retries=None), "max_retries", f"{INTEGER} None"),
    (lambda tmdb: tmdb.with_options(max_retries=-1), "max_retries", "must be at least 0, got -1"),
    (lambda tmdb: tmdb.with_options(on_drift=None), "on_drift", "must be 'warn', 'ignore' or 'raise', got None"),
    (
        lambda tmdb: tmdb.with_options(on_request=5),
        "on_request",
        "must be a synchronous function with one parameter, the event, got 5",
    ),
    # images and raw responses
    (lambda tmdb: tmdb.images.poster("/a.jpg", width="500"), "width", f"{INTEGER} '500'"),
    (lambda tmdb: tmdb.images.poster("/a.jpg", width=0), "width", "must be at least 1, got 0"),
    (lambda tmdb: tmdb.images.poster("/a.jpg", size="w1"), "size", "must be 'w92', .* or 'original', got 'w1'"),
    (lambda tmdb: tmdb.with_raw_response(550), "method", "must be a method and not its result"),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
def test_invalid_argument_raises_and_sends_nothing(mistake: tuple[Call, str, str]) -> None:
    """A method that returns a pager raises at once, before the first page."""
    call, parameter, message = mistake
    fake = Fake(movie_pages(0))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(InvalidArgumentError, match=f"^{parameter} {message}") as caught:
            call(tmdb)
    assert caught.value.parameter == parameter
    assert fake.requests == []


def test_integers_of_another_library_are_accepted_everywhere() -> None:
    fake = Fake(movie_pages(0))
    with TMDB(TOKEN, session_id="s1", transport=fake.transport, on_drift="ignore") as tmdb:
        untyped: Any = tmdb
        untyped.tv.details(Int64(1399), seasons=[Int64(1)])
        assert (fake.last.url.path, fake.query) == ("/3/tv/1399", {"append_to_response": "season/1"})
        untyped.movies.popular().page(Int64(2))
        assert fake.query == {"page": "2"}
        pager = untyped.search.movies("a", year=Int64(1999)).limit(Int64(5)).prefetch(Int64(1)).start_page(Int64(3))
        pager.first()
        assert (fake.query["year"], fake.query["page"]) == ("1999", "3")
        conditions = {"genres": all_of(Int64(28), Int64(12)), "vote_count": between(Int64(5)), "people": Int64(3)}
        untyped.discover.movies(**conditions).first()
        assert (fake.query["with_genres"], fake.query["vote_count.gte"]) == ("28,12", "5")
        untyped.movies.rate(Int64(550), Int64(8))
        assert fake.last.read() == b'{"value":8}'
        untyped.v4.lists.add_items(1, [("movie", Int64(550))])
        assert fake.last.read() == b'{"items":[{"media_type":"movie","media_id":550}]}'
        assert untyped.images.poster("/a.jpg", width=Int64(500)).endswith("/w500/a.jpg")


@pytest.mark.parametrize("secret", [b"secret", ["secret"], object()], ids=["bytes", "list", "object"])
def test_errors_of_secrets_do_not_show_the_value(secret: Any) -> None:
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        calls: list[Callable[[], Any]] = [
            lambda: tmdb.account.details(session_id=secret),
            lambda: tmdb.guest.rated_movies(secret),
            lambda: tmdb.with_options(session_id=secret),
            lambda: TMDB(secret),
        ]
        for call in calls:
            with pytest.raises(InvalidArgumentError, match="must be text") as caught:
                call()
            assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "parameter", "message"),
    [
        ({"access_token": 5}, "access_token", "must be text, got int"),
        ({"base_url": 5}, "base_url", "must be text, got int"),
        ({"base_url": ""}, "base_url", "must be a URL with http or https"),
        ({"base_url": "http://a b"}, "base_url", "must be a URL with http or https"),
        ({"proxy": "http://user:secret@a\nb"}, "proxy", "must be a URL with [^@]*$"),
        ({"base_url": "api.themoviedb.org"}, "base_url", "must be a URL with .*, such as https://api.themoviedb.org"),
        ({"proxy": 5}, "proxy", "must be text, got int"),
        ({"proxy": "http://p", "transport": 5}, "proxy", "cannot be combined: pass only one of transport="),
        ({"language": "en_US"}, "language", WRITE_EN_US),
        ({"language": ""}, "language", "must be an ISO 639-1 code"),
        ({"region": "us"}, "region", "must be .*; write 'US'"),
        ({"session_id": ""}, "session_id", "must not be empty; omit it to use the client's session"),
        ({"guest_session_id": " "}, "guest_session_id", "must not be empty"),
        ({"timeout": (5, 10)}, "timeout", "must be a number of seconds"),
        ({"max_retries": "2"}, "max_retries", f"{INTEGER} '2'"),
        ({"transport": 5}, "transport", "must be an httpx.*Transport, got int"),
        ({"http_client": 5}, "http_client", "must be an httpx.*Client, got int"),
        ({"on_drift": "never"}, "on_drift", "must be 'warn', 'ignore' or 'raise', got 'never'"),
        ({"on_response": "print"}, "on_response", "must be a synchronous function with one parameter, the event"),
    ],
)
def test_client_rejects_invalid_options_on_construction(options: dict[str, Any], parameter: str, message: str) -> None:
    arguments: dict[str, Any] = {"access_token": TOKEN, **options}
    with pytest.raises(InvalidArgumentError, match=f"^{parameter} {message}") as caught:
        TMDB(**arguments)
    assert caught.value.parameter == parameter


def test_token_with_the_word_bearer_raises_credentials_error() -> None:
    with pytest.raises(CredentialsError, match=r"without the word Bearer$"):
        TMDB("Bearer eyJ.a.b")


def test_call_and_call_raw_send_values_unchecked() -> None:
    """Only a value that would change the path is rejected."""
    fake = Fake(movie_pages(0))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.movies.popular, page=501, language="en_US")
        assert fake.query == {"page": "501", "language": "en_US"}
        raw = tmdb.call_raw(api.search.movies, query="")
        assert raw.url.endswith("?query=")
        with pytest.raises(InvalidArgumentError, match=r"^credit_id must be a plain id"):
            tmdb.call(api.credits.details, "a/b")


class Labelled(str):
    """A text whose `str()` is another one, such as a member of an enum of texts."""

    def __str__(self) -> str:
        return "label"


def test_text_of_a_subclass_is_sent_as_it_is() -> None:
    fake = Fake(movie_pages(0))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        untyped: Any = tmdb
        untyped.trending.movies(Labelled("day")).first()
        assert fake.last.url.path == "/3/trending/movie/day"
        untyped.search.movies(Labelled("day")).first()
        assert fake.query["query"] == "day"


def test_unusual_but_valid_arguments_are_accepted() -> None:
    fake = Fake(movie_pages(0))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        untyped: Any = tmdb
        untyped.movies.details("tt0137523", language="pt-br")
        assert fake.last.url.path == "/3/movie/tt0137523"
        tmdb.movies.images(550, language="xx")
        tmdb.search.movies("-1").first()
        tmdb.find.imdb(" tt0137523\n")
        assert fake.last.url.path == "/3/find/tt0137523"
        tmdb.find.tvdb(121361)
        tmdb.tv.details(1399, seasons=(0, 1))
        assert fake.query == {"append_to_response": "season/0,season/1"}
        untyped.v4.lists.add_items(1, [["movie", 550]])
