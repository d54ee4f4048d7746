"""Lists of series: popular, best, on the air, and those that are near to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tmdb_facade.testing import blocks
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import Show
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import show_row
from tmdb_facade.testing.wanted import today

from .movie_lists import ENOUGH_VOTES

# "On the air" is a week from today.
WEEK = timedelta(days=7)


def popular(call: Call) -> JSONObject:
    """All series, most popular first."""
    return _listed(call, _shows(call))


def top_rated(call: Call) -> JSONObject:
    """The series with the best votes."""
    found = [show for show in _shows(call) if show.vote_count >= ENOUGH_VOTES]
    return _listed(call, sorted(found, key=lambda show: -show.vote_average))


def airing_today(call: Call) -> JSONObject:
    """Series with an episode of today.

    Raises:
        Refusal: There is no such time zone (400, code 28).
    """
    call.check_timezone()
    day = today(call)
    return _listed(call, [show for show in _shows(call) if airs_within(call.catalogue, show, day, day)])


def on_the_air(call: Call) -> JSONObject:
    """Series with an episode in the next seven days.

    Raises:
        Refusal: There is no such time zone (400, code 28).
    """
    call.check_timezone()
    day = today(call)
    return _listed(call, [show for show in _shows(call) if airs_within(call.catalogue, show, day, day + WEEK)])


def similar(call: Call) -> JSONObject:
    """Series that share genres and keywords with it, the closest first."""
    return _listed(call, _nearest(call, _in_common))


def recommendations(call: Call) -> JSONObject:
    """Series that people who liked it may like: by the same people, of the same kind."""
    locale = call.locale
    return page(call, _nearest(call, _kinship), lambda show: {**show_row(show, locale), "media_type": "tv"})


def user_lists(call: Call) -> JSONObject:
    """The lists of users that hold it."""
    return blocks.user_lists(call, "tv", call.show().id)


def airs_within(catalogue: Catalogue, show: Show, first: date | None, last: date | None) -> bool:
    """Whether an episode of the series is of one of the days; an end that is None is open."""
    return any(
        episode.air_date and (first is None or first <= episode.air_date) and (last is None or episode.air_date <= last)
        for season in show.seasons
        for episode in catalogue.episodes[season.id]
    )


def _shows(call: Call) -> list[Show]:
    return [show for show in call.catalogue.shows.values() if not show.adult]


def _listed(call: Call, found: list[Show]) -> JSONObject:
    locale = call.locale
    return page(call, found, lambda show: show_row(show, locale))


def _nearest(call: Call, nearness: Callable[[Show, Show], int]) -> list[Show]:
    show = call.show()
    near = [(nearness(show, other), other) for other in _shows(call) if other.id != show.id]
    # The catalogue's order is by popularity, and sorting keeps it among equals.
    return [other for score, other in sorted(near, key=lambda entry: -entry[0]) if score > 0]


def _in_common(one: Show, other: Show) -> int:
    return len({*one.genres} & {*other.genres}) + 2 * len({*one.keywords} & {*other.keywords})


def _kinship(one: Show, other: Show) -> int:
    same_network = bool({*one.networks} & {*other.networks})
    return 2 * same_network + 3 * len(_people(one) & _people(other)) + _in_common(one, other)


def _people(show: Show) -> set[int]:
    creators = {creator.person for creator in show.creators}
    return {credit.person for credit in show.credits} | creators


ROUTES = (
    Route("GET", "/3/tv/airing_today", airing_today),
    Route("GET", "/3/tv/on_the_air", on_the_air),
    Route("GET", "/3/tv/popular", popular),
    Route("GET", "/3/tv/top_rated", top_rated),
)
