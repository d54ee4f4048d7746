"""Rows of seasons and episodes, and their cast and crew."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.credits import Aired, Credit
from tmdb_facade.testing.catalogue.records import CastCredit, Episode, Season, Series
from tmdb_facade.testing.protocol.language import Locale, best_path, translation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import shared
from .list_rows import crew_rows, fields, person_row

# TMDB's names of episodes without a translation, in the languages of which there are recorded answers.
_NUMBERED = {"ja": "第{}話", "zh": "第 {} 集"}


def season_row(season: Season, locale: Locale) -> JSONObject:
    """Return the row of a season."""
    text = translation(season, locale)
    return {
        **fields(season, "air_date", "episode_count", "id", "poster_path", "vote_average"),
        "name": text.title or season.name,
        "overview": text.overview,
        "season_number": season.number,
    }


def episode_row(series: Series, season: Season, episode: Episode, locale: Locale) -> JSONObject:
    """Return the row of an episode."""
    text = translation(episode, locale)
    return {
        **fields(episode, "air_date", "id", "production_code", "runtime", "vote_average", "vote_count"),
        "episode_number": episode.number,
        "episode_type": episode.type,
        "name": text.title or _untranslated_name(series, episode, locale),
        "overview": text.overview,
        "season_number": season.number,
        "show_id": series.id,
        "still_path": best_path(episode.stills),
    }


def _untranslated_name(series: Series, episode: Episode, locale: Locale) -> str:
    """Return the name of an episode without a translation: a numbered one, as in recorded answers of TMDB."""
    if locale.language in ("en", series.original_language):
        return episode.name
    return _NUMBERED.get(locale.language, "Episode {}").format(episode.number)


def episode_details(context: RequestContext, series: Series, season: Season, episode: Episode) -> JSONObject:
    """Return the row of an episode with its crew and guest stars."""
    return {
        **episode_row(series, season, episode, context.locale),
        "crew": crew_rows(context.catalogue, episode.crew),
        "guest_stars": guests_of(context.catalogue, series, episode),
    }


def names_and_overviews(context: RequestContext, record: Season | Episode) -> JSONObject:
    """Return the names and overviews of a season or episode in every language."""
    return shared.translations(
        context, record.id, record.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def cast_of(catalogue: Catalogue, roles: Iterable[CastCredit], first: int = 0) -> list[JSONObject]:
    """Return the rows of roles; `first` is the order of the first one."""
    return [
        {**person_row(catalogue.people[role.person]), **fields(role, "character", "credit_id"), "order": order}
        for order, role in enumerate(roles, first)
    ]


def guests_of(catalogue: Catalogue, series: Series, episode: Episode) -> list[JSONObject]:
    """Return the rows of an episode's guest stars, ordered after the series' own cast."""
    return cast_of(catalogue, episode.guest_stars, len(series.cast))


def regulars(series: Series, season: Season) -> list[CastCredit]:
    """Return the series' own cast in one season. A role without seasons is in all of them except season 0."""
    return [role for role in series.cast if season.number in role.seasons or not (role.seasons or season.number == 0)]


def aggregate(catalogue: Catalogue, credits: Iterable[Credit], within: Callable[[Aired], bool]) -> JSONObject:
    """Aggregate credits: each person once, with the number of episodes of each role or job.

    Args:
        catalogue: The catalogue with the people.
        credits: The credits of a series.
        within: Returns whether an episode counts.
    """
    cast: dict[int, list[JSONObject]] = {}
    crew: dict[tuple[int, str], list[JSONObject]] = {}
    for entry in credits:
        credit, count = entry.credit, sum(map(within, entry.episodes))
        if not count:
            continue
        if isinstance(credit, CastCredit):
            role = {**fields(credit, "character", "credit_id"), "episode_count": count}
            cast.setdefault(credit.person, []).append(role)
        elif credit.department != "Creator":
            job = {**fields(credit, "credit_id", "job"), "episode_count": count}
            crew.setdefault((credit.person, credit.department), []).append(job)
    people = catalogue.people
    return {
        "cast": [
            {**person_row(people[person]), "order": order, "roles": roles, "total_episode_count": _total(roles)}
            for order, (person, roles) in enumerate(cast.items())
        ],
        "crew": [
            {**person_row(people[person]), "department": department, "jobs": jobs, "total_episode_count": _total(jobs)}
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
