"""Orders of a TV series' episodes other than that of its seasons, from TMDB's episode groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tmdb_bindings import models
from tmdb_bindings.runtime import as_integer
from tmdb_facade._core.request.validation import check_integer, invalid
from tmdb_facade.errors import MissingEpisodeOrderError

if TYPE_CHECKING:
    from tmdb_facade._core.request.choices import EpisodeGroupTypeLike

T = TypeVar("T", bound="models.EpisodeGroupPart | models.GroupedEpisode")


class OrderedEpisode(NamedTuple):
    """The place of an episode in an order.

    Attributes:
        number: The absolute number of the episode, from 1; `None` for specials.
        season: The number of its part in this order, such as that of a DVD season; 0 for specials.
        episode: The number of the episode in its part, from 1.
        part: Its part.
        aired: The episode, with its `season_number` and `episode_number` at TMDB.
    """

    number: int | None
    season: int
    episode: int
    part: models.EpisodeGroupPart
    aired: models.GroupedEpisode


class EpisodeOrder:
    """An order of a TV series' episodes: DVD, absolute, digital, production and so on.

    Iterating yields all places (`OrderedEpisode`) in order. The parts of TMDB's episode group are the seasons of the order;
    its part 0, if there are others, contains specials. Episodes have consecutive numbers from 1 in each part, and
    absolute numbers across all parts but the specials. An episode that is in two parts has two places, is counted once, and
    is found at the first place with a number.
    """

    def __init__(self, group: models.EpisodeGroupDetails) -> None:
        """Create the order of an episode group.

        Args:
            group: The group, as `tmdb.tv.episode_groups.details` returns it.

        Raises:
            InvalidArgumentError: It is not the details of a group.
        """
        if not hasattr(group, "groups"):
            raise invalid("group", "an episode group of tmdb.tv.episode_groups.details, with its episodes", group)
        self.group = group
        self._places = tuple(_places(group))
        self._by_number: dict[int, OrderedEpisode] = {}
        self._by_place: dict[tuple[int, int], OrderedEpisode] = {}
        self._by_aired: dict[tuple[int, int], OrderedEpisode] = {}
        # An episode that is also among the specials is found where it has a number.
        for place in sorted(self._places, key=lambda place: place.number is None):
            if place.number is not None:
                self._by_number.setdefault(place.number, place)
            self._by_place.setdefault((place.season, place.episode), place)
            self._by_aired.setdefault((place.aired.season_number, place.aired.episode_number), place)

    @property
    def name(self) -> str:
        """Name of the episode group, such as `DVD order`."""
        return self.group.name

    @property
    def type(self) -> models.EpisodeGroupType | None:
        """Kind of order; `None` only if TMDB omits it."""
        return self.group.type

    def number(self, season: int, episode: int) -> int | None:
        """Return the absolute number of an episode.

        Args:
            season: Season number at TMDB; 0 for specials.
            episode: Episode number at TMDB.

        Returns:
            The number, from 1; `None` if the episode is not in this order, or is one of its specials.

        Raises:
            InvalidArgumentError: A number is not an integer of at least 0.
        """
        place = self.find(season, episode)
        return None if place is None else place.number

    def episode(self, number: int) -> OrderedEpisode | None:
        """Return the episode with an absolute number: the inverse of `number`.

        Args:
            number: Absolute number, from 1.

        Returns:
            The episode's place; `None` if the order has fewer episodes.

        Raises:
            InvalidArgumentError: The number is not an integer of at least 1.
        """
        return self._by_number.get(check_integer("number", number, 1))

    def find(self, season: int, episode: int) -> OrderedEpisode | None:
        """Return the place of an episode of a season in this order.

        Args:
            season: Season number at TMDB; 0 for specials.
            episode: Episode number at TMDB.

        Returns:
            The episode's place, the first with a number if there are several; `None` if the episode is not in this order.

        Raises:
            InvalidArgumentError: A number is not an integer of at least 0.
        """
        return self._by_aired.get((check_integer("season", season), check_integer("episode", episode)))

    def at(self, season: int, episode: int) -> OrderedEpisode | None:
        """Return the episode at a place of this order, such as the third of the first DVD: the inverse of `find`.

        Args:
            season: Season number in this order; 0 for specials.
            episode: Episode number in this order, from 1.

        Returns:
            The episode's place; `None` if the order has none there.

        Raises:
            InvalidArgumentError: A number is not an integer of at least 0.
        """
        return self._by_place.get((check_integer("season", season), check_integer("episode", episode)))

    def __iter__(self) -> Iterator[OrderedEpisode]:
        """Yield all places in order."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._places)

    def __repr__(self) -> str:
        """Return the name and the number of places."""
        return f"EpisodeOrder({self.name!r}, {self.type!r}, {len(self)} episodes)"


def choose_group(groups: Sequence[models.EpisodeGroup], type_: EpisodeGroupTypeLike) -> models.EpisodeGroup | None:
    """Return the episode group of a type with the most episodes; among equals, the one that was created first.

    Args:
        groups: The groups of a series, in any order; empty groups do not count.
        type_: The type.

    Returns:
        The group; `None` if there is none.
    """
    found = [group for group in groups if group.type == type_ and group.episode_count]
    # TMDB's ids begin with the time of their creation.
    return min(found, key=lambda group: (-group.episode_count, group.id), default=None)


def check_group_type(type_: EpisodeGroupTypeLike) -> None:
    """Validate a type of episode groups; a member of the enum may be one that TMDB has added since.

    Raises:
        InvalidArgumentError: It is not a type.
    """
    if not isinstance(type_, models.EpisodeGroupType) and as_integer(type_) not in list(models.EpisodeGroupType):
        raise invalid(
            "type", f"a member of EpisodeGroupType, or a number from 1 to {len(models.EpisodeGroupType)}", type_
        )


def missing_order(
    series_id: int, type_: EpisodeGroupTypeLike, groups: Sequence[models.EpisodeGroup]
) -> MissingEpisodeOrderError:
    """Return the error for a series without an episode group of a type.

    Args:
        series_id: TMDB's id of the series.
        type_: The type.
        groups: The groups of the series.
    """
    types = sorted({group.type for group in groups if group.episode_count})
    return MissingEpisodeOrderError(series_id, models.EpisodeGroupType(type_), tuple(types))


def _places(group: models.EpisodeGroupDetails) -> Iterator[OrderedEpisode]:
    parts = _in_order([part for part in group.groups if part.episodes])
    has_specials = any(order > 0 for order, _ in parts)
    numbers: dict[object, int] = {}
    for order, part in parts:
        is_special = order == 0 and has_specials
        for position, (_, episode) in enumerate(_in_order(part.episodes), start=1):
            # An episode that is listed again has its first number. Answers that lack ids have no such episodes.
            number = None if is_special else numbers.setdefault(episode.id or (order, position), len(numbers) + 1)
            yield OrderedEpisode(number, order, position, part, episode)


def _in_order(entries: Sequence[T]) -> list[tuple[int, T]]:
    """Return the entries of a group with their order; that of answers that lack it is the position in the list."""
    orders: list[int | None] = [entry.order for entry in entries]
    known = [index if order is None else order for index, order in enumerate(orders)]
    return sorted(zip(known, entries, strict=True), key=lambda pair: pair[0])
