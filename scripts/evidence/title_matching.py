"""Measure how well titles are matched: `tmdb.search.match_movie` and `match_tv`, on recorded answers.

    TMDB_CORPUS=FOLDER python -m scripts.evidence.title_matching

Each recorded movie and series is looked for under changed spellings of its title, with the decisions of the SDK. There are two
measurements:

- Pages: each entry on a recorded first page of search results is looked for, and every search is answered with that page. This
  measures the choice among TMDB's own results.
- All: each movie and series of all recorded answers is looked for. A stand-in answers the searches: it finds the recorded titles,
  translations and alternative titles whose words begin with the words of the query, and returns 20 results, equal titles first,
  then by the number of ratings. It tolerates no misspelling.

Titles that another recorded movie or series of about the same year has too are not looked for: nothing distinguishes these.
"""

from __future__ import annotations

import json
import os
import random
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from scripts.evidence.recordings import read_recordings
from tmdb_facade._core.matching.matching import Candidate, Matching, SearchRequest
from tmdb_facade._core.matching.scoring import KnownTitle, MatchReason
from tmdb_facade._core.matching.titles import title_key
from tmdb_facade.testing.catalogue.search_words import words_of

MINIMUM = 0.7
PAGE = 20
#: The names of a movie's and a series' fields: title, original title, date.
FIELDS = {"movie": ("title", "original_title", "release_date"), "tv": ("name", "original_name", "first_air_date")}


@dataclass(slots=True)
class Record:
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


class Result(NamedTuple):
    """The results of one change.

    Attributes:
        right: How often the record was found, or nothing if searches do not return it.
        wrong: How often another one was.
        none: How often nothing was.
        requests: How many requests were sent.
    """

    right: int
    wrong: int
    none: int
    requests: int

    @property
    def total(self) -> int:
        """The number of searches."""
        return self.right + self.wrong + self.none


Search = Callable[[SearchRequest], "list[Record]"]


class StandIn:
    """Answers searches from records."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = {record.id: record for record in records}
        self._names: dict[int, list[tuple[str, ...]]] = {}
        self._prefixes: defaultdict[str, set[int]] = defaultdict(set)
        for record in self.records.values():
            names = [words_of(title) for title in {record.title, record.original, *record.titles}]
            self._names[record.id] = names
            for word in {word for name in names for word in name}:
                for end in range(1, len(word) + 1):
                    self._prefixes[word[:end]].add(record.id)

    def search(self, request: SearchRequest) -> list[Record]:
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
        return rows[:PAGE]


def read_records(corpus: Path) -> dict[str, list[Record]]:
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
    records: dict[str, list[Record]] = {}
    for kind in FIELDS:
        records[kind] = []
        for number, known in titles[kind].items():
            (title, original, year), _ = known.most_common(1)[0]
            names = {name for name, _, _ in known} | others[kind][number]
            records[kind].append(Record(number, year, title, original, votes[kind][number], names))
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
    alternative = details.get("alternative_titles") or {}
    translations = (details.get("translations") or {}).get("translations") or []
    return {
        *(one["title"] for one in alternative.get("titles") or alternative.get("results") or []),
        *((one.get("data") or {}).get(title) or "" for one in translations),
    } - {""}


class Change(NamedTuple):
    """A change of a title or year.

    Attributes:
        query: Returns the text and the year of a search, or `None` if the change does not apply to the record.
        years: By how many years another record of the same title must differ; `None` if there must be no other.
        is_absent: Whether no search returns the record, so that nothing should be found.
    """

    query: Callable[[Record, random.Random], tuple[str, int | None] | None]
    years: int | None = 2
    is_absent: bool = False


def _changed(record: Record, text: str) -> tuple[str, int | None] | None:
    return (text, record.year) if text.strip() and text != record.title else None


def _strip(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum() or sign.isspace() or sign == "&")


def _unaccented(text: str) -> str:
    """Remove the accents of Latin letters, whose codes are below those of Greek."""
    return "".join(unicodedata.normalize("NFD", sign)[0] if sign < "\u0370" else sign for sign in text)


def _article(title: str) -> str:
    return title[4:] if title.startswith("The ") else f"The {title}"


def _and(title: str) -> str:
    return title.replace(" & ", " and ") if " & " in title else title.replace(" and ", " & ")


def _missing(title: str, chance: random.Random) -> str:
    letters = [index for index, sign in enumerate(title) if sign.isalpha()]
    if len([sign for sign in title if sign.isalnum()]) < 4 or not letters:
        return title
    index = chance.choice(letters)
    return title[:index] + title[index + 1 :]


CHANGES: dict[str, Change] = {
    "title and year": Change(lambda record, _: (record.title, record.year)),
    "lower case": Change(lambda record, _: _changed(record, record.title.lower())),
    "no accents": Change(lambda record, _: _changed(record, _unaccented(record.title))),
    "no punctuation": Change(lambda record, _: _changed(record, _strip(record.title))),
    "`and` instead of `&`, or the reverse": Change(lambda record, _: _changed(record, _and(record.title))),
    "article added or removed": Change(lambda record, _: _changed(record, _article(record.title))),
    "year in brackets": Change(lambda record, _: (f"{record.title} ({record.year})", None)),
    "points instead of spaces, year at the end": Change(
        lambda record, _: (f"{_strip(record.title).replace(' ', '.')}.{record.year}", None)
    ),
    "year one too early": Change(lambda record, _: (record.title, record.year - 1), years=4),
    "year one too late": Change(lambda record, _: (record.title, record.year + 1), years=4),
    "original title": Change(lambda record, _: _changed(record, record.original)),
    "a letter missing": Change(lambda record, chance: _changed(record, _missing(record.title, chance))),
    "no year": Change(lambda record, _: (record.title, None), years=None),
    "title and year, if TMDB does not have it": Change(
        lambda record, _: (record.title, record.year), 4, is_absent=True
    ),
    "title without year, if TMDB does not have it": Change(
        lambda record, _: (record.title, None), None, is_absent=True
    ),
}


class Namesakes:
    """The records by title, to find those that share one."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._known: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for record in records:
            for title in (record.title, record.original):
                self._known[title_key(title).loose].add((record.id, record.year))

    def has_other(self, record: Record, years: int | None) -> bool:
        """Return whether another record of about the same year has the title or original title of a record."""
        return any(
            number != record.id and (years is None or abs(year - record.year) < years)
            for title in (record.title, record.original)
            for number, year in self._known[title_key(title).loose]
        )


