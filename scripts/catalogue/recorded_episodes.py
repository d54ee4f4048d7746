"""What recorded answers say about seasons and episodes, by the id of their series and their numbers."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from scripts.catalogue.recorded import Sighting, Source, language_of
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import is_list, is_mapping

#: The id of a series, and the number of a season.
SeasonKey: TypeAlias = tuple[int, int]
#: The id of a series, the number of a season, and that of an episode.
EpisodeKey: TypeAlias = tuple[int, int, int]

_KINDS = frozenset({"recorded", "saved"})
# The files with answers about seasons and episodes.
_FILES = ("tv-*.jsonl", "find-by-id.jsonl", "credit-details.jsonl", "account-rated-tv*.jsonl")
_PATH = re.compile(r"/3/tv/(\d+)(?:/season/(\d+))?(?:/episode/(\d+))?(?:/(\w+))?")


@dataclass
class RecordedEpisodes:
    """What the recordings say.

    Attributes:
        seasons: The objects of seasons: details, and rows of the details of series.
        episodes: The objects of episodes: details, and rows of seasons and other answers.
        external_ids: The external ids of seasons and episodes.
    """

    seasons: defaultdict[SeasonKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    episodes: defaultdict[EpisodeKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))
    external_ids: defaultdict[SeasonKey | EpisodeKey, list[Sighting]] = field(default_factory=lambda: defaultdict(list))


def read_episodes(corpus: Path) -> RecordedEpisodes:
    """Return what a folder of recordings says about seasons and episodes, the oldest answers first."""
    recorded = RecordedEpisodes()
    files = [path for pattern in _FILES for path in sorted(corpus.glob(pattern))]
    answers = [one for one in read_recordings(files) if one.kind in _KINDS and one.is_success()]
    for answer in sorted(answers, key=lambda one: (one.date, one.label)):
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

    def read(self) -> None:
        """Read the answer."""
        body, path = self.body, self.path
        if path is not None and path[4] == "external_ids" and path[2] and is_mapping(body):
            key = tuple(int(number) for number in path.groups()[:3] if number)
            self.recorded.external_ids[key].append(self._sighting(body))  # type: ignore[index]
        self._read(body, int(path[1]) if path else None)

    def _read(self, value: object, series: int | None) -> None:
        if is_list(value):
            for one in value:
                self._read(one, series)
        elif is_mapping(value):
            series = self._series(value, series)
            self._read_one(value, series)
            for name, inner in value.items():
                appended = re.fullmatch(r"season/(\d+)", name)
                self._read(inner, series)
                if appended and is_mapping(inner) and is_mapping(inner.get("external_ids")) and series is not None:
                    key = (series, int(appended[1]))
                    self.recorded.external_ids[key].append(self._sighting(inner["external_ids"]))

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

    def _sighting(self, value: dict[str, Any]) -> Sighting:
        return Sighting(self.source, self.language, value)


def _place_by_id(recorded: RecordedEpisodes, answers: list[RecordedAnswer]) -> None:
    """Add the external ids of answers whose request is not recorded, by the id of the season or episode."""
    seasons = {one.value.get("id"): key for key, rows in recorded.seasons.items() for one in rows}
    episodes = {one.value.get("id"): key for key, rows in recorded.episodes.items() for one in rows}
    for answer in answers:
        operation = answer.label.partition(".")[0]
        if operation not in ("tv-season-external-ids", "tv-episode-external-ids") or answer.path:
            continue
        body: dict[str, Any] = json.loads(answer.body)
        key: SeasonKey | EpisodeKey | None = (seasons if "season" in operation else episodes).get(body.get("id"))
        if key is not None:
            source = Source(operation, answer.template, answer.date, answer.label, answer.source)
            recorded.external_ids[key].append(Sighting(source, None, body))
