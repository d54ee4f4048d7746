"""Credits of movies and TV series, grouped by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from .records import CastCredit, CrewCredit, Episode, Movie, Season, Series

Aired: TypeAlias = tuple[Season, Episode]

SPECIALS = 0


class Credit(NamedTuple):
    """One credit of a person.

    Attributes:
        title: The movie or series.
        credit: The role or job.
        episodes: The episodes of the series with the credit, in order.
        regular: Whether the series itself lists the credit, not only its episodes.
    """

    title: Movie | Series
    credit: CastCredit | CrewCredit
    episodes: tuple[Aired, ...] = ()
    regular: bool = True

    @property
    def episode_count(self) -> int:
        """The number of episodes with the credit, without specials."""
        if self.credit.episodes is not None:
            return self.credit.episodes
        return sum(season.number != SPECIALS for season, _ in self.episodes)


def credits_of_all(
    people: Iterable[int], titles: Iterable[Movie | Series], episodes: Mapping[int, tuple[Episode, ...]]
) -> Mapping[int, tuple[Credit, ...]]:
    """Return the credits of each person.

    Args:
        people: The ids of the people.
        titles: The movies and series.
        episodes: The episodes of each season, by the season's id.

    Returns:
        The credits of each person, empty for people without any.
    """
    credits: dict[int, list[Credit]] = {person: [] for person in people}
    for title in titles:
        of_movie = (Credit(title, credit) for credit in title.credits)
        for entry in credits_of_series(title, episodes) if isinstance(title, Series) else of_movie:
            credits.setdefault(entry.credit.person, []).append(entry)
    return {person: tuple(entries) for person, entries in credits.items()}


def credits_of_series(series: Series, episodes: Mapping[int, tuple[Episode, ...]]) -> Iterable[Credit]:
    """Yield the credits of a series: its own cast and crew, then those of its seasons and episodes, each once."""
    aired = [(season, episode) for season in series.seasons for episode in episodes[season.id]]
    regular = tuple(one for one in aired if one[0].number != SPECIALS)
    for role in series.cast:
        aired_in_role = tuple(one for one in aired if one[0].number in role.seasons) if role.seasons else regular
        yield Credit(series, role, aired_in_role)
    for job in series.crew:
        yield Credit(series, job, regular)
    for creator in series.creators:
        job = CrewCredit(person=creator.person, department="Creator", job="Creator", credit_id=creator.credit_id)
        yield Credit(series, job, regular)
    own = {credit.credit_id for credit in series.credits}
    of_seasons: dict[str, tuple[CastCredit | CrewCredit, set[int]]] = {}
    for season in series.seasons:
        for credit in season.credits:
            if credit.credit_id not in own:
                of_seasons.setdefault(credit.credit_id, (credit, set()))[1].add(season.number)
    for credit, numbers in of_seasons.values():
        yield Credit(series, credit, tuple(one for one in aired if one[0].number in numbers))
    others: tuple[CastCredit | CrewCredit, ...] = (*series.other_cast, *series.other_crew)
    yield from (Credit(series, other, regular=False) for other in others)
    of_episodes: dict[str, tuple[CastCredit | CrewCredit, list[Aired]]] = {}
    for season, episode in aired:
        for credit in episode.credits:
            of_episodes.setdefault(credit.credit_id, (credit, []))[1].append((season, episode))
    for credit, episodes_with_it in of_episodes.values():
        yield Credit(series, credit, tuple(episodes_with_it), regular=False)
