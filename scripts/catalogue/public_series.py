"""Facts of TV series from public copies of TMDB's answers and from its documentation, in the form of recordings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.catalogue.public_answers import with_public_records
from scripts.catalogue.recorded import Key, Recorded, Sighting, Source
from scripts.catalogue.recorded_episodes import EpisodeKey, RecordedEpisodes, SeasonKey
from scripts.catalogue.values import merged
from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("series_public_code.yaml")
#: The lists of `series_public_code.yaml`, with the list of an answer and the id of an object there.
_LISTS = {
    "networks": ("networks", "id"),
    "companies": ("production_companies", "id"),
    "production_countries": ("production_countries", "iso_3166_1"),
    "spoken_languages": ("spoken_languages", "iso_639_1"),
    "genres": ("genres", "id"),
}
#: The fields with another name in an answer.
_NAMES = {"number": "season_number", "type": "episode_type", "still": "still_path"}


def with_public_series(recorded: Recorded, episodes: RecordedEpisodes) -> tuple[Recorded, RecordedEpisodes]:
    """Return recordings with the facts of public copies and of the documentation as their oldest sightings."""
    objects: defaultdict[Key, list[Sighting]] = defaultdict(list)
    blocks: defaultdict[tuple[Key, str], list[Sighting]] = defaultdict(list)
    seasons: defaultdict[SeasonKey, list[Sighting]] = defaultdict(list)
    known: defaultdict[EpisodeKey, list[Sighting]] = defaultdict(list)
    content = load_yaml(FILE)
    for one in content["series"].values():
        number, source = one["id"], _source(one["id"], one)
        objects["tv", number].append(Sighting(source, None, _details(one)))
        blocks[("tv", number), "external_ids"].append(Sighting(source, None, _external_ids(one)))
        for season in one.get("seasons", ()):
            seasons[number, season["number"]].append(Sighting(source, None, _part(season)))
            for episode in season.get("episodes", ()):
                known[number, season["number"], episode["number"]].append(Sighting(source, None, _part(episode)))
    for number, one in content["documentation"].items():
        source = _source(number, one)
        blocks[("tv", number), "videos"].append(Sighting(source, None, {"results": one["videos"]}))
        for row in one["episode_names"]:
            text = Sighting(source, row["language"], {"name": row["name"]})
            known[number, row["season"], row["episode"]].append(text)
    recorded = with_public_records(recorded)
    return (
        replace(
            recorded,
            objects=merged(objects, recorded.objects),
            blocks=merged(blocks, recorded.blocks),
        ),
        replace(episodes, seasons=merged(seasons, episodes.seasons), episodes=merged(known, episodes.episodes)),
    )


def _details(one: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a series as in an answer."""
    value = {name: fact for name, fact in one.items() if name not in {"source", "read", "seasons", *_LISTS}}
    for name, (answer, code) in _LISTS.items():
        value[answer] = [{code: fact} for fact in one.get(name, ())]
    value["created_by"] = [{**creator, "id": creator["person"]} for creator in one.get("creators", ())]
    return value


def _external_ids(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"imdb_id": one.get("imdb_id"), **{f"{name}_id": fact for name, fact in one.get("external_ids", {}).items()}}


def _part(one: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a season or an episode as in an answer."""
    return {_NAMES.get(name, name): fact for name, fact in one.items() if name != "episodes"}


def _source(number: int, known: Mapping[str, Any]) -> Source:
    return Source("tv-series-details", f"/3/tv/{number}", str(known["read"]), FILE.name, known["source"])
