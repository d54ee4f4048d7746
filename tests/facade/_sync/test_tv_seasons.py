# Made from tests/facade/_async/test_tv_seasons.py by `make sync`: edit that file, never this one.
"""Seasons: what each method asks, and the type that it gives."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import SeasonHasCredits, SeasonHasWatchProviders
from tmdb_facade import TMDB, SeasonAppend
from tmdb_facade.models import (
    AggregateCredits,
    Changes,
    SeasonAccountStates,
    SeasonCredits,
    SeasonDetails,
    SeasonExternalIds,
    SeasonImages,
    SeasonTranslations,
    Videos,
    WatchProviders,
)

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.tv.seasons.details(
            1399,
            1,
            include_image_language=["pt", None],
            include_video_language=["pt", "en"],
            language="pt-BR",
            session_id="s1",
            guest_session_id="g1",
        ),
        "/3/tv/1399/season/1",
        {
            "include_image_language": "pt,null",
            "include_video_language": "pt,en",
            "language": "pt-BR",
            "session_id": "s1",
            "guest_session_id": "g1",
        },
        SeasonDetails,
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.account_states(1399, 1, session_id="s1", guest_session_id="g1"),
        "/3/tv/1399/season/1/account_states",
        {"session_id": "s1", "guest_session_id": "g1"},
        SeasonAccountStates,
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.aggregate_credits(1399, 1, language="pt-BR"),
        "/3/tv/1399/season/1/aggregate_credits",
        {"language": "pt-BR"},
        AggregateCredits,
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.changes(3624, start_date=date(2026, 1, 2), end_date=date(2026, 1, 9), page=2),
        "/3/tv/season/3624/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "2"},
        Changes,
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.credits(1399, 1, language="pt-BR"),
        "/3/tv/1399/season/1/credits",
        {"language": "pt-BR"},
        SeasonCredits,
    ),
    Case(lambda tmdb: tmdb.tv.seasons.external_ids(1399, 1), "/3/tv/1399/season/1/external_ids", {}, SeasonExternalIds),
    Case(
        lambda tmdb: tmdb.tv.seasons.images(1399, 1, include_image_language=["pt", None], language="pt-BR"),
        "/3/tv/1399/season/1/images",
        {"include_image_language": "pt,null", "language": "pt-BR"},
        SeasonImages,
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.translations(1399, 1), "/3/tv/1399/season/1/translations", {}, SeasonTranslations
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.videos(1399, 1, include_video_language=["pt", "en"], language="pt-BR"),
        "/3/tv/1399/season/1/videos",
        {"include_video_language": "pt,en", "language": "pt-BR"},
        Videos,
    ),
    Case(
        lambda tmdb: tmdb.tv.seasons.watch_providers(1399, 1, language="pt-BR"),
        "/3/tv/1399/season/1/watch/providers",
        {"language": "pt-BR"},
        WatchProviders,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


def test_blocks_of_a_season_are_typed() -> None:
    """With constants of its own."""
    fake = Fake(say({"id": 3624, "credits": {}, "watch/providers": {"results": {}}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        season = tmdb.tv.seasons.details(1399, 1, append=SeasonAppend.CREDITS | SeasonAppend.WATCH_PROVIDERS)
    assert_type(season, SeasonDetails[SeasonHasCredits | SeasonHasWatchProviders])
    assert_type(season.credits, SeasonCredits)
    assert fake.query == {"append_to_response": "credits,watch/providers"}
    assert season.watch_providers.results == {}
