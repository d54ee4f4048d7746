"""Recorded movies and series for the measurement of title matching, and a stand-in for TMDB's search."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, cast

from scripts.evidence.recordings import read_recordings
from tmdb_facade._core.matching.matching import SearchRequest
from tmdb_facade._core.matching.titles import title_key
from tmdb_facade.testing.catalogue.search_words import words_of

#: The names of a movie's and a series' fields: title, original title, date.
FIELDS = {"movie": ("title", "original_title", "release_date"), "tv": ("name", "original_name", "first_air_date")}
_PAGE = 20


@dataclass(slots=True)
class RecordedTitle:
    """A recorded movie or series.

    Attributes:
        id: TMDB's id.
        year: The year of its date.
        title: The title that most answers contain.
        original: The original title.
        votes: The largest number of ratings.
        titles: Its recorded titles in all languages, and its alternative titles.
    """

    id: int
    year: int
    title: str
    original: str
    votes: int = 0
    titles: set[str] = field(default_factory=set[str])


#: Returns the first page of the results of a search.
Search: TypeAlias = Callable[[SearchRequest], list[RecordedTitle]]


class StandIn:
    """Answers searches from records."""

    def __init__(self, records: Iterable[RecordedTitle]) -> None:
        self.records = {record.id: record for record in records}
        self._names: dict[int, list[tuple[str, ...]]] = {}
        self._prefixes: defaultdict[str, set[int]] = defaultdict(set)
        for record in self.records.values():
            names = [words_of(title) for title in {record.title, record.original, *record.titles}]
            self._names[record.id] = names
            for word in {word for name in names for word in name}:
                for end in range(1, len(word) + 1):
                    self._prefixes[word[:end]].add(record.id)

    def search(self, request: SearchRequest) -> list[RecordedTitle]:
        """Return the first page of results."""
        query = words_of(request.query)
        if not query:
            return []
        found = set[int].intersection(*(self._prefixes.get(word, set()) for word in query))
        rows = [
            self.records[one]
            for one in found
            if request.year in {None, self.records[one].year}
            and any(all(any(word.startswith(part) for word in name) for part in query) for name in self._names[one])
        ]
        rows.sort(key=lambda row: (query not in self._names[row.id], -row.votes, row.id))
        return rows[:_PAGE]


class Namesakes:
    """The records by title, to find those that share one."""

    def __init__(self, records: Iterable[RecordedTitle]) -> None:
        self._known: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for record in records:
            for title in (record.title, record.original):
                self._known[title_key(title).loose].add((record.id, record.year))

    def has_other(self, record: RecordedTitle, years: int | None) -> bool:
        """Return whether another record of about the same year has the title or original title of a record."""
        return any(
            number != record.id and (years is None or abs(year - record.year) < years)
            for title in (record.title, record.original)
            for number, year in self._known[title_key(title).loose]
        )


def read_records(corpus: Path) -> dict[str, list[RecordedTitle]]:
    """Return the recorded movies and series that have a title and a date."""
    titles: dict[str, defaultdict[int, Counter[tuple[str, str, int]]]] = {kind: defaultdict(Counter) for kind in FIELDS}
    votes: dict[str, Counter[int]] = {kind: Counter() for kind in FIELDS}
    others: dict[str, defaultdict[int, set[str]]] = {kind: defaultdict(set) for kind in FIELDS}
    for recording in read_recordings([corpus]):
        if recording.is_success():
            for one in walk(json.loads(recording.body)):
                for kind, (title, original, date) in FIELDS.items():
                    day = one.get(date)
                    if one.get(title) and one.get(original) and isinstance(day, str) and day[:4].isdigit():
                        key, number = (one[title], one[original], int(day[:4])), one["id"]
                        titles[kind][number][key] += 1
                        votes[kind][number] = max(votes[kind][number], int(one.get("vote_count") or 0))
                        others[kind][number].update(other_titles(one, title))
    records: dict[str, list[RecordedTitle]] = {}
    for kind in FIELDS:
        records[kind] = []
        for number, known in titles[kind].items():
            (title, original, year), _ = known.most_common(1)[0]
            names = {name for name, _, _ in known} | others[kind][number]
            records[kind].append(RecordedTitle(number, year, title, original, votes[kind][number], names))
    return records


def walk(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects with an id in a JSON value."""
    if isinstance(value, dict):
        object_ = cast("dict[str, Any]", value)
        if isinstance(object_.get("id"), int):
            yield object_
        for one in object_.values():
            yield from walk(one)
    elif isinstance(value, list):
        for one in cast("list[object]", value):
            yield from walk(one)


def other_titles(details: Mapping[str, Any], title: str) -> set[str]:
    """Return the alternative and translated titles in details."""
    alternative: dict[str, Any] = details.get("alternative_titles") or {}
    translations: dict[str, Any] = details.get("translations") or {}
    titles: list[dict[str, Any]] = alternative.get("titles") or alternative.get("results") or []
    rows: list[dict[str, Any]] = translations.get("translations") or []
    data: list[dict[str, Any]] = [row.get("data") or {} for row in rows]
    return ({str(one["title"]) for one in titles} | {str(one.get(title) or "") for one in data}) - {""}


def read_pages(
    corpus: Path, records: Mapping[int, RecordedTitle], template: str
) -> Iterator[tuple[RecordedTitle, Search]]:
    """Yield each entry of the recorded first pages of a search, with a search that returns its page."""
    for recording in read_recordings([corpus]):
        if not (recording.template or recording.path).startswith(template) or not recording.is_success():
            continue
        body: dict[str, Any] = json.loads(recording.body)
        if body.get("page") == 1:
            rows: list[dict[str, Any]] = body.get("results") or []
            page = [records[row["id"]] for row in rows if row.get("id") in records]
            for record in page:
                yield record, partial(_answer_always, page)


def _answer_always(page: list[RecordedTitle], request: SearchRequest) -> list[RecordedTitle]:
    return page
