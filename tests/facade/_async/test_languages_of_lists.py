"""Lists in several languages: the requests for their pages, and the texts of their rows."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, assert_type

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import (
    AsyncPager,
    AsyncTMDB,
    DriftWarning,
    InvalidArgumentError,
    ServerError,
    TVAppend,
    between,
    localization,
)
from tmdb_facade.models import Movie, MoviePage, Person, TVDetails

LANGUAGES = ["pt-BR", "de-DE", "en-US"]
ORIGINAL = "千と千尋の神隠し"


def row(number: int, title: str = "", overview: str = "") -> dict[str, object]:
    """Return a movie or TV series as TMDB sends it; without a title of its own, it has the original one."""
    return {
        "id": number,
        "title": title or ORIGINAL,
        "name": title or ORIGINAL,
        "original_title": ORIGINAL,
        "original_name": ORIGINAL,
        "original_language": "ja",
        "overview": overview,
        "media_type": "movie",
    }


def lists(total: int = 1, *, complete: Mapping[str, str] | None = None) -> Fake:
    """Return a TMDB with lists of 20 rows per page in which each language has its texts.

    Args:
        total: The number of rows.
        complete: A text for each language; other languages have none. By default only English has one.
    """
    texts = {"en-US": "Away"} if complete is None else complete

    def answer(request: httpx.Request) -> httpx.Response:
        parameters = request.url.params
        page = int(parameters.get("page", "1"))
        text = texts.get(parameters["language"], "")
        rows = [row(number, text, text) for number in range(20 * page - 19, min(20 * page, total) + 1)]
        names = ("results", "items", "movie_results", "cast", "parts")
        counts = {"page": page, "total_pages": -(-total // 20), "total_results": total, "id": 1, "name": "One"}
        return json_response({**counts, **dict.fromkeys(names, rows), "translations": {"translations": []}})

    return Fake(answer)


def sent(fake: Fake) -> list[tuple[int, str]]:
    """Return the page and the language of each request, sorted, as concurrent requests have no order."""
    queries = [request.url.params for request in fake.requests]
    return sorted((int(query.get("page", "1")), query["language"]) for query in queries)


def client(fake: Fake, **options: Any) -> AsyncTMDB:
    """Return a client of a fake TMDB."""
    options.setdefault("on_drift", "ignore")
    return AsyncTMDB(TOKEN, transport=fake.transport, **options)


async def test_complete_page_takes_one_request() -> None:
    """The list replaces the client's language."""
    fake = lists(3, complete={"pt-BR": "Viagem"})
    async with client(fake, language="fr") as tmdb:
        pager = tmdb.movies.popular(languages=LANGUAGES)
        assert_type(pager, AsyncPager[Movie, MoviePage])
        page = await pager.page(1)
    assert sent(fake) == [(1, "pt-BR")]
    assert [one.title for one in page.results] == ["Viagem"] * 3
    assert localization(page.results[0]).languages == LANGUAGES


async def test_incomplete_page_takes_at_most_one_request_for_each_language() -> None:
    fake = lists(3)
    async with client(fake) as tmdb:
        page = await tmdb.movies.popular(languages=LANGUAGES).page(1)
    assert sent(fake) == [(1, "de-DE"), (1, "en-US"), (1, "pt-BR")]
    assert [one.overview for one in page.results] == ["Away"] * 3
    assert localization(page.results[0]).sources == {"title": "en-US", "overview": "en-US"}


async def test_iteration_fills_every_page_in_order() -> None:
    """Prefetched pages too; each is requested once in each language."""
    fake = lists(130)
    async with client(fake) as tmdb:
        found = [one async for one in tmdb.movies.popular(languages=["pt-BR", "en-US"])]
    assert [one.id for one in found] == list(range(1, 131))
    assert {one.title for one in found} == {"Away"}
    assert sent(fake) == [(page, tag) for page in range(1, 8) for tag in ("en-US", "pt-BR")]


