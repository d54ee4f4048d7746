"""Compare the facts of TV series, seasons and episodes with recorded answers and public copies: each must be in one of them.

`series_facts.py` also compares those that TMDB seldom changes with most recordings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from scripts.catalogue.facts import (
    PRODUCTION,
    Facts,
    UnconfirmedFact,
    changing,
    flags,
    genres,
    ids_in_lists,
    other_ids,
    unconfirmed,
    videos,
    watch_providers,
)
from scripts.catalogue.files import read_titles
from scripts.catalogue.image_facts import USUAL, images, listed_images, paths
from scripts.catalogue.image_records import SEASON_POSTER
from scripts.catalogue.public_series import with_public_series
from scripts.catalogue.recorded import Recorded, Sighting
from scripts.catalogue.recorded_episodes import RecordedEpisodes
from scripts.catalogue.references import by_language, known_place
from scripts.catalogue.values import english, object_of, rows_of, seen
from tmdb_facade.testing.catalogue.loader import DATA
from tmdb_facade.testing.catalogue.odd import INVENTED

#: The fields that have the same name in an answer.
_SERIES = (
    "original_name", "original_language", "first_air_date", "last_air_date", "status", "type", "homepage",
    "popularity", "vote_average", "vote_count", "episode_run_time", "languages",
)  # fmt: skip
_SEASON = ("id", "air_date", "poster_path", "vote_average")
_EPISODE = ("air_date", "name", "runtime", "production_code", "vote_average", "vote_count")
_STANDARD = "standard"
_CREDITS = ("cast", "crew", "other_cast", "other_crew", "guest_stars", "creators")


def unconfirmed_series(recorded: Recorded, episodes: RecordedEpisodes) -> list[UnconfirmedFact]:
    """Return the facts of TV series, seasons and episodes that neither recordings nor public copies have."""
    recorded, episodes = with_public_series(recorded, episodes)
    records = (record for number, record in sorted(read_titles("series").items()) if number not in INVENTED)
    return [one for record in records for one in unconfirmed_parts(recorded, episodes, record)]


def unconfirmed_parts(
    recorded: Recorded, episodes: RecordedEpisodes, record: Mapping[str, Any]
) -> Iterator[UnconfirmedFact]:
    """Yield the facts of a series, its seasons and their episodes that no recording has."""
    number = record["id"]
    yield from unconfirmed(f"series {number}", series_facts(recorded, episodes, record))
    for season in record.get("seasons", ()):
        name = f"series {number}, season {season['number']}"
        yield from unconfirmed(name, season_facts(recorded, episodes, number, season))
        for episode in season.get("episodes", ()):
            facts = episode_facts(recorded, episodes, (number, season["number"]), episode)
            yield from unconfirmed(f"{name}, episode {episode['number']}", facts)


def series_facts(recorded: Recorded, episodes: RecordedEpisodes, record: Mapping[str, Any]) -> Facts:
    """Yield the facts of a series, with their recorded values."""
    key = ("tv", record["id"])
    rows, blocks = recorded.objects[key], recorded.blocks
    yield from changing(record, rows, *_SERIES)
    yield from flags(record, rows, "adult", "in_production")
    yield "origin_countries", record.get("origin_countries"), [*seen(rows, "origin_country")], False
    yield "genres", sorted(record.get("genres", ())), [*map(sorted, genres(rows))], False
    yield from ids_in_lists(record, rows, *PRODUCTION, ("networks", "networks", "id"))
    yield "imdb_id", record.get("imdb_id"), [*seen(blocks[key, "external_ids"], "imdb_id")], False
    yield from other_ids(blocks[key, "external_ids"], record)
    yield from _credits(
        recorded, episodes, record["id"], record, [row for one in seen(rows, "created_by") for row in one]
    )
    yield from _translations(recorded, record)
    ratings = [(row["iso_3166_1"], row["rating"]) for row in _results(blocks[key, "content_ratings"])]
    yield from (("content_ratings", one, ratings, False) for one in record.get("content_ratings", {}).items())
    keywords = [row["id"] for row in _results(blocks[key, "keywords"])]
    yield from (("keywords", number, keywords, False) for number in record.get("keywords", ()))
    titles = [
        (row["iso_3166_1"], row["title"], row.get("type") or "") for row in _results(blocks[key, "alternative_titles"])
    ]
    for one in record.get("alternative_titles", ()):
        yield "alternative_titles", (one["country"], one["title"], one.get("type", "")), titles, False
    yield from videos(record, _results(blocks[key, "videos"]))
    yield from images(recorded, key, record, "posters", "backdrops", "logos")
    yield from watch_providers(blocks[key, "watch/providers"], record)


def season_facts(recorded: Recorded, episodes: RecordedEpisodes, series: int, season: Mapping[str, Any]) -> Facts:
    """Yield the facts of a season, with their recorded values."""
    key = (series, season["number"])
    rows = episodes.seasons[key]
    yield from changing(season, rows, *_SEASON)
    # A season has at least as many episodes as are known.
    counts = [*seen(rows, "episode_count"), *(len(one) for one in seen(rows, "episodes"))]
    yield "episode_count", season["episode_count"], [*counts, len(season.get("episodes", ()))], False
    yield "name", season["name"], [*seen(rows, "name"), *_default_names("season", season["number"])], False
    yield from _names(season, rows, "season")
    yield from listed_images(recorded, paths(rows, episodes.images[key]), season, "posters", SEASON_POSTER)
    yield from other_ids(episodes.external_ids[key], season)
    yield from _credits(recorded, episodes, series, season)
    yield from videos(season, episodes.videos)
    yield from watch_providers(episodes.providers[key], season)


def episode_facts(
    recorded: Recorded, episodes: RecordedEpisodes, of_season: tuple[int, int], episode: Mapping[str, Any]
) -> Facts:
    """Yield the facts of an episode, with their recorded values."""
    key = (*of_season, episode["number"])
    rows = episodes.episodes[key]
    yield from changing(episode, rows, *_EPISODE)
    yield "id", episode.get("id"), [*seen(rows, "id"), episodes.screened.get(key)], False
    yield "type", episode.get("type", _STANDARD), [*seen(rows, "episode_type")] or [_STANDARD], False
    yield "screened_theatrically", episode.get("screened_theatrically", False), [key in episodes.screened], False
    yield from _names(episode, rows, "episode")
    yield from listed_images(recorded, paths(rows, episodes.images[key]), episode, "stills", USUAL["stills"])
    yield from other_ids(episodes.external_ids[key], episode)
    yield from _credits(recorded, episodes, of_season[0], episode)
    yield from videos(episode, episodes.videos)


def _credits(
    recorded: Recorded,
    episodes: RecordedEpisodes,
    series: int,
    record: Mapping[str, Any],
    creators: Iterable[Mapping[str, Any]] = (),
) -> Facts:
    """Yield each credit id with its person, and the character or the job."""
    created = [(one.get("credit_id"), one["id"]) for one in creators]
    for name in _CREDITS:
        for credit in record.get(name) or ():
            id_ = credit["credit_id"]
            # A credit of another title is none of this series; credits of episodes do not name their series.
            own = [role for role in recorded.roles.get(id_, ()) if role.title == ("tv", series)]
            roles = [(role.person, role.sighting.value) for role in own]
            roles += [(one.person, one.sighting.value) for one in episodes.credits.get(id_, ())]
            people = [*((id_, person) for person, _ in roles), *(created if name == "creators" else ())]
            yield f"{name}.credit_id", (id_, credit["person"]), people, False
            for field in ("character", "department", "job"):
                values = [value[field] for _, value in roles if value.get(field)]
                yield f"{name}.{field}", credit.get(field), values, False


def _translations(recorded: Recorded, record: Mapping[str, Any]) -> Facts:
    key = ("tv", record["id"])
    localized = by_language(recorded.objects[key])
    texts = [row for block in recorded.blocks[key, "translations"] for row in rows_of(block.value.get("translations"))]
    for text in record.get("translations", ()):
        place = (text["language"], text["country"])
        yield known_place(text, recorded.objects[key], recorded.blocks[key, "translations"])
        rows = english(recorded.objects[key]) if place[0] == "en" else localized.get(place[0], [])
        own = [object_of(row.get("data")).get("name") for row in texts if _place(row) == place]
        yield f"titles.{place[0]}-{place[1]}", text.get("title"), [*seen(rows, "name"), *own], False


def _place(row: Mapping[str, Any]) -> tuple[str, str | None]:
    return row["iso_639_1"], row.get("iso_3166_1")


def _names(part: Mapping[str, Any], rows: list[Sighting], kind: str) -> Facts:
    """Yield the names of a season or an episode in other languages: recorded ones, or the default name of the language."""
    localized = by_language(rows)
    unknown = [one for one in rows if one.language is None]
    for text in part.get("translations", ()):
        language = text["language"]
        yield known_place(text, rows)
        own = seen([*localized.get(language, []), *unknown], "name")
        names = [*own, *_default_names(kind, part["number"], language)]
        yield f"names.{language}-{text['country']}", text.get("title"), names, False


def _results(blocks: Iterable[Sighting]) -> list[dict[str, Any]]:
    return [row for block in blocks for row in rows_of(block.value.get("results"))]


def _default_names(kind: str, number: int, language: str = "en") -> list[str]:
    """Return the names that TMDB gives to a season or an episode without one."""
    if language == "en":
        return ["Specials" if kind == "season" and number == 0 else f"{kind.capitalize()} {number}"]
    name = "specials" if kind == "season" and number == 0 else kind
    return [names[name].format(number) for names in _languages().get(language, ()) if name in names]


@cache
def _languages() -> dict[str, list[dict[str, str]]]:
    languages = json.loads((DATA / "languages.json").read_text("utf-8"))
    return {one["code"]: one.get("default_names", []) for one in languages}
