"""Episodes of a season, with generated ones where the catalogue has no record."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from .records import Episode, Season, Series

# Generated ids are far above TMDB's own and below the largest valid id: this base, plus the season's id times 1,000,
# plus the episode number.
OWN_IDS = 1_000_000_000


class LocatedEpisode(NamedTuple):
    """An episode with its series and season."""

    series: Series
    season: Season
    episode: Episode


def complete_episodes(season: Season) -> tuple[Episode, ...]:
    """Return all episodes of a season in order.

    An episode without a name is called "Episode 7", as on TMDB.

    Args:
        season: The season.

    Returns:
        As many episodes as the season has, each with an id and a name.
    """
    known = {episode.number: episode for episode in season.episodes}
    counted = range(1, season.episode_count + 1)
    # Some seasons skip numbers or start at 0: recorded episodes come first, generated ones fill up the count.
    missing = [number for number in counted if number not in known][: max(season.episode_count - len(known), 0)]
    numbers = sorted({*known, *missing})
    return tuple(_complete(season, known.get(number) or Episode(number=number)) for number in numbers)


def _complete(season: Season, episode: Episode) -> Episode:
    if episode.id and episode.name:
        return episode
    generated_id = OWN_IDS + season.id * 1000 + episode.number
    return msgspec.structs.replace(
        episode, id=episode.id or generated_id, name=episode.name or f"Episode {episode.number}"
    )
