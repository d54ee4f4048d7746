"""What recorded answers say about seasons and episodes, by the id of their series and their numbers."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from scripts.catalogue.recorded import COMPOSED, Sighting, Source, language_of
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import is_list, is_mapping

#: The id of a series, and the number of a season.
SeasonKey: TypeAlias = tuple[int, int]
#: The id of a series, the number of a season, and that of an episode.
EpisodeKey: TypeAlias = tuple[int, int, int]

_KINDS = frozenset({"recorded", "saved"})
# The files with answers about seasons and episodes.
_FILES = (
    "tv-*.jsonl",
    "find-by-id.jsonl",
    "credit-details.jsonl",
    "account-rated-tv*.jsonl",
    "guest-session-rated-tv*.jsonl",
)
_PATH = re.compile(r"/3/tv/(\d+)(?:/season/(\d+))?(?:/episode/(\d+))?(?:/(\w+)(?:/providers)?)?")


class Credited(NamedTuple):
    """An object with a credit id, and the id of its person."""

    person: int
    sighting: Sighting


@dataclass
class RecordedEpisodes:
    """What the recordings say.

    Attributes:
        seasons: The objects of seasons: details, and rows of the details of series.
        episodes: The objects of episodes: details, and rows of seasons and other answers.
        external_ids: The external ids of seasons and episodes.
        images: The answers with images of seasons and episodes.
        credits: Objects with a credit id, by this id, with the id of their person.
        videos: The objects of all videos.
        screened: The ids of the episodes that were in cinemas.
        providers: The answers about the watch providers of seasons.
    """

    seasons: defaultdict[SeasonKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    episodes: defaultdict[EpisodeKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    external_ids: defaultdict[SeasonKey | EpisodeKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    images: defaultdict[SeasonKey | EpisodeKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    credits: defaultdict[str, list[Credited]] = field(default_factory=lambda: defaultdict(list))
    videos: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
    screened: dict[EpisodeKey, int] = field(default_factory=dict[EpisodeKey, int])
    providers: defaultdict[SeasonKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))


def read_episodes(corpus: Path) -> RecordedEpisodes:
    """Return what a folder of recordings says about seasons and episodes, the oldest answers first."""
    recorded = RecordedEpisodes()
    files = [path for pattern in _FILES for path in sorted(corpus.glob(pattern))]
    answers = [one for one in read_recordings(files) if one.kind in _KINDS and one.is_success()]
    answers.sort(key=lambda one: (one.date, one.label))
    for answer in answers:
        _Reader(recorded, answer).read()
    _place_by_id(recorded, answers)
    return recorded


class _Reader:
    """Adds the seasons and episodes of an answer."""

    def __init__(self, recorded: RecordedEpisodes, answer: RecordedAnswer) -> None:
        self.recorded = recorded
        self.body: object = json.loads(answer.body)
        path = answer.path or answer.template
        operation = answer.label.partition(".")[0]
        self.source = Source(operation, path, answer.date, answer.label, answer.source)
        self.language = language_of(answer)
        self.path = _PATH.fullmatch(answer.path)

    def read(self, series: int | None = None) -> None:
        """Read the answer, which is about a series if its request is not recorded."""
        body, path = self.body, self.path
        if path is not None and path[4] in ("external_ids", "images") and path[2] and is_mapping(body):
            season = (int(path[1]), int(path[2]))
            key: SeasonKey | EpisodeKey = (*season, int(path[3])) if path[3] else season
            blocks = self.recorded.images if path[4] == "images" else self.recorded.external_ids
            blocks[key].append(self._sighting(body))
        if path is not None and path[4] == "watch" and path[2] and is_mapping(body):
            self.recorded.providers[int(path[1]), int(path[2])].append(self._sighting(body))
        if self.source.operation == "tv-series-screened-theatrically" and is_mapping(body):
            for row in body["results"]:
                self.recorded.screened[body["id"], row["season_number"], row["episode_number"]] = row["id"]
        self._read(body, int(path[1]) if path else series)

    def _read(self, value: object, series: int | None) -> None:
        if is_list(value):
            for one in value:
                self._read(one, series)
        elif is_mapping(value):
            series = self._series(value, series)
            self._read_one(value, series)
            if self.source.repo != COMPOSED:
                self._read_part(value, None)
            for name, inner in value.items():
                appended = re.fullmatch(r"season/(\d+)", name)
                self._read(inner, series)
                if appended and is_mapping(inner) and is_mapping(inner.get("external_ids")) and series is not None:
                    key = (series, int(appended[1]))
                    self.recorded.external_ids[key].append(self._sighting(inner["external_ids"]))

    def _read_part(self, value: dict[str, Any], person: object) -> None:
        """Read a credit, with the roles of a person in aggregate credits, or a video."""
        number = value.get("id", person)
        if isinstance(value.get("credit_id"), str) and isinstance(number, int):
            self.recorded.credits[value["credit_id"]].append(Credited(number, self._sighting(value)))
        for part in (*(value.get("roles") or ()), *(value.get("jobs") or ())):
            self._read_part(part, number)
        if "site" in value and isinstance(value.get("id"), str):
            self.recorded.videos.append(value)

    @staticmethod
    def _series(value: dict[str, Any], series: int | None) -> int | None:
        if "first_air_date" in value and isinstance(value.get("id"), int):
            return int(value["id"])
        return value["show_id"] if isinstance(value.get("show_id"), int) else series

    def _read_one(self, value: dict[str, Any], series: int | None) -> None:
        season, episode = value.get("season_number"), value.get("episode_number")
        if series is None:
            rows: list[Any] = value.get("episodes") or []
            series = next((row.get("show_id") for row in rows if is_mapping(row)), None)
        if (
            not isinstance(series, int)
            or not isinstance(season, int)
            or ("name" not in value and "air_date" not in value)
        ):
            return
        if isinstance(episode, int):
            self.recorded.episodes[series, season, episode].append(self._sighting(value))
        elif "still_path" not in value:
            self.recorded.seasons[series, season].append(self._sighting(value))
        if is_mapping(value.get("images")):
            key = (series, season, episode) if isinstance(episode, int) else (series, season)
            self.recorded.images[key].append(self._sighting(value["images"]))

    def _sighting(self, value: dict[str, Any]) -> Sighting:
        return Sighting(self.source, self.language, value)


def _place_by_id(recorded: RecordedEpisodes, answers: list[RecordedAnswer]) -> None:
    """Add the external ids and images of answers whose request is not recorded, by the id of the season or episode."""
    seasons = {one.value.get("id"): key for key, rows in recorded.seasons.items() for one in rows}
    _place_seasons(
        recorded, [one for one in answers if one.label.startswith("tv-season-details") and not one.path], seasons
    )
    episodes = {one.value.get("id"): key for key, rows in recorded.episodes.items() for one in rows}
    for answer in answers:
        operation = answer.label.partition(".")[0]
        kind, _, block = operation.removeprefix("tv-").partition("-")
        if kind not in ("season", "episode") or block not in ("external-ids", "images") or answer.path:
            continue
        body: dict[str, Any] = json.loads(answer.body)
        key: SeasonKey | EpisodeKey | None = (seasons if kind == "season" else episodes).get(body.get("id"))
        if key is not None:
            source = Source(operation, answer.template, answer.date, answer.label, answer.source)
            blocks = recorded.images if block == "images" else recorded.external_ids
            blocks[key].append(Sighting(source, None, body))


def _place_seasons(recorded: RecordedEpisodes, answers: list[RecordedAnswer], seasons: dict[Any, SeasonKey]) -> None:
    """Add the seasons whose answers do not name the series, as those before 2022."""
    for answer in answers:
        body: dict[str, Any] = json.loads(answer.body)
        rows: list[Any] = body.get("episodes") or []
        if body.get("id") in seasons and not any("show_id" in row for row in rows):
            _Reader(recorded, answer).read(seasons[body["id"]][0])
    for known in (*recorded.seasons.values(), *recorded.episodes.values()):
        known.sort(key=lambda one: (one.source.date, one.source.place))
