"""Other orders of a series' episodes, as on a DVD or by story."""

from __future__ import annotations

from tmdb_facade.testing import mentions
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import EpisodeGroup, GroupPart, Show
from tmdb_facade.testing.episodic import episode_row
from tmdb_facade.testing.language import Locale
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.wanted import found_in


def details(call: Call) -> JSONObject:
    """One order, with its parts and their episodes.

    Raises:
        Refusal: There is no such group.
    """
    catalogue = call.catalogue
    groups = {group.id: (show, group) for show in catalogue.shows.values() for group in show.episode_groups}
    show, group = found_in(groups, call.path["tv_episode_group_id"])
    return {
        **summary(catalogue, group),
        "groups": [_part(catalogue, show, part, order, call.locale) for order, part in enumerate(group.parts, start=1)],
    }


def summary(catalogue: Catalogue, group: EpisodeGroup) -> JSONObject:
    """An order in the list of a series' orders."""
    return {
        "description": group.description,
        "episode_count": sum(len(part.episodes) for part in group.parts),
        "group_count": len(group.parts),
        "id": group.id,
        "name": group.name,
        "network": mentions.company(catalogue.networks[group.network]) if group.network else None,
        "type": group.type,
    }


def _part(catalogue: Catalogue, show: Show, part: GroupPart, order: int, locale: Locale) -> JSONObject:
    seasons = {season.number: season for season in show.seasons}
    known = {
        (season.number, episode.number): episode for season in show.seasons for episode in catalogue.episodes[season.id]
    }
    return {
        "id": part.id,
        "name": part.name,
        "order": order,
        "episodes": [
            {**episode_row(show, seasons[place[0]], known[place], locale), "order": position}
            for position, place in enumerate(part.episodes)
        ],
        "locked": part.locked,
    }


ROUTES = (Route("GET", "/3/tv/episode_group/{tv_episode_group_id}", details),)