async def test_pages_first_and_limit_fill_their_rows() -> None:
    """Only requested pages are filled."""
    fake = lists(45)
    async with client(fake) as tmdb:
        pager = tmdb.movies.popular(languages=["pt-BR", "en-US"])
        assert [page.results[0].title async for page in pager.pages()] == ["Away"] * 3
        first = await pager.first()
        assert first is not None
        assert first.title == "Away"
        fake.requests.clear()
        assert [one.title async for one in pager.limit(2)] == ["Away"] * 2
        assert sent(fake) == [(1, "en-US"), (1, "pt-BR")]
        fake.requests.clear()
        assert [one.title async for one in pager.prefetch(1).start_page(3)] == ["Away"] * 5
        assert sent(fake) == [(3, "en-US"), (3, "pt-BR")]


async def test_sliced_query_fills_its_rows() -> None:
    """The page that decides about a slice is requested once in each language."""
    fake = lists(5)
    async with client(fake) as tmdb:
        days = between(date(2001, 1, 1), date(2001, 12, 31))
        movies = tmdb.discover.movies(languages=["pt-BR", "en-US"], primary_released=days, sliced=True)
        assert [one.title async for one in movies] == ["Away"] * 5
    assert sent(fake) == [(1, "en-US"), (1, "pt-BR")]


async def test_raw_response_has_the_answers_of_all_languages() -> None:
    async with client(lists(2)) as tmdb:
        raw = await tmdb.with_raw_response(tmdb.movies.popular(languages=["pt-BR", "en-US"]).page, 1)
    assert [answer.url.partition("language=")[2][:5] for answer in raw.answers] == ["pt-BR", "en-US"]
    assert raw.parsed.results[0].title == "Away"


async def test_cache_serves_the_page_of_each_language() -> None:
    """A later call in one of the languages gets that language's own texts."""

    def answer(request: httpx.Request) -> httpx.Response:
        text = {"en-US": "Away"}.get(request.url.params["language"], "")
        page = {"page": 1, "results": [row(1, text, text)], "total_pages": 1, "total_results": 1}
        return json_response(page, headers={"cache-control": "max-age=600"})

    fake = Fake(answer)
    async with client(fake, cache="memory") as tmdb:
        for _ in range(2):
            page = await tmdb.movies.popular(languages=["pt-BR", "en-US"]).page(1)
            assert page.results[0].title == "Away"
        page = await tmdb.movies.popular(language="pt-BR").page(1)
    assert page.results[0].title == ORIGINAL
    assert len(fake.requests) == 2


