"""Episode groups: other orders of a series' episodes, such as DVD or story order."""

from __future__ import annotations

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import EpisodeGroup, GroupPart, Series
from tmdb_facade.testing.protocol.language import Locale
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows
from .lookup import found_in
from .tv_shared import episode_row


def details(context: RequestContext) -> JSONObject:
    """Return an episode group with its parts and their episodes.

    Raises:
        Refusal: The group does not exist (404, code 34).
    """
    catalogue = context.catalogue
    groups = {group.id: (series, group) for series in catalogue.series.values() for group in series.episode_groups}
    series, group = found_in(groups, context.path["tv_episode_group_id"])
    return {
        **summary(catalogue, group),
        "groups": [
            _part(catalogue, series, part, number, context.locale) for number, part in enumerate(group.parts, start=1)
        ],
    }


def summary(catalogue: Catalogue, group: EpisodeGroup) -> JSONObject:
    """Return an episode group without its parts."""
    return {
        **list_rows.fields(group, "description", "id", "name", "type"),
        "episode_count": sum(len(part.episodes) for part in group.parts),
        "group_count": len(group.parts),
        "network": list_rows.company(catalogue.networks[group.network]) if group.network else None,
    }


def _part(catalogue: Catalogue, series: Series, part: GroupPart, number: int, locale: Locale) -> JSONObject:
    seasons = {season.number: season for season in series.seasons}
    known = {
        (season.number, episode.number): episode
        for season in series.seasons
        for episode in catalogue.episodes[season.id]
    }
    return {
        **list_rows.fields(part, "id", "name", "locked"),
        "order": number if part.order is None else part.order,
        "episodes": [
            {**episode_row(catalogue, series, seasons[place[0]], known[place], locale), "order": position}
            for position, place in enumerate(part.episodes)
        ],
    }


ROUTES = (Route("GET", "/3/tv/episode_group/{tv_episode_group_id}", details),)
