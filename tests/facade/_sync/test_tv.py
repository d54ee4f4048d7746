# Made from tests/facade/_async/test_tv.py by `make sync`: edit that file, never this one.
"""TV series: appended blocks and seasons."""

from __future__ import annotations

from typing import Any, assert_type

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import TVHasCredits, TVHasSeason
from tmdb_facade import TMDB, EpisodeOrder, MissingEpisodeOrderError, TVAppend
from tmdb_facade.errors import InvalidArgumentError, MissingBlockError
from tmdb_facade.models import (
    EpisodeGroupType,
    SeasonDetails,
    TVCredits,
    TVDetails,
)

SERIES: dict[str, object] = {"id": 1399, "name": "A series", "seasons": []}


def with_blocks(request: httpx.Request) -> httpx.Response:
    """Answer for a series with the requested blocks."""
    blocks = request.url.params.get("append_to_response", "")
    seasons = {
        block: {"id": 7, "season_number": int(block.partition("/")[2])}
        for block in blocks.split(",")
        if block.startswith("season/")
    }
    return json_response({**SERIES, **seasons, "credits": {"cast": [], "crew": []}})


def test_tv_details_with_seasons_has_typed_seasons() -> None:
    """Without `seasons=`, reading a season is an error for type checkers too."""
    fake = Fake(with_blocks)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = tmdb.tv.details(1399, seasons=[0, 2, 2])
        assert_type(series, TVDetails[TVHasSeason])
        assert fake.query == {"append_to_response": "season/0,season/2"}
        season = series.season(2)
        assert_type(season, SeasonDetails)
        assert (series.season(0).season_number, season.season_number) == (0, 2)
        with pytest.raises(MissingBlockError, match=r"TVAppend\.season"):
            series.season(1)
        plain = tmdb.tv.details(1399)
        assert_type(plain, TVDetails)
        assert fake.query == {}
        with pytest.raises(MissingBlockError):
            plain.season(2)  # type: ignore[misc]  # wrong on purpose


def test_tv_details_accepts_append_and_seasons_together() -> None:
    """`TVAppend.season(n)` is the same as a number in `seasons`."""
    fake = Fake(with_blocks)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = tmdb.tv.details(1399, append=TVAppend.CREDITS, seasons=range(1, 3))
        assert_type(series, TVDetails[TVHasCredits | TVHasSeason])
        assert fake.query == {"append_to_response": "credits,season/1,season/2"}
        assert_type(series.credits, TVCredits)
        assert series.season(1).season_number == 1
        same = tmdb.tv.details(1399, append=TVAppend.CREDITS | TVAppend.season(1), seasons=[1])
        assert_type(same, TVDetails[TVHasCredits | TVHasSeason])
        assert fake.query == {"append_to_response": "credits,season/1"}
        alone = tmdb.tv.details(1399, append=TVAppend.CREDITS)
        assert_type(alone, TVDetails[TVHasCredits])
        named = tmdb.tv.details(1399, append=["credits", "season/1"], seasons=[2])
        assert_type(named, TVDetails[Any])
        assert fake.query == {"append_to_response": "credits,season/1,season/2"}


def test_tv_details_with_more_than_20_blocks_merges_several_requests() -> None:
    fake = Fake(with_blocks)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = tmdb.tv.details(1399, append=TVAppend.CREDITS, seasons=range(41))
    assert len(fake.requests) == 3
    assert [series.season(number).season_number for number in range(41)] == list(range(41))


def episode_groups(request: httpx.Request) -> httpx.Response:
    """Answer with three orders of a series, or with one of them."""
    if request.url.path.startswith("/3/tv/episode_group/"):
        episode: dict[str, object] = {"id": 5, "name": "Five", "season_number": 1, "episode_number": 5, "order": 0}
        part: dict[str, object] = {"id": "c", "name": "Disc 1", "order": 1, "locked": True, "episodes": [episode]}
        return json_response({"id": request.url.path[-2:], "name": "DVD order", "type": 3, "groups": [part]})
    rows = [("a1", 3, 5), ("a2", 3, 7), ("a3", 2, 0)]
    return json_response(
        {"id": 1396, "results": [{"id": id_, "name": id_, "type": type_, "episode_count": n} for id_, type_, n in rows]}
    )


def test_episode_order_requests_the_list_and_the_longest_group_of_the_type() -> None:
    fake = Fake(episode_groups)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        order = tmdb.tv.episode_groups.order(1396, EpisodeGroupType.DVD)
        assert_type(order, EpisodeOrder)
        assert [request.url.path for request in fake.requests] == [
            "/3/tv/1396/episode_groups",
            "/3/tv/episode_group/a2",
        ]
        assert order.number(1, 5) == 1
        assert (tmdb.tv.episode_groups.order(1396, 3)).name == "DVD order"


def test_episode_order_of_another_type_is_an_error_after_one_request() -> None:
    """A group without episodes is none."""
    fake = Fake(episode_groups)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(MissingEpisodeOrderError, match=r"series 1396 .*ABSOLUTE: its orders .*DVD") as caught:
            tmdb.tv.episode_groups.order(1396, EpisodeGroupType.ABSOLUTE)
        assert caught.value.types == (EpisodeGroupType.DVD,)
        assert len(fake.requests) == 1


@pytest.mark.parametrize("type_", [0, 8, "dvd", None, True])
def test_episode_order_rejects_a_wrong_type_before_any_request(type_: Any) -> None:
    fake = Fake(episode_groups)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(
            InvalidArgumentError, match=r"^type must be a member of EpisodeGroupType, or a number from 1 to 7"
        ):
            tmdb.tv.episode_groups.order(1396, type_)
        assert fake.requests == []
