"""TV series, seasons, episodes and episode groups."""

from __future__ import annotations

import datetime
from typing import Literal, assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, EpisodeOrder, Pager
from tmdb_facade.models import (
    AccountStates,
    AggregateCastMember,
    AggregateCredits,
    Changes,
    ContentRatings,
    Episode,
    EpisodeCredits,
    EpisodeDetails,
    EpisodeGroup,
    EpisodeGroupDetails,
    EpisodeGroupPart,
    EpisodeGroups,
    EpisodeGroupType,
    GroupedEpisode,
    Network,
    RatedValue,
    ScreenedTheatrically,
    Season,
    SeasonAccountStates,
    SeasonCredits,
    SeasonDetails,
    SeasonEpisode,
    StatusResponse,
    TVCredits,
    TVDetails,
    TVShow,
    TVShowPage,
    Videos,
    WatchProviders,
)
from tmdb_facade.types import CountryCertification, OrderedEpisode, TVHasCredits, TVHasSeason


def takes_any_series(series: TVDetails) -> str:
    """Accept a series with or without blocks."""
    return series.name


def sync_client(tmdb: TMDB) -> None:
    """Check the types of series, seasons and episodes."""
    series = tmdb.tv.details(1399)
    assert_type(series, TVDetails)
    assert_type(series.first_air_date, datetime.date | None)
    assert_type(series.seasons, list[Season])
    assert_type(series.next_episode_to_air, Episode | None)
    assert_type(series.networks, list[Network])
    takes_any_series(series)
    assert_type(tmdb.tv.latest(), TVDetails)
    assert_type(tmdb.tv.credits(1399), TVCredits)
    assert_type(tmdb.tv.aggregate_credits(1399).cast, list[AggregateCastMember])
    assert_type(tmdb.tv.content_ratings(1399), ContentRatings)
    assert_type(tmdb.tv.screened_theatrically(1399), ScreenedTheatrically)
    assert_type(tmdb.tv.account_states(1399).rated, Literal[False] | RatedValue)
    assert_type(tmdb.tv.airing_today(timezone="America/Sao_Paulo"), Pager[TVShow, TVShowPage])
    assert_type(tmdb.tv.rate(1399, 9), StatusResponse)

    several = tmdb.tv.details(1399, seasons=[1, 2])
    assert_type(several, TVDetails[TVHasSeason])
    assert_type(several.season(1), SeasonDetails)
    assert_type(several.season(2).episodes, list[SeasonEpisode])
    takes_any_series(several)

    season = tmdb.tv.seasons.details(1399, 1)
    assert_type(season, SeasonDetails)
    assert_type(season.episodes, list[SeasonEpisode])
    assert_type(tmdb.tv.seasons.credits(1399, 1), SeasonCredits)
    assert_type(tmdb.tv.seasons.aggregate_credits(1399, 1), AggregateCredits)
    assert_type(tmdb.tv.seasons.watch_providers(1399, 1), WatchProviders)
    states = tmdb.tv.seasons.account_states(1399, 1)
    assert_type(states, SeasonAccountStates)
    assert_type(states.results[0].rated, Literal[False] | RatedValue)
    assert_type(tmdb.tv.seasons.changes(3624), Changes)

    episode = tmdb.tv.episodes.details(1399, 1, 1)
    assert_type(episode, EpisodeDetails)
    assert_type(episode.air_date, datetime.date | None)
    assert_type(tmdb.tv.episodes.credits(1399, 1, 1), EpisodeCredits)
    assert_type(tmdb.tv.episodes.videos(1399, 1, 1), Videos)
    assert_type(tmdb.tv.episodes.account_states(1399, 1, 1), AccountStates)
    assert_type(tmdb.tv.episodes.rate(1399, 1, 1, 0.5), StatusResponse)
    assert_type(tmdb.tv.episodes.delete_rating(1399, 1, 1), StatusResponse)

    assert_type(tmdb.tv.episode_groups.for_series(1399), EpisodeGroups)
    assert_type(tmdb.tv.episode_groups.for_series(1399).results, list[EpisodeGroup])
    group = tmdb.tv.episode_groups.details("5acf93e60e0a26346d0000ce")
    assert_type(group, EpisodeGroupDetails)
    assert_type(tmdb.tv.episode_groups.details(group.id, language="de-DE"), EpisodeGroupDetails)
    assert_type(tmdb.tv.episode_groups.order(1399, 3, languages=["de-DE", "en-US"]), EpisodeOrder)
    assert_type(group.groups, list[EpisodeGroupPart])
    order = tmdb.tv.episode_groups.order(1399, EpisodeGroupType.ABSOLUTE)
    assert_type(order, EpisodeOrder)
    assert_type(
        tmdb.tv.episode_groups.order(1399, tmdb.tv.episode_groups.for_series(1399).results[0].type), EpisodeOrder
    )
    assert_type(EpisodeOrder(group).number(1, 5), int | None)
    assert_type(order.episode(62), OrderedEpisode | None)
    assert_type(order.find(1, 5), OrderedEpisode | None)
    assert_type(order.at(1, 5), OrderedEpisode | None)
    assert_type([place.aired for place in order], list[GroupedEpisode])
    assert_type(tmdb.tv.content_ratings(1399).certification("US"), CountryCertification | None)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    series = await tmdb.tv.details(1399)
    assert_type(series, TVDetails)
    several = await tmdb.tv.details(1399, seasons=[1, 2])
    assert_type(several, TVDetails[TVHasSeason])
    assert_type(several.season(1), SeasonDetails)
    takes_any_series(several)
    assert_type(tmdb.tv.popular(), AsyncPager[TVShow, TVShowPage])
    assert_type(await tmdb.tv.seasons.details(1399, 1), SeasonDetails)
    assert_type(await tmdb.tv.episodes.details(1399, 1, 1), EpisodeDetails)
    assert_type(await tmdb.tv.episode_groups.for_series(1399), EpisodeGroups)
    assert_type(await tmdb.tv.episode_groups.order(1399, 3), EpisodeOrder)
    assert_type(await tmdb.tv.episode_groups.details("5acf93e60e0a26346d0000ce"), EpisodeGroupDetails)


def takes_cast_and_season(series: TVDetails[TVHasCredits | TVHasSeason]) -> None:
    """Require two blocks; a series without them is an error (see wrong.py)."""
    assert_type(series.credits, TVCredits)
    assert_type(series.season(1), SeasonDetails)
