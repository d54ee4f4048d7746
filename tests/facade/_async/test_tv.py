"""Series: what each method asks, and the type that it gives."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_type

import httpx
import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import TVHasCredits, TVHasSeason
from tmdb_facade import AsyncTMDB, TVAppend
from tmdb_facade.errors import MissingBlockError
from tmdb_facade.models import (
    AccountStates,
    AggregateCredits,
    Changes,
    ContentRatings,
    Review,
    ScreenedTheatrically,
    SeasonDetails,
    TVAlternativeTitles,
    TVCredits,
    TVDetails,
    TVExternalIds,
    TVImages,
    TVKeywords,
    TVShow,
    TVTranslations,
    UserList,
    Videos,
    WatchProviders,
)

CASES: list[Case[AsyncTMDB]] = [
    Case(
        lambda tmdb: tmdb.tv.details(
            1399,
            start_date=date(2026, 1, 2),
            end_date=date(2026, 1, 9),
            page=2,
            include_image_language=["pt", None],
            include_video_language=["pt", "en"],
            language="pt-BR",
            session_id="s1",
            guest_session_id="g1",
        ),
        "/3/tv/1399",
        {
            "start_date": "2026-01-02",
            "end_date": "2026-01-09",
            "page": "2",
            "include_image_language": "pt,null",
            "include_video_language": "pt,en",
            "language": "pt-BR",
            "session_id": "s1",
            "guest_session_id": "g1",
        },
        TVDetails,
    ),
    Case(
        lambda tmdb: tmdb.tv.account_states(1399, session_id="s1", guest_session_id="g1"),
        "/3/tv/1399/account_states",
        {"session_id": "s1", "guest_session_id": "g1"},
        AccountStates,
    ),
    Case(
        lambda tmdb: tmdb.tv.aggregate_credits(1399, language="pt-BR"),
        "/3/tv/1399/aggregate_credits",
        {"language": "pt-BR"},
        AggregateCredits,
    ),
    Case(
        lambda tmdb: tmdb.tv.airing_today(timezone="America/Sao_Paulo", language="pt-BR").first(),
        "/3/tv/airing_today",
        {"timezone": "America/Sao_Paulo", "language": "pt-BR", "page": "1"},
        TVShow,
    ),
    Case(lambda tmdb: tmdb.tv.alternative_titles(1399), "/3/tv/1399/alternative_titles", {}, TVAlternativeTitles),
    Case(
        lambda tmdb: tmdb.tv.changes(1399, start_date=date(2026, 1, 2), end_date=date(2026, 1, 9), page=2),
        "/3/tv/1399/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "2"},
        Changes,
    ),
    Case(lambda tmdb: tmdb.tv.content_ratings(1399), "/3/tv/1399/content_ratings", {}, ContentRatings),
    Case(lambda tmdb: tmdb.tv.credits(1399, language="pt-BR"), "/3/tv/1399/credits", {"language": "pt-BR"}, TVCredits),
    Case(lambda tmdb: tmdb.tv.external_ids(1399), "/3/tv/1399/external_ids", {}, TVExternalIds),
    Case(
        lambda tmdb: tmdb.tv.images(1399, include_image_language=["pt", None], language="pt-BR"),
        "/3/tv/1399/images",
        {"include_image_language": "pt,null", "language": "pt-BR"},
        TVImages,
    ),
    Case(lambda tmdb: tmdb.tv.keywords(1399), "/3/tv/1399/keywords", {}, TVKeywords),
    Case(lambda tmdb: tmdb.tv.latest(), "/3/tv/latest", {}, TVDetails),
    Case(
        lambda tmdb: tmdb.tv.lists(1399, language="pt-BR").first(),
        "/3/tv/1399/lists",
        {"language": "pt-BR", "page": "1"},
        UserList,
    ),
    Case(
        lambda tmdb: tmdb.tv.on_the_air(timezone="America/Sao_Paulo", language="pt-BR").first(),
        "/3/tv/on_the_air",
        {"timezone": "America/Sao_Paulo", "language": "pt-BR", "page": "1"},
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.tv.popular(language="pt-BR").first(),
        "/3/tv/popular",
        {"language": "pt-BR", "page": "1"},
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.tv.recommendations(1399, language="pt-BR").first(),
        "/3/tv/1399/recommendations",
        {"language": "pt-BR", "page": "1"},
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.tv.reviews(1399, language="pt-BR").first(),
        "/3/tv/1399/reviews",
        {"language": "pt-BR", "page": "1"},
        Review,
    ),
    Case(
        lambda tmdb: tmdb.tv.screened_theatrically(1399), "/3/tv/1399/screened_theatrically", {}, ScreenedTheatrically
    ),
    Case(
        lambda tmdb: tmdb.tv.similar(1399, language="pt-BR").first(),
        "/3/tv/1399/similar",
        {"language": "pt-BR", "page": "1"},
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.tv.top_rated(language="pt-BR").first(),
        "/3/tv/top_rated",
        {"language": "pt-BR", "page": "1"},
        TVShow,
    ),
    Case(lambda tmdb: tmdb.tv.translations(1399), "/3/tv/1399/translations", {}, TVTranslations),
    Case(
        lambda tmdb: tmdb.tv.videos(1399, include_video_language=["pt", "en"], language="pt-BR"),
        "/3/tv/1399/videos",
        {"include_video_language": "pt,en", "language": "pt-BR"},
        Videos,
    ),
    Case(lambda tmdb: tmdb.tv.watch_providers(1399), "/3/tv/1399/watch/providers", {}, WatchProviders),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
async def test_each_method_asks_for_its_operation(case: Case[AsyncTMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = await case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


SERIES: dict[str, object] = {"id": 1399, "name": "A series", "seasons": []}


def with_blocks(request: httpx.Request) -> httpx.Response:
    """Answer for a series with the blocks that were asked for."""
    blocks = request.url.params.get("append_to_response", "")
    seasons = {
        block: {"id": 7, "season_number": int(block.partition("/")[2])}
        for block in blocks.split(",")
        if block.startswith("season/")
    }
    return say({**SERIES, **seasons, "credits": {"cast": [], "crew": []}})


async def test_seasons_come_along_and_are_typed() -> None:
    """By number; a series that was asked for without seasons has none for a type checker either."""
    fake = Fake(with_blocks)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, seasons=[0, 2, 2])
        assert_type(series, TVDetails[TVHasSeason])
        assert fake.query == {"append_to_response": "season/0,season/2"}
        season = series.season(2)
        assert_type(season, SeasonDetails)
        assert (series.season(0).season_number, season.season_number) == (0, 2)
        with pytest.raises(MissingBlockError, match=r"TVAppend\.season"):
            series.season(1)
        plain = await tmdb.tv.details(1399)
        assert_type(plain, TVDetails)
        assert fake.query == {}
        with pytest.raises(MissingBlockError):
            plain.season(2)  # type: ignore[misc]  # wrong on purpose


async def test_seasons_and_blocks_come_together() -> None:
    """In one request; `TVAppend.season(n)` says the same as a number in `seasons`."""
    fake = Fake(with_blocks)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, append=TVAppend.CREDITS, seasons=range(1, 3))
        assert_type(series, TVDetails[TVHasCredits | TVHasSeason])
        assert fake.query == {"append_to_response": "credits,season/1,season/2"}
        assert_type(series.credits, TVCredits)
        assert series.season(1).season_number == 1
        same = await tmdb.tv.details(1399, append=TVAppend.CREDITS | TVAppend.season(1), seasons=[1])
        assert_type(same, TVDetails[TVHasCredits | TVHasSeason])
        assert fake.query == {"append_to_response": "credits,season/1"}
        alone = await tmdb.tv.details(1399, append=TVAppend.CREDITS)
        assert_type(alone, TVDetails[TVHasCredits])
        named = await tmdb.tv.details(1399, append=["credits", "season/1"], seasons=[2])
        assert_type(named, TVDetails[Any])
        assert fake.query == {"append_to_response": "credits,season/1,season/2"}


async def test_more_seasons_than_tmdb_appends_take_further_requests() -> None:
    """TMDB appends twenty blocks; the answer is one all the same."""
    fake = Fake(with_blocks)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, append=TVAppend.CREDITS, seasons=range(41))
    assert len(fake.requests) == 3
    assert [series.season(number).season_number for number in range(41)] == list(range(41))


async def test_a_season_below_zero_is_an_error_before_anything_is_sent() -> None:
    """TMDB would leave it out without a word."""
    fake = Fake(with_blocks)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="-1"):
            await tmdb.tv.details(1399, seasons=[1, -1])
    assert fake.requests == []


async def test_the_namespaces_of_a_series_are_made_once() -> None:
    """Seasons, episodes and their orders hang on `tmdb.tv`."""
    fake = Fake()
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        assert tmdb.tv.seasons is tmdb.tv.seasons
        assert tmdb.tv.episodes is tmdb.tv.episodes
        assert tmdb.tv.episode_groups is tmdb.tv.episode_groups
