# Made from tests/facade/_async/test_tv_episodes.py by `make sync`: edit that file, never this one.
"""Episodes: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import EpisodeHasImages
from tmdb_facade import TMDB, EpisodeAppend
from tmdb_facade.models import (
    AccountStates,
    Changes,
    EpisodeCredits,
    EpisodeDetails,
    EpisodeExternalIds,
    EpisodeImages,
    EpisodeTranslations,
    Videos,
)

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.tv.episodes.details(
            1399,
            1,
            2,
            include_image_language=["pt", None],
            include_video_language=["pt", "en"],
            language="pt-BR",
            session_id="s1",
            guest_session_id="g1",
        ),
        "/3/tv/1399/season/1/episode/2",
        {
            "include_image_language": "pt,null",
            "include_video_language": "pt,en",
            "language": "pt-BR",
            "session_id": "s1",
            "guest_session_id": "g1",
        },
        EpisodeDetails,
    ),
    Case(
        lambda tmdb: tmdb.tv.episodes.account_states(1399, 1, 2, session_id="s1", guest_session_id="g1"),
        "/3/tv/1399/season/1/episode/2/account_states",
        {"session_id": "s1", "guest_session_id": "g1"},
        AccountStates,
    ),
    Case(lambda tmdb: tmdb.tv.episodes.changes(63056), "/3/tv/episode/63056/changes", {}, Changes),
    Case(
        lambda tmdb: tmdb.tv.episodes.credits(1399, 1, 2, language="pt-BR"),
        "/3/tv/1399/season/1/episode/2/credits",
        {"language": "pt-BR"},
        EpisodeCredits,
    ),
    Case(
        lambda tmdb: tmdb.tv.episodes.external_ids(1399, 1, 2),
        "/3/tv/1399/season/1/episode/2/external_ids",
        {},
        EpisodeExternalIds,
    ),
    Case(
        lambda tmdb: tmdb.tv.episodes.images(1399, 1, 2, include_image_language=["pt", None], language="pt-BR"),
        "/3/tv/1399/season/1/episode/2/images",
        {"include_image_language": "pt,null", "language": "pt-BR"},
        EpisodeImages,
    ),
    Case(
        lambda tmdb: tmdb.tv.episodes.translations(1399, 1, 2),
        "/3/tv/1399/season/1/episode/2/translations",
        {},
        EpisodeTranslations,
    ),
    Case(
        lambda tmdb: tmdb.tv.episodes.videos(1399, 1, 2, include_video_language=["pt", "en"], language="pt-BR"),
        "/3/tv/1399/season/1/episode/2/videos",
        {"include_video_language": "pt,en", "language": "pt-BR"},
        Videos,
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


def test_blocks_of_an_episode_are_typed() -> None:
    """With constants of its own."""
    fake = Fake(say({"id": 63056, "images": {"stills": []}}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        episode = tmdb.tv.episodes.details(1399, 1, 2, append=EpisodeAppend.IMAGES)
    assert_type(episode, EpisodeDetails[EpisodeHasImages])
    assert_type(episode.images, EpisodeImages)
    assert fake.query == {"append_to_response": "images"}