CALLS: dict[str, Callable[[AsyncTMDB], Any]] = {
    "find.imdb": lambda tmdb: tmdb.find.imdb("tt0137523", languages=LANGUAGES),
    "people.movie_credits": lambda tmdb: tmdb.people.movie_credits(1, languages=LANGUAGES),
    "people.tv_credits": lambda tmdb: tmdb.people.tv_credits(1, languages=LANGUAGES),
    "people.combined_credits": lambda tmdb: tmdb.people.combined_credits(1, languages=LANGUAGES),
    "lists.details": lambda tmdb: tmdb.lists.details(1, languages=LANGUAGES),
    "v4.lists.details": lambda tmdb: tmdb.v4.lists.details(1, languages=LANGUAGES),
    "collections.details": lambda tmdb: tmdb.collections.details(1, languages=LANGUAGES),
    "lists.items": lambda tmdb: tmdb.lists.items(1, languages=LANGUAGES).page(1),
    "v4.lists.items": lambda tmdb: tmdb.v4.lists.items(1, languages=LANGUAGES).page(1),
    "account.rated_movies": lambda tmdb: tmdb.account.rated_movies(1, session_id="5e551011", languages=LANGUAGES).page(
        1
    ),
    "guest.rated_tv": lambda tmdb: tmdb.guest.rated_tv("5e551011", languages=LANGUAGES).page(1),
    "search.collections": lambda tmdb: tmdb.search.collections("a", languages=LANGUAGES).page(1),
    "search.multi": lambda tmdb: tmdb.search.multi("a", languages=LANGUAGES).page(1),
    "trending.all": lambda tmdb: tmdb.trending.all(languages=LANGUAGES).page(1),
    "tv.popular": lambda tmdb: tmdb.tv.popular(languages=LANGUAGES).page(1),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_languages_fill_the_rows_of_every_kind_of_list(call: Callable[[AsyncTMDB], Any]) -> None:
    """Requests for further languages differ only in the language, and lack the blocks of details."""
    fake = lists(1)
    async with client(fake) as tmdb:
        answer = await call(tmdb)
    assert [request.url.params["language"] for request in fake.requests] == LANGUAGES
    rows = next(
        found
        for name in ("results", "items", "movie_results", "cast", "parts")
        if (found := getattr(answer, name, None)) is not None
    )
    assert (rows[0].title if hasattr(rows[0], "title") else rows[0].name) == "Away"
    assert localization(rows[0]).sources["overview"] == "en-US"
    first, *others = [dict(request.url.params) for request in fake.requests]
    first.pop("append_to_response", None)
    for other in others:
        assert {**other, "language": "pt-BR"} == first


async def test_season_fills_its_episodes() -> None:
    """Its own texts come from its translations, in the first request."""

    def answer(request: httpx.Request) -> httpx.Response:
        language = request.url.params["language"]
        names = {"pt-BR": ("Episódio 1", "Viagem"), "en-US": ("Away", "Journey")}.get(language, ("Folge 1", "Folge 2"))
        episodes = [
            {"id": 60 + number, "episode_number": number, "season_number": 2, "name": name, "overview": "Text."}
            for number, name in enumerate(names, 1)
        ]
        texts = {"iso_639_1": "de", "iso_3166_1": "DE", "data": {"name": "Reisen", "overview": ""}}
        translations = {"translations": {"translations": [texts]}} if "append_to_response" in request.url.params else {}
        season = {"id": 1, "name": "Temporada 2", "season_number": 2, "overview": "", "episodes": episodes}
        return json_response({**season, **translations})

    fake = Fake(answer)
    async with client(fake) as tmdb:
        season = await tmdb.tv.seasons.details(1, 2, languages=LANGUAGES)
    assert [dict(request.url.params) for request in fake.requests] == [
        {"append_to_response": "translations", "language": "pt-BR"},
        {"language": "de-DE"},
        {"language": "en-US"},
    ]
    assert (season.name, [one.name for one in season.episodes]) == ("Reisen", ["Away", "Viagem"])
    assert [localization(one).sources["name"] for one in season.episodes] == ["en-US", "pt-BR"]


async def test_series_fills_the_episodes_of_its_appended_seasons() -> None:
    """One request for all seasons in each further language, without other blocks. A missing season is no reason for one."""

    def answer(request: httpx.Request) -> httpx.Response:
        name = {"en-US": "Away"}.get(request.url.params["language"], "Episódio 1")
        blocks = {
            f"season/{number}": {
                "id": number,
                "season_number": number,
                "name": "Temporada",
                "overview": "",
                "episodes": [{"id": 60 + number, "episode_number": 1, "name": name, "overview": "Text."}],
            }
            for number in (1, 2)
        }
        others: dict[str, object] = {"translations": {"translations": []}, "credits": {"cast": [], "crew": []}}
        return json_response({"id": 1, "name": "Serie", "original_name": "原", **blocks, **others})

    fake = Fake(answer)
    async with client(fake) as tmdb:
        blocks = TVAppend.CREDITS
        series = await tmdb.tv.details(1, languages=["pt-BR", "en-US"], append=blocks, seasons=[1, 2, 9])
    assert [dict(request.url.params) for request in fake.requests] == [
        {"append_to_response": "credits,season/1,season/2,season/9,translations", "language": "pt-BR"},
        {"append_to_response": "season/1,season/2,season/9", "language": "en-US"},
    ]
    episodes = [series.season(number).episodes[0] for number in (1, 2)]
    assert [(one.name, localization(one).sources["name"]) for one in episodes] == [("Away", "en-US")] * 2
    again = TVDetails.from_json(series.to_json(), append=blocks, seasons=[1, 2], on_drift="ignore")
    assert [localization(again.season(number).episodes[0]) for number in (1, 2)] == list(map(localization, episodes))


async def test_details_request_rows_in_at_most_5_languages() -> None:
    """Further languages select only from the translations."""
    fake = lists(1, complete={})
    async with client(fake) as tmdb:
        await tmdb.collections.details(1, languages=["pt", "es", "fr", "de", "it", "en"])
    assert [request.url.params["language"] for request in fake.requests] == ["pt", "es", "fr", "de", "it"]


async def test_details_of_a_series_request_nothing_for_the_rows_of_its_seasons() -> None:
    series = {"id": 1, "name": "Away", "seasons": [{"id": 2, "season_number": 1, "name": "Season 1", "overview": ""}]}
    fake = Fake(json_response({**series, "translations": {"translations": []}}))
    async with client(fake) as tmdb:
        await tmdb.tv.details(1, languages=LANGUAGES)
    assert len(fake.requests) == 1


async def test_one_language_leaves_rows_without_localization() -> None:
    fake = lists(1)
    async with client(fake) as tmdb:
        found = await tmdb.movies.popular(language="pt-BR").first()
    assert found is not None
    assert found.title == ORIGINAL
    with pytest.raises(InvalidArgumentError, match=r"languages=\[...\]"):
        localization(found)
    wrong: Any = Person.from_dict({"id": 287, "name": "Brad Pitt"}, on_drift="ignore")
    with pytest.raises(InvalidArgumentError, match="a row of a list that has texts in several languages"):
        localization(wrong)


async def test_language_and_languages_are_rejected_before_any_request() -> None:
    fake = lists(1)
    async with client(fake) as tmdb:
        with pytest.raises(InvalidArgumentError, match="cannot be combined with language="):
            tmdb.movies.popular(language="de", languages=LANGUAGES)
        with pytest.raises(InvalidArgumentError, match="at most 5 languages"):
            tmdb.search.movies("a", languages=["pt", "es", "fr", "de", "it", "en"])
        with pytest.raises(InvalidArgumentError, match="cannot be combined with language="):
            await tmdb.find.imdb("tt0137523", language="de", languages=LANGUAGES)
    assert fake.requests == []


async def test_differences_of_every_language_are_reported() -> None:
    """Once for each request, in the user's task or thread."""

    def answer(request: httpx.Request) -> httpx.Response:
        text = {"en-US": "Away"}.get(request.url.params["language"], "")
        entry = {**row(1, text, text), "vote_average": "high" if text else 5.0}
        return json_response({"page": 1, "results": [entry], "total_pages": 1, "total_results": 1})

    async with client(Fake(answer), on_drift="warn") as tmdb:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            page = await tmdb.movies.popular(languages=["pt-BR", "en-US"]).page(1)
    assert page.results[0].title == "Away"
    assert any("vote_average" in str(one.message) for one in caught if one.category is DriftWarning)


async def test_failure_of_a_further_language_is_raised() -> None:
    """Rows in the wrong language would look like rows without a translation."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params["language"] == "en-US":
            return json_response({"status_code": 9, "status_message": "Offline."}, 503)
        page = {"page": 1, "results": [row(1)], "total_pages": 1, "total_results": 1}
        return json_response(page)

    async with client(Fake(answer), max_retries=0) as tmdb:
        with pytest.raises(ServerError):
            await tmdb.movies.popular(languages=["pt-BR", "en-US"]).page(1)


async def test_totals_take_one_request_in_any_number_of_languages() -> None:
    fake = lists(1)
    async with client(fake) as tmdb:
        assert await tmdb.movies.popular(languages=LANGUAGES).total_results
    assert len(fake.requests) == 1
