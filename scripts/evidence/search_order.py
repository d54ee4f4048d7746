"""Measure how well the embedded TMDB's search agrees with recorded searches: the order of the rows, and which names match.

`python -m scripts.evidence.search_order` prints two tables for the recorded answers in the folder `TMDB_CORPUS`:

- Orders: for several rules, how many pairs of rows on a page are in the recorded order, and on how many first pages the first row
  is the recorded one. The last rule is the one of the embedded TMDB.
- Matches: how the query matches the names that a row shows. Other names, which a row does not show, can match instead.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from scripts.evidence.recordings import RecordedAnswer, read_recordings
from tmdb_facade.testing.catalogue.search_words import MatchKind, Names, SearchName, rank, search_names

#: The searches whose rows have a popularity.
KINDS = ("movie", "tv", "person", "multi")
_PREFIX = "/3/search/"


@dataclass(frozen=True, slots=True)
class RecordedRow:
    """A row of a recorded search: its id, the names that it shows, and its popularity."""

    id: int
    names: Names
    popularity: float


@dataclass(frozen=True, slots=True)
class RecordedSearch:
    """A recorded page of a search.

    Attributes:
        kind: `movie`, `tv`, `person`, `multi`, `collection`, `company` or `keyword`.
        query: The text searched for.
        parameters: All parameters of the request.
        date: The day of the recording.
        page: The page number.
        total: The number of results on all pages.
        rows: The rows, in order.
    """

    kind: str
    query: SearchName
    parameters: dict[str, str]
    date: str
    page: int
    total: int
    rows: tuple[RecordedRow, ...]


class Agreement(NamedTuple):
    """How well an order agrees with the recorded one."""

    pairs: float
    all_pairs: int
    first: int
    all_first: int

    def __str__(self) -> str:
        """Return the share of pairs, and the number of first rows."""
        return f"{100 * self.pairs / max(self.all_pairs, 1):.1f} % | {self.first} of {self.all_first}"


Key = Callable[[SearchName, RecordedRow], tuple[float, ...]]


def by_match(query: SearchName, row: RecordedRow) -> tuple[float, ...]:
    """Return the sort key of the embedded TMDB. A row without a match in the names that it shows has the worst match."""
    return rank(query, row.names, row.popularity) or (MatchKind.PREFIX, row.popularity / len(row.names[0].words))


#: Rules by name; the greatest key is first.
ORDERS: dict[str, Key] = {
    "popularity": lambda _, row: (row.popularity,),
    "exact names, popularity": lambda query, row: (_best(query, row) == MatchKind.EXACT, row.popularity),
    "exact names, all words, popularity": lambda query, row: (_best(query, row), row.popularity),
    "exact names, all words, popularity per word": by_match,
}


def read_searches(recordings: Iterable[RecordedAnswer]) -> Iterator[RecordedSearch]:
    """Yield the recorded searches whose query is known."""
    for recording in recordings:
        path = recording.template or recording.path
        query = SearchName.of(recording.query.get("query", ""))
        if path.startswith(_PREFIX) and query.words and recording.is_success():
            body: dict[str, Any] = json.loads(recording.body)
            rows = tuple(row for row in map(_row, body.get("results") or ()) if row.names)
            kind, number, total = path.removeprefix(_PREFIX), body.get("page") or 1, body.get("total_results") or 0
            yield RecordedSearch(kind, query, dict(recording.query), recording.date, number, total, rows)


def agreement(searches: Iterable[RecordedSearch], key: Key) -> Agreement:
    """Compare an order with the recorded one. Rows with equal keys count as half a pair."""
    pairs, all_pairs, first, all_first = 0.0, 0, 0, 0
    for search in searches:
        keys = [key(search.query, row) for row in search.rows]
        if len(keys) > 1:
            compared = list(combinations(keys, 2))
            pairs += sum(0.5 if one == other else one > other for one, other in compared)
            all_pairs += len(compared)
            if search.page == 1:
                first += keys[0] == max(keys)
                all_first += 1
    return Agreement(pairs, all_pairs, first, all_first)


def matches(searches: Iterable[RecordedSearch]) -> Counter[str]:
    """Count the rows by the way in which a name that they show matches."""
    counts: Counter[str] = Counter()
    for search in searches:
        for row in search.rows:
            best = _best(search.query, row)
            if best >= 0:
                counts[MatchKind(best).name.lower()] += 1
            elif any(_all_prefixes(search.query, name) for name in row.names):
                counts["prefixes of earlier words"] += 1
            else:
                counts["none"] += 1
    return counts


def _row(row: dict[str, Any]) -> RecordedRow:
    shown = (row.get(name) for name in ("title", "name", "original_title", "original_name"))
    return RecordedRow(row["id"], search_names(*(name for name in shown if name)), float(row.get("popularity") or 0))


def _best(query: SearchName, row: RecordedRow) -> int:
    found = rank(query, row.names, row.popularity)
    return -1 if found is None else found[0]


def _all_prefixes(query: SearchName, name: SearchName) -> bool:
    return all(f" {word}" in name.forms for word in query.words)


def main() -> int:
    """Run the program."""
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    searches = list(read_searches(read_recordings([Path(corpus)])))
    print("| order | search | since | pairs | first rows |\n| --- | --- | --- | ---: | ---: |")
    for kinds in (*((kind,) for kind in KINDS), KINDS):
        for since in ("2014", "2022", "2024"):
            chosen = [search for search in searches if search.kind in kinds and search.date >= since]
            for name, key in ORDERS.items():
                print(f"| {name} | {', '.join(kinds)} | {since} | {agreement(chosen, key)} |")
    print("\n| search | match | rows |\n| --- | --- | ---: |")
    for kind in sorted({search.kind for search in searches}):
        for name, count in matches(search for search in searches if search.kind == kind).most_common():
            print(f"| {kind} | {name} | {count} |")
    several = matches(search for search in searches if len(search.query.written) > 1)
    print(f"\nQueries of several words: {dict(several)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
