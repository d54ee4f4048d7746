"""Orders of episodes from TMDB's episode groups."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade import EpisodeOrder, MissingEpisodeOrderError
from tmdb_facade._core.episode_order import choose_group, missing_order
from tmdb_facade.errors import InvalidArgumentError
from tmdb_facade.models import EpisodeGroup, EpisodeGroupDetails, EpisodeGroupPart, EpisodeGroupType, GroupedEpisode

Place = tuple[int, int]


def episode(place: Place, order: int) -> GroupedEpisode:
    """Return an episode, whose id follows from its season and number."""
    season, number = place
    return GroupedEpisode(
        id=season * 1000 + number,
        season_number=season,
        episode_number=number,
        order=order,
        name=f"{season}x{number}",
        overview="",
        show_id=1,
        vote_average=0.0,
        vote_count=0,
    )


def order_of(*parts: tuple[int, list[Place]]) -> EpisodeOrder:
    """Return the order of a group with these parts."""
    return EpisodeOrder(
        EpisodeGroupDetails(
            id="a",
            name="DVD order",
            type=EpisodeGroupType.DVD,
            groups=[
                EpisodeGroupPart(
                    id=str(number),
                    name=f"Part {number}",
                    locked=False,
                    order=number,
                    episodes=[episode(place, position) for position, place in enumerate(places)],
                )
                for number, places in parts
            ],
        )
    )


def group(id_: str, type_: int, episodes: int) -> EpisodeGroup:
    """Return a row of the list of groups."""
    kind = EpisodeGroupType(type_)
    return EpisodeGroup(id=id_, type=kind, episode_count=episodes, name=id_, description="", group_count=1)


def test_number_and_episode_convert_both_ways() -> None:
    order = order_of((1, [(1, 2), (1, 1)]), (2, [(2, 1), (1, 3)]))
    assert [order.number(*place) for place in ((1, 2), (1, 1), (2, 1), (1, 3))] == [1, 2, 3, 4]
    found = order.episode(3)
    assert found is not None
    assert (found.number, found.season, found.episode, found.part.name, found.aired.name) == (3, 2, 1, "Part 2", "2x1")
    assert order.find(2, 1) == order.at(2, 1) == found
    assert [place.aired.name for place in order] == ["1x2", "1x1", "2x1", "1x3"]
    assert (len(order), order.name, order.type) == (4, "DVD order", EpisodeGroupType.DVD)


def test_episodes_and_places_that_an_order_lacks_are_none() -> None:
    order = order_of((1, [(1, 1)]), (3, [(2, 1)]))
    assert order.number(1, 2) is None
    assert [order.find(1, 2), order.episode(3), order.at(2, 1), order.at(1, 2)] == [None] * 4
    assert order.number(2, 1) == 2


def test_part_0_contains_specials_without_numbers_if_there_are_other_parts() -> None:
    order = order_of((1, [(1, 1), (0, 2)]), (0, [(0, 1), (1, 0)]))
    assert [(place.number, place.season, place.episode) for place in order] == [
        (None, 0, 1),
        (None, 0, 2),
        (1, 1, 1),
        (2, 1, 2),
    ]
    assert order.number(0, 1) is None
    assert order.number(0, 2) == 2, "a special that the group counts"
    special = order.find(0, 1)
    assert special is not None
    assert special.season == 0


def test_single_part_0_is_counted() -> None:
    order = order_of((0, [(1, 1), (1, 2)]), (1, []))
    assert [place.number for place in order] == [1, 2]


def test_episode_in_two_parts_is_counted_once() -> None:
    order = order_of((1, [(1, 1), (1, 2)]), (2, [(1, 2), (1, 3)]))
    assert [place.number for place in order] == [1, 2, 2, 3]
    second, repeated = order.episode(2), order.at(2, 1)
    assert second is not None
    assert repeated is not None
    assert (second.season, second.episode) == (1, 2)
    assert repeated.aired.id == second.aired.id
    assert order.find(1, 2) == second
    assert order.number(1, 3) == 3


def test_episode_among_the_specials_is_found_where_it_has_a_number() -> None:
    order = order_of((0, [(1, 1)]), (1, [(1, 1)]))
    assert order.number(1, 1) == 1
    found = order.find(1, 1)
    assert found is not None
    assert found.season == 1


def test_positions_and_parts_are_sorted_and_gaps_are_closed() -> None:
    details = order_of((2, [(2, 1)]), (1, [(1, 1), (1, 2), (1, 3)])).group
    episodes = details.groups[1].episodes
    for one, position in zip(episodes, (9, 4, 7), strict=True):
        one.order = position
    places = list(EpisodeOrder(details))
    assert [(place.aired.name, place.number, place.episode) for place in places] == [
        ("1x2", 1, 1),
        ("1x3", 2, 2),
        ("1x1", 3, 3),
        ("2x1", 4, 1),
    ]
    assert [one.order for one in episodes] == [9, 4, 7], "the group is not changed"


def test_order_of_an_empty_group_is_empty() -> None:
    for order in (order_of(), order_of((1, []))):
        assert list(order) == []
        assert order.episode(1) is None


@given(
    parts=st.lists(
        st.tuples(st.integers(0, 4), st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=6)), max_size=5
    )
)
def test_numbers_are_consecutive_and_convert_both_ways(parts: list[tuple[int, list[Place]]]) -> None:
    order = order_of(*parts)
    numbers = {place.number for place in order if place.number is not None}
    assert numbers == set(range(1, len(numbers) + 1))
    for number in numbers:
        found = order.episode(number)
        assert found is not None
        assert order.number(found.aired.season_number, found.aired.episode_number) == number


@pytest.mark.parametrize("value", [-1, 1.5, "1", True, None])
def test_wrong_numbers_are_rejected(value: Any) -> None:
    order = order_of((1, [(1, 1)]))
    calls: list[Callable[[Any], object]] = [
        order.episode,
        lambda one: order.number(one, 1),
        lambda one: order.at(1, one),
        lambda one: order.find(one, 1),
    ]
    for call in calls:
        with pytest.raises(InvalidArgumentError):
            call(value)
    with pytest.raises(InvalidArgumentError, match="number must be at least 1, got 0"):
        order.episode(0)


def test_order_can_be_pickled() -> None:
    order = order_of((1, [(1, 1)]))
    assert list(pickle.loads(pickle.dumps(order))) == list(order)
    assert repr(order) == "EpisodeOrder('DVD order', EpisodeGroupType.DVD, 1 episodes)"


def test_choose_group_returns_the_one_with_the_most_episodes_then_the_oldest() -> None:
    """The DVD orders of a long series are those of regions and countries."""
    groups = [group("5b14", 3, 140), group("5c00", 3, 842), group("5b05", 3, 842), group("5a00", 1, 903)]
    for order in (groups, groups[::-1]):
        chosen = choose_group(order, EpisodeGroupType.DVD)
        assert chosen is not None
        assert chosen.id == "5b05"
    assert choose_group([group("a", 3, 0)], 3) is None
    assert choose_group([], 3) is None


def test_missing_order_lists_the_types_with_episodes() -> None:
    error = missing_order(1396, 2, [group("a", 7, 5), group("b", 3, 1), group("c", 3, 9), group("d", 6, 0)])
    assert (error.series_id, error.type) == (1396, EpisodeGroupType.ABSOLUTE)
    assert error.types == (EpisodeGroupType.DVD, EpisodeGroupType.TV)
    assert str(error) == (
        "TV series 1396 has no order of the type EpisodeGroupType.ABSOLUTE: "
        "its orders have the types EpisodeGroupType.DVD, EpisodeGroupType.TV"
    )
    copied = pickle.loads(pickle.dumps(error))
    assert (type(copied), str(copied), copied.types) == (MissingEpisodeOrderError, str(error), error.types)
    assert str(missing_order(1, 2, [])).endswith("ABSOLUTE: it has no other order either")


def test_parts_and_episodes_without_an_order_or_id_are_in_the_order_of_the_answer() -> None:
    """The type denies it, but clients with `on_drift="ignore"` get such answers."""
    episodes = [{"season_number": 1, "episode_number": number} for number in (2, 1)]
    group = EpisodeGroupDetails.from_dict(
        {"id": "a", "groups": [{"id": "b", "episodes": episodes}, {"id": "c", "episodes": episodes[:1]}]},
        on_drift="ignore",
    )
    places = [(place.number, place.season, place.episode, place.aired.episode_number) for place in EpisodeOrder(group)]
    assert places == [(None, 0, 1, 2), (None, 0, 2, 1), (1, 1, 1, 2)]


def test_order_of_anything_but_the_details_of_a_group_is_an_error() -> None:
    wrong: Any = group("a", 3, 5)
    with pytest.raises(InvalidArgumentError, match="group must be an episode group"):
        EpisodeOrder(wrong)
