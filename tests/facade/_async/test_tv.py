"""TV series: appended blocks and seasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_type

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_bindings.append import TVHasCredits, TVHasSeason, TVHasVideos
from tmdb_facade import AsyncTMDB, EpisodeOrder, MissingEpisodeOrderError, TVAppend, localization
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


async def test_tv_details_with_seasons_has_typed_seasons() -> None:
    """Without `seasons=`, reading a season is an error for type checkers too."""
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


async def test_tv_details_accepts_append_and_seasons_together() -> None:
    """`TVAppend.season(n)` is the same as a number in `seasons`."""
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


def series_with(*numbers: int, omitted: int | None = None) -> Fake:
    """Return a fake TMDB of a series with these seasons; it omits one of them from the first answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        blocks = request.url.params["append_to_response"].split(",")
        if len(blocks) > 20:
            return error_response(400, 27)
        sent = [number for number in numbers if number != omitted or len(fake.requests) > 1]
        known: dict[str, object] = {f"season/{number}": {"season_number": number, "episodes": []} for number in sent}
        known |= {"credits": {"cast": [], "crew": []}, "videos": {"results": []}, "translations": {"translations": []}}
        rows = [{"id": number, "season_number": number, "name": f"Season {number}"} for number in numbers]
        appended = {block: known[block] for block in blocks if block in known}
        return json_response({**SERIES, "seasons": rows, **appended})

    fake = Fake(answer)
    return fake


def requested_blocks(fake: Fake) -> list[str]:
    """Return the blocks of each request, with a range for the seasons."""
    texts: list[str] = []
    for request in fake.requests:
        blocks = request.url.params["append_to_response"].split(",")
        seasons = [block.removeprefix("season/") for block in blocks if block.startswith("season/")]
        others = [block for block in blocks if not block.startswith("season/")]
        texts.append(",".join([*others, f"{seasons[0]}-{seasons[-1]}" if len(seasons) > 1 else seasons[0]]))
    return texts


@pytest.mark.parametrize(
    ("numbers", "requests"),
    [
        (range(6), ["0-19"]),
        (range(1, 20), ["0-19"]),
        (range(21), ["0-19", "20"]),
        (range(60), ["0-19", "20-39", "40-59"]),
        ([0, *range(2003, 2019)], ["0-19", "2003-2018"]),
        ([], ["0-19"]),
    ],
    ids=["few", "up to 19", "20", "59", "years", "none"],
)
async def test_tv_details_with_all_seasons_has_every_season(numbers: Sequence[int], requests: list[str]) -> None:
    """TMDB ignores seasons that do not exist, so most series take one request."""
    fake = series_with(*numbers)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, seasons="all")
    assert_type(series, TVDetails[TVHasSeason])
    assert requested_blocks(fake) == requests
    assert [series.season(row.season_number).season_number for row in series.seasons] == list(numbers)
    with pytest.raises(MissingBlockError):
        series.season(99)


async def test_tv_details_with_all_seasons_leaves_room_for_other_blocks() -> None:
    """Also for the translations of a list of languages."""
    fake = series_with(*range(19))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, append=TVAppend.CREDITS | TVAppend.VIDEOS, seasons="all", languages=["pt"])
        assert_type(series, TVDetails[TVHasCredits | TVHasVideos | TVHasSeason])
        assert requested_blocks(fake) == ["credits,videos,translations,0-16", "17-18"]
        assert [series.season(number).season_number for number in range(19)] == list(range(19))
        assert series.credits.cast == []
        fake.requests.clear()
        named = await tmdb.tv.details(1399, append=["season/18", "credits"], seasons="all")
        assert_type(named, TVDetails[Any])
        assert len(fake.requests) == 1


async def test_tv_details_with_all_seasons_requests_an_omitted_season_once_more() -> None:
    fake = series_with(*range(5), omitted=3)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, seasons="all")
    assert requested_blocks(fake) == ["0-19", "3"]
    assert series.season(3).season_number == 3


async def test_tv_details_with_more_than_20_blocks_merges_several_requests() -> None:
    fake = Fake(with_blocks)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.tv.details(1399, append=TVAppend.CREDITS, seasons=range(41))
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


async def test_episode_order_requests_the_list_and_the_longest_group_of_the_type() -> None:
    fake = Fake(episode_groups)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        order = await tmdb.tv.episode_groups.order(1396, EpisodeGroupType.DVD)
        assert_type(order, EpisodeOrder)
        assert [request.url.path for request in fake.requests] == [
            "/3/tv/1396/episode_groups",
            "/3/tv/episode_group/a2",
        ]
        assert order.number(1, 5) == 1
        assert (await tmdb.tv.episode_groups.order(1396, 3)).name == "DVD order"


async def test_episode_order_of_another_type_is_an_error_after_one_request() -> None:
    """A group without episodes is none."""
    fake = Fake(episode_groups)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(MissingEpisodeOrderError, match=r"series 1396 .*ABSOLUTE: its orders .*DVD") as caught:
            await tmdb.tv.episode_groups.order(1396, EpisodeGroupType.ABSOLUTE)
        assert caught.value.types == (EpisodeGroupType.DVD,)
        assert len(fake.requests) == 1


async def test_episode_order_has_its_episodes_in_the_language() -> None:
    """The list of orders has no translated texts, so its request has no language."""
    fake = Fake(episode_groups)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore", language="pt-BR") as tmdb:
        await tmdb.tv.episode_groups.order(1396, EpisodeGroupType.DVD, language="de-DE")
        await tmdb.tv.episode_groups.details("a2")
    assert [dict(request.url.params) for request in fake.requests] == [{}, {"language": "de-DE"}, {"language": "pt-BR"}]


async def test_episode_order_fills_its_episodes_in_several_languages() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        body = episode_groups(request).json()
        if "groups" in body:
            text = {"de-DE": ("Folge 5", ""), "en-US": ("Gray Matter", "Money.")}[request.url.params["language"]]
            body["groups"][0]["episodes"][0].update(zip(("name", "overview"), text, strict=True))
        return json_response(body)

    fake = Fake(answer)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        order = await tmdb.tv.episode_groups.order(1396, EpisodeGroupType.DVD, languages=["de-DE", "en-US"])
    place = order.find(1, 5)
    assert place is not None
    assert (place.aired.name, place.aired.overview) == ("Gray Matter", "Money.")
    assert localization(place.aired).sources["name"] == "en-US"
    assert len(fake.requests) == 3


@pytest.mark.parametrize(
    ("languages", "match"),
    [
        ({"language": "german"}, "^language must be"),
        ({"languages": ["german"]}, "^languages"),
        ({"language": "de", "languages": ["de"]}, "^languages cannot be combined"),
    ],
)
async def test_episode_order_rejects_a_wrong_language_before_any_request(languages: Any, match: str) -> None:
    fake = Fake(episode_groups)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidArgumentError, match=match):
            await tmdb.tv.episode_groups.order(1396, EpisodeGroupType.DVD, **languages)
        assert fake.requests == []


@pytest.mark.parametrize("type_", [0, 8, "dvd", None, True])
async def test_episode_order_rejects_a_wrong_type_before_any_request(type_: Any) -> None:
    fake = Fake(episode_groups)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(
            InvalidArgumentError, match=r"^type must be a member of EpisodeGroupType, or a number from 1 to 7"
        ):
            await tmdb.tv.episode_groups.order(1396, type_)
        assert fake.requests == []