def measure(searches: Iterable[tuple[Record, Search]], change: Change, namesakes: Namesakes) -> Result:
    """Look for records under a change."""
    counts, requests, chance = Counter[str](), 0, random.Random(7)
    for record, search in searches:
        query = change.query(record, chance)
        if query is None or namesakes.has_other(record, change.years):
            continue
        found, sent = match(*query, without(record, search) if change.is_absent else search)
        requests += sent
        is_right = found is None if change.is_absent else found is not None and found.id == record.id
        counts["right" if is_right else "none" if found is None else "wrong"] += 1
    return Result(counts["right"], counts["wrong"], counts["none"], requests)


def without(record: Record, search: Search) -> Search:
    """Return a search that does not return a record."""
    return lambda request: [one for one in search(request) if one is not record]


def match(text: str, year: int | None, search: Search) -> tuple[Record | None, int]:
    """Return the match, and how many requests were sent."""
    matching: Matching[Record] = Matching(text, year, MINIMUM)
    seen: dict[int, Record] = {}
    sent = 0
    while (request := matching.next_request()) is not None:
        sent += 1
        if isinstance(request, SearchRequest):
            page = search(request)
            seen.update((record.id, record) for record in page)
            matching.add_candidates(map(candidate, page))
        else:
            matching.add_titles(request.id, sorted(seen[request.id].titles))
    result = matching.result()
    return (None if result is None else result.item), sent


def candidate(record: Record) -> Candidate[Record]:
    """Return a record as a search result."""
    titles = (KnownTitle(record.title, MatchReason.TITLE), KnownTitle(record.original, MatchReason.ORIGINAL_TITLE))
    return Candidate(record, record.id, titles, record.year, record.votes)


def read_pages(corpus: Path, records: Mapping[int, Record], template: str) -> Iterator[tuple[Record, Search]]:
    """Yield each entry of the recorded first pages of a search, with a search that returns its page."""
    for recording in read_recordings([corpus]):
        if not (recording.template or recording.path).startswith(template) or not recording.is_success():
            continue
        body = json.loads(recording.body)
        if body.get("page") == 1:
            page = [records[row["id"]] for row in body.get("results") or [] if row.get("id") in records]
            for record in page:
                yield record, partial(_answer_always, page)


def _answer_always(page: list[Record], request: SearchRequest) -> list[Record]:
    return page


def print_table(title: str, searches: list[tuple[Record, Search]], namesakes: Namesakes) -> None:
    """Print the results of every change."""
    print(f"## {title}\n")
    print("| change | searches | right | wrong | none | requests |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, change in CHANGES.items():
        result = measure(searches, change, namesakes)
        shares = [f"{100 * count / max(result.total, 1):.2f} %" for count in result[:3]]
        requests = result.requests / max(result.total, 1)
        print(f"| {name} | {result.total} | {' | '.join(shares)} | {requests:.2f} |", flush=True)
    print()


def main() -> int:
    """Run the program."""
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    for kind, records in read_records(Path(corpus)).items():
        namesakes, stand_in = Namesakes(records), StandIn(records)
        pages = list(read_pages(Path(corpus), stand_in.records, f"/3/search/{kind}"))
        print_table(f"{kind}: {len(pages)} entries on recorded pages", pages, namesakes)
        print_table(f"{kind}: all {len(records)}", [(record, stand_in.search) for record in records], namesakes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
