"""Read requests to the embedded TMDB that cover its catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tmdb_facade.testing import builtin
from tmdb_facade.testing.handlers import ROUTES

# Operations that need a user or write are covered by the cassettes.
USER_PREFIXES = ("/3/account", "/3/authentication", "/3/guest_session", "/3/list", "/4/")

# Operations that are requested for every person; the others only for some, because there are many.
FOR_EVERY_PERSON = ("/3/person/{person_id}", "/3/person/{person_id}/combined_credits")

# The dates of the changes in the built-in catalogue, and of real changes of Fight Club.
EDITS = ({"start_date": "2026-01-05", "end_date": "2026-01-15"}, {"start_date": "2015-06-20", "end_date": "2015-06-30"})
# An invented person with 500 jobs and the only YouTube channel.
EVERYONE_AT_ONCE = 900000001
# The last one has no translations.
LANGUAGES = ("en-US", "fr-FR", "eo")

catalogue = builtin()


def every(numbers: Any, step: int) -> list[Any]:
    """Return every `step`-th value, starting with the first."""
    return list(numbers)[::step]


def seasons() -> Iterator[dict[str, Any]]:
    """Yield the path parameters of the specials and two more seasons of each TV series."""
    for series in catalogue.series.values():
        for season in series.seasons[:3]:
            yield {"series_id": series.id, "season_number": season.number}


def episodes() -> Iterator[dict[str, Any]]:
    """Yield the path parameters of the first, second and last episode of those seasons."""
    for path in seasons():
        series = catalogue.series[path["series_id"]]
        season = next(season for season in series.seasons if season.number == path["season_number"])
        all_episodes = catalogue.episodes[season.id]
        for episode in {one.number: one for one in (*all_episodes[:2], *all_episodes[-1:])}.values():
            yield {**path, "episode_number": episode.number}


def first_credits() -> Iterator[str]:
    """Yield the first role and the first creator of each TV series, whose credits have all its seasons."""
    for series in catalogue.series.values():
        yield from (role.credit_id for role in series.cast[:1])
        yield from (creator.credit_id for creator in series.creators[:1])


def nothing() -> Iterator[dict[str, Any]]:
    """Yield the path parameters of a path without any."""
    yield {}


def of(name: str, values: Any) -> Callable[[], Iterator[dict[str, Any]]]:
    """Return a function that yields the values of one path parameter."""
    return lambda: ({name: value} for value in values)


# Values of path parameters by the names of the parameters.
PATHS: dict[tuple[str, ...], Callable[[], Iterator[dict[str, Any]]]] = {
    (): nothing,
    ("movie_id",): of("movie_id", catalogue.movies),
    ("series_id",): of("series_id", catalogue.series),
    ("series_id", "season_number"): seasons,
    ("series_id", "season_number", "episode_number"): episodes,
    ("season_id",): of("season_id", every(catalogue.seasons, 9)),
    ("episode_id",): of("episode_id", every(catalogue.episodes_by_id, 199)),
    ("tv_episode_group_id",): of(
        "tv_episode_group_id", [group.id for series in catalogue.series.values() for group in series.episode_groups]
    ),
    ("person_id",): of("person_id", [31, 62, 287, EVERYONE_AT_ONCE, *every(catalogue.people, 29)]),
    ("collection_id",): of("collection_id", catalogue.collections),
    ("company_id",): of("company_id", [1, 3, 25, *every(catalogue.companies, 9)]),
    ("network_id",): of("network_id", catalogue.networks),
    ("keyword_id",): of("keyword_id", every(catalogue.keywords, 5)),
    ("credit_id",): of("credit_id", [*every(catalogue.credits_by_id, 47), *first_credits()]),
    ("review_id",): of("review_id", catalogue.reviews),
    ("time_window",): of("time_window", ["day", "week"]),
    ("external_id",): of("external_id", ["tt0137523", "tt0903747", "tt0959621", "nm0000093", "tt0"]),
}


def read_paths() -> list[str]:
    """Return the paths of the operations that read and need no user."""
    paths = {route.path for route in ROUTES if route.method == "GET"}
    return sorted(path for path in paths if not path.startswith(USER_PREFIXES) and not path.endswith("/account_states"))


def parameters(path: str) -> tuple[str, ...]:
    """Return the names of a path's parameters."""
    return tuple(part[1:-1] for part in path.split("/") if part.startswith("{"))


def path_values(path: str) -> Iterator[dict[str, Any]]:
    """Yield the values of a path's parameters.

    Raises:
        LookupError: `PATHS` has no values for them.
    """
    names = parameters(path)
    if names not in PATHS:
        raise LookupError(f"add values of {names} to PATHS in scripts/evidence/embedded_probes.py, for {path}")
    yield from PATHS[names]()


def queries(path: str) -> Iterator[dict[str, str]]:
    """Yield the queries to send to an operation."""
    if path.endswith("/changes"):
        yield from EDITS
    elif path.startswith("/3/search/"):
        yield from ({"query": letter} for letter in "abdgmst")
    elif path.startswith("/3/find/"):
        yield {"external_source": "imdb_id"}
    elif path.startswith("/3/discover/"):
        yield from ({"language": language} for language in LANGUAGES)
        yield from ({"page": "2"}, {"with_genres": "18|80", "sort_by": "vote_average.asc"}, {"with_genres": "0"})
    elif parameters(path) in ((), ("time_window",)):
        yield from ({"language": language} for language in LANGUAGES)
        yield from ({"page": number} for number in ("2", "3", "400"))
    else:
        yield from ({"language": language} for language in LANGUAGES)


def probes(path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the requests of an operation, each as a path and a query."""
    for values in path_values(path):
        for query in queries(path):
            yield path.format(**values), query
    if path in FOR_EVERY_PERSON:
        yield from ((path.format(person_id=person), {}) for person in catalogue.people)
    if path == "/3/person/popular":
        yield from ((path, {"page": str(page)}) for page in range(4, len(catalogue.people) // 20 + 2))
