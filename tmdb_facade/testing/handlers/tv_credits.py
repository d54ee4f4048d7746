"""Who is in a series, a season or an episode, and who made it; one by one and summed up."""

from __future__ import annotations

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.credits import Aired, credits_of_show
from tmdb_facade.testing.episodic import aggregate, cast_of, crew_of, guests_of, regulars
from tmdb_facade.testing.wanted import episode_of, season_of


def credits(call: Call) -> JSONObject:
    """The series' own roles and jobs, without those of single episodes."""
    show, catalogue = call.show(), call.catalogue
    return {"id": show.id, "cast": cast_of(catalogue, show.cast), "crew": crew_of(catalogue, show.crew)}


def aggregate_credits(call: Call) -> JSONObject:
    """Everybody of all seasons, with the number of episodes; specials do not count."""
    show, catalogue = call.show(), call.catalogue

    def counts(one: Aired) -> bool:
        return one[0].number != 0

    return {"id": show.id, **aggregate(catalogue, credits_of_show(show, catalogue.episodes), counts)}


def season_credits(call: Call) -> JSONObject:
    """The series' own people who are in the season."""
    show, season = season_of(call)
    catalogue = call.catalogue
    return {
        "id": season.id,
        "cast": cast_of(catalogue, regulars(show, season)),
        "crew": crew_of(catalogue, show.crew),
    }


def season_aggregate_credits(call: Call) -> JSONObject:
    """Everybody of the season, with the number of its episodes."""
    show, season = season_of(call)
    catalogue = call.catalogue

    def counts(one: Aired) -> bool:
        return one[0].id == season.id

    return {"id": season.id, **aggregate(catalogue, credits_of_show(show, catalogue.episodes), counts)}


def episode_credits(call: Call) -> JSONObject:
    """The series' own people, the guests, and who made the episode."""
    show, season, episode = episode_of(call)
    catalogue = call.catalogue
    return {
        "id": episode.id,
        "cast": cast_of(catalogue, regulars(show, season)),
        "crew": crew_of(catalogue, episode.crew),
        "guest_stars": guests_of(catalogue, show, episode),
    }
