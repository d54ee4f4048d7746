"""Credits read from the people's side: what films and series list, by person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from .records import CastCredit, CrewCredit, Episode, Movie, Season, Series

Aired: TypeAlias = tuple[Season, Episode]

SPECIALS = 0


class Credit(NamedTuple):
    """One credit of a person.

    Attributes:
        title: The film or series that it is for.
        credit: The role or job.
        episodes: Of a series, the episodes that it is for, in order.
        regular: Whether it stands in the series' own lists, and not only in those of episodes.
    """

    title: Movie | Series
    credit: CastCredit | CrewCredit
    episodes: tuple[Aired, ...] = ()
    regular: bool = True


def credits_of_all(
    people: Iterable[int],
    movies: Iterable[Movie],
    all_series: Iterable[Series],
    episodes: Mapping[int, tuple[Episode, ...]],
) -> Mapping[int, tuple[Credit, ...]]:
    """Collect the credits of each person.

    Args:
        people: The ids of the people.
        movies: The films.
        all_series: The series.
        episodes: The episodes of each season, by the season's id.

    Returns:
        The credits of each person; none for those who are named nowhere.
    """
    found: dict[int, list[Credit]] = {person: [] for person in people}
    for movie in movies:
        for credit in movie.credits:
            found.setdefault(credit.person, []).append(Credit(movie, credit))
    for series in all_series:
        for held in credits_of_series(series, episodes):
            found.setdefault(held.credit.person, []).append(held)
    return {person: tuple(held) for person, held in found.items()}


def credits_of_series(series: Series, episodes: Mapping[int, tuple[Episode, ...]]) -> Iterable[Credit]:
    """List the credits of a series: its own roles and jobs, then those of its episodes, each once."""
    aired = [(season, episode) for season in series.seasons for episode in episodes[season.id]]
    regular = tuple(one for one in aired if one[0].number != SPECIALS)
    for role in series.cast:
        own = tuple(one for one in aired if one[0].number in role.seasons) if role.seasons else regular
        yield Credit(series, role, own)
    for job in series.crew:
        yield Credit(series, job, regular)
    for creator in series.creators:
        made = CrewCredit(person=creator.person, department="Creator", job="Creator", credit_id=creator.credit_id)
        yield Credit(series, made, regular)
    single: dict[str, tuple[CastCredit | CrewCredit, list[Aired]]] = {}
    for season, episode in aired:
        for credit in episode.credits:
            single.setdefault(credit.credit_id, (credit, []))[1].append((season, episode))
    for credit, held in single.values():
        yield Credit(series, credit, tuple(held), regular=False)
