"""Compare the facts of TV series, seasons and episodes in the catalogue with recorded answers.

A fact agrees if it is the most frequent value in recordings, or the newest one: facts such as a status change, and so do
answers about them. Images and the texts of other languages only have to be recorded at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from scripts.catalogue.recorded import Key, Recorded, Sighting
from scripts.catalogue.recorded_episodes import EpisodeKey, RecordedEpisodes, SeasonKey
from scripts.catalogue.series import NAMES_FROM_PUBLIC_CODE, PUBLIC_CODE
from scripts.catalogue.values import english, most_frequent
from tmdb_facade.testing.catalogue.records import Episode, ExternalIds, Season, Series

#: The fields of a series that have the name and form of an answer's.
SERIES_FIELDS = (
    "original_name",
    "original_language",
    "first_air_date",
    "last_air_date",
    "status",
    "type",
    "in_production",
)
#: The lists of a series, with the key of an answer and the key of its objects.
SERIES_LISTS = {
    "genres": ("genres", "id"),
    "networks": ("networks", "id"),
    "companies": ("production_companies", "id"),
    "production_countries": ("production_countries", "iso_3166_1"),
    "spoken_languages": ("spoken_languages", "iso_639_1"),
}
SEASON_FIELDS = ("id", "air_date", "episode_count")
EPISODE_FIELDS = ("id", "air_date", "runtime", "production_code")


def disagreements(recorded: Recorded, episodes: RecordedEpisodes, all_series: Iterable[Series]) -> Iterator[str]:
    """Yield a line for each fact that the recordings contradict."""
    for series in all_series:
        yield from (f"series {series.id}: {line}" for line in _of_series(recorded, series))
        for season in series.seasons:
            key = (series.id, season.number)
            yield from (
                f"series {series.id}, season {season.number}: {line}" for line in _of_season(episodes, season, key)
            )


def unrecorded(recorded: Recorded, episodes: RecordedEpisodes, all_series: Iterable[Series]) -> Iterator[str]:
    """Yield a line for each series, season, episode and image that neither recordings nor `series_public_code.yaml` have."""
    for series in all_series:
        if not recorded.objects["tv", series.id] and series.id not in PUBLIC_CODE:
            yield f"series {series.id}"
        if series.id in PUBLIC_CODE:
            continue
        images = [*series.posters, *series.backdrops, *series.logos]
        for season in series.seasons:
            images += season.posters
            if not episodes.seasons[series.id, season.number]:
                yield f"series {series.id}, season {season.number}"
            for episode in season.episodes:
                images += episode.stills
                is_named = season.number in NAMES_FROM_PUBLIC_CODE.get(series.id, ())
                if not is_named and not episodes.episodes[series.id, season.number, episode.number]:
                    yield f"series {series.id}, season {season.number}, episode {episode.number}"
        yield from (f"series {series.id}, image {one.path}" for one in images if one.path not in recorded.paths)


def _of_series(recorded: Recorded, series: Series) -> Iterator[str]:
    key: Key = ("tv", series.id)
    rows = recorded.objects[key]
    for name in SERIES_FIELDS:
        yield from _contradiction(name, getattr(series, name), _values(rows, name))
    for name, (answer, inner) in SERIES_LISTS.items():
        found = [sorted(one[inner] for one in value if inner in one) for value in _values(rows, answer)]
        if name == "genres":
            found += [sorted(value) for value in _values(rows, "genre_ids")]
        yield from _contradiction(name, sorted(getattr(series, name)), found)
    for name, values in _external(recorded.blocks[key, "external_ids"]).items():
        own = series.imdb_id if name == "imdb" else getattr(series.external_ids, name)
        yield from _contradiction(f"external id {name}", own, values)
    own_name = next(
        (text.title for text in series.translations if text.language == "en" and text.title), series.original_name
    )
    yield from _contradiction("English name", own_name, _values(english(rows), "name"))
    for credit in series.credits:
        people = {role.person for role in recorded.roles.get(credit.credit_id, ())}
        if people and credit.person not in people:
            yield f"credit {credit.credit_id}: {credit.person}, recorded: {sorted(people)}"


def _of_season(recorded: RecordedEpisodes, season: Season, key: SeasonKey) -> Iterator[str]:
    rows = recorded.seasons[key]
    for name in SEASON_FIELDS:
        yield from _contradiction(name, getattr(season, name), _values(rows, name))
    own_name = next((text.title for text in season.translations if text.language == "en" and text.title), season.name)
    yield from _contradiction("English name", own_name, _values(_own(rows), "name"))
    yield from _other_ids(recorded, season.external_ids, key)
    for episode in season.episodes:
        lines = _of_episode(recorded, episode, (*key, episode.number))
        yield from (f"episode {episode.number}: {line}" for line in lines)


def _of_episode(recorded: RecordedEpisodes, episode: Episode, key: EpisodeKey) -> Iterator[str]:
    rows = recorded.episodes[key]
    for name in EPISODE_FIELDS:
        own = getattr(episode, name)
        if not _is_empty(own):
            yield from _contradiction(name, own, _values(rows, name))
    yield from _contradiction("type", episode.type, _values(rows, "episode_type"))
    if episode.name:
        yield from _contradiction("English name", episode.name, _values(_own(rows), "name"))
    yield from _other_ids(recorded, episode.external_ids, key)


def _other_ids(recorded: RecordedEpisodes, ids: ExternalIds, key: SeasonKey | EpisodeKey) -> Iterator[str]:
    for name, values in _external(recorded.external_ids[key]).items():
        yield from _contradiction(f"external id {name}", getattr(ids, name), values)


def _own(rows: list[Sighting]) -> list[Sighting]:
    """Return the sightings in English, and those whose request is not recorded."""
    return [one for one in english(rows) if one.language in ("en", None)]


def _values(rows: Iterable[Sighting], name: str) -> list[Any]:
    """Return the values of a field, the oldest first, without missing ones."""
    return [one.value[name] for one in rows if one.value.get(name) is not None]


def _external(blocks: Iterable[Sighting]) -> Mapping[str, list[Any]]:
    """Return the recorded external ids by the names of their fields; empty ones are None."""
    found: dict[str, list[Any]] = {name: [] for name in ExternalIds.__struct_fields__}
    for block in blocks:
        for name, values in found.items():
            for answer in (f"{name}_id", name):
                if answer in block.value:
                    values.append(block.value[answer] or None)
                    break
    return found


def _contradiction(name: str, own: object, values: list[Any]) -> Iterator[str]:
    known = [value for value in values if not _is_empty(value)]
    value = str(own) if isinstance(own, date) else own
    if _is_empty(value) and len(known) * 2 <= len(values):
        return
    if known and value not in (most_frequent(known), known[-1]):
        yield f"{name}: {own!r}, recorded: {most_frequent(known)!r}"


def _is_empty(value: object) -> bool:
    return value is None or (value is not False and not value)
