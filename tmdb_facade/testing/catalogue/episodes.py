"""The episodes of a season: those of which something is known, and the others by their number."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from .records import Episode, Season, Series

# Ids of ours are far above those that TMDB has given, and below the largest of all. They are the season's, times a
# thousand, plus the number.
OWN_IDS = 1_000_000_000


class LocatedEpisode(NamedTuple):
    """An episode with its series and season."""

    series: Series
    season: Season
    episode: Episode


def complete_episodes(season: Season) -> tuple[Episode, ...]:
    """List all episodes of a season in order.

    One of which nothing is known but that it exists is "Episode 7", as TMDB names those that nobody has named yet.

    Args:
        season: The season.

    Returns:
        As many episodes as the season has, each with an id and a name.
    """
    known = {episode.number: episode for episode in season.episodes}
    counted = range(1, season.episode_count + 1)
    # Some seasons leave numbers out or begin with 0: what is known comes first, and fills the season's count.
    missing = [number for number in counted if number not in known][: max(season.episode_count - len(known), 0)]
    numbers = sorted({*known, *missing})
    return tuple(_complete(season, known.get(number) or Episode(number=number)) for number in numbers)


def _complete(season: Season, episode: Episode) -> Episode:
    if episode.id and episode.name:
        return episode
    own = OWN_IDS + season.id * 1000 + episode.number
    return msgspec.structs.replace(episode, id=episode.id or own, name=episode.name or f"Episode {episode.number}")
