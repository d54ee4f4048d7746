"""Rows of seasons and episodes, and their cast and crew."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.credits import Aired, Credit
from tmdb_facade.testing.catalogue.records import CastCredit, Episode, Season, Series
from tmdb_facade.testing.protocol.default_names import episode_name, season_name
from tmdb_facade.testing.protocol.language import Locale, best_path, translation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import shared
from .list_rows import crew_rows, fields, person_row


def season_row(catalogue: Catalogue, series: Series, season: Season, locale: Locale) -> JSONObject:
    """Return the row of a season."""
    return {
        **fields(season, "air_date", "episode_count", "id", "poster_path", "vote_average"),
        "name": season_name(catalogue.languages, series, season, locale),
        "overview": translation(season, locale).overview,
        "season_number": season.number,
    }


def episode_row(catalogue: Catalogue, series: Series, season: Season, episode: Episode, locale: Locale) -> JSONObject:
    """Return the row of an episode."""
    return {
        **fields(episode, "air_date", "id", "production_code", "runtime", "vote_average", "vote_count"),
        "episode_number": episode.number,
        "episode_type": episode.type,
        "name": episode_name(catalogue.languages, series, episode, locale),
        "overview": translation(episode, locale).overview,
        "season_number": season.number,
        "show_id": series.id,
        "still_path": best_path(episode.stills),
    }


def episode_details(context: RequestContext, series: Series, season: Season, episode: Episode) -> JSONObject:
    """Return the row of an episode with its crew and guest stars."""
    catalogue, locale = context.catalogue, context.locale
    return {
        **episode_row(catalogue, series, season, episode, locale),
        "crew": crew_rows(catalogue, episode.crew, locale),
        "guest_stars": guests_of(catalogue, series, episode, locale),
    }


def names_and_overviews(context: RequestContext, record: Season | Episode) -> JSONObject:
    """Return the names and overviews of a season or episode in every language."""
    return shared.translations(
        context, record.id, record.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def cast_of(catalogue: Catalogue, roles: Iterable[CastCredit], locale: Locale, first: int = 0) -> list[JSONObject]:
    """Return the rows of roles; `first` is the order of the first one."""
    return [
        {
            **person_row(catalogue.people[role.person], locale),
            **fields(role, "character", "credit_id"),
            "order": order if role.order is None else role.order,
        }
        for order, role in enumerate(roles, first)
    ]


def guests_of(catalogue: Catalogue, series: Series, episode: Episode, locale: Locale) -> list[JSONObject]:
    """Return the rows of an episode's guest stars, ordered after the series' own cast."""
    return cast_of(catalogue, episode.guest_stars, locale, len(series.cast))


def regulars(series: Series, season: Season) -> list[CastCredit]:
    """Return the cast of one season. A role of the series without seasons is in all of them except season 0."""
    if season.cast is not None:
        return list(season.cast)
    return [role for role in series.cast if season.number in role.seasons or not (role.seasons or season.number == 0)]


def aggregate(
    catalogue: Catalogue, credits: Iterable[Credit], within: Callable[[Aired], bool] | None, locale: Locale
) -> JSONObject:
    """Aggregate credits: each person once, with the number of episodes of each role or job.

    Args:
        catalogue: The catalogue with the people.
        credits: The credits of a series.
        within: Returns whether an episode counts; by default, all do except specials.
        locale: The language of the names.
    """
    cast: dict[int, list[JSONObject]] = {}
    crew: dict[tuple[int, str], list[JSONObject]] = {}
    for entry in credits:
        credit = entry.credit
        count = entry.episode_count if within is None else sum(map(within, entry.episodes))
        if not count:
            continue
        if isinstance(credit, CastCredit):
            role = {**fields(credit, "character", "credit_id"), "episode_count": count}
            cast.setdefault(credit.person, []).append(role)
        elif credit.department != "Creator":
            job = {**fields(credit, "credit_id", "job"), "episode_count": count}
            crew.setdefault((credit.person, credit.department), []).append(job)
    rows = {person: person_row(catalogue.people[person], locale) for person in (*cast, *(one for one, _ in crew))}
    return {
        "cast": [
            {**rows[person], "order": order, "roles": roles, "total_episode_count": _total(roles)}
            for order, (person, roles) in enumerate(cast.items())
        ],
        "crew": [
            {**rows[person], "department": department, "jobs": jobs, "total_episode_count": _total(jobs)}
            for (person, department), jobs in crew.items()
        ],
    }


def _total(counted: Iterable[JSONObject]) -> int:
    return sum(int(str(one["episode_count"])) for one in counted)


def last_aired(series: Series, catalogue: Catalogue) -> Aired | None:
    """Return the last episode of a series that has aired."""
    shown = [one for one in _dated(series, catalogue) if not _is_to_come(series, one)]
    return max(shown, key=_when, default=None)


def next_to_air(series: Series, catalogue: Catalogue) -> Aired | None:
    """Return the first episode after the series' last air date."""
    return min((one for one in _dated(series, catalogue) if _is_to_come(series, one)), key=_when, default=None)


def _dated(series: Series, catalogue: Catalogue) -> list[Aired]:
    return [
        (season, episode)
        for season in series.seasons
        if season.number
        for episode in catalogue.episodes[season.id]
        if episode.air_date
    ]


def _is_to_come(series: Series, one: Aired) -> bool:
    return series.last_air_date is None or str(one[1].air_date) > str(series.last_air_date)


def _when(one: Aired) -> tuple[str, int, int]:
    season, episode = one
    return str(episode.air_date), season.number, episode.number
