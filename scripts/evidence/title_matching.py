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

import os
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scripts.evidence.title_changes import CHANGES, Change
from scripts.evidence.title_records import Namesakes, RecordedTitle, Search, StandIn, read_pages, read_records
from tmdb_facade._core.matching.matching import FITTING, Candidate, Matching, SearchRequest
from tmdb_facade._core.matching.scoring import KnownTitle, MatchReason


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


def measure(searches: Iterable[tuple[RecordedTitle, Search]], change: Change, namesakes: Namesakes) -> Result:
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


def without(record: RecordedTitle, search: Search) -> Search:
    """Return a search that does not return a record."""
    return lambda request: [one for one in search(request) if one is not record]


def match(text: str, year: int | None, search: Search) -> tuple[RecordedTitle | None, int]:
    """Return the match, and how many requests were sent."""
    matching: Matching[RecordedTitle] = Matching(text, year, FITTING)
    seen: dict[int, RecordedTitle] = {}
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


def candidate(record: RecordedTitle) -> Candidate[RecordedTitle]:
    """Return a record as a search result."""
    titles = (KnownTitle(record.title, MatchReason.TITLE), KnownTitle(record.original, MatchReason.ORIGINAL_TITLE))
    return Candidate(record, record.id, titles, record.year, record.votes)


def print_table(title: str, searches: list[tuple[RecordedTitle, Search]], namesakes: Namesakes) -> None:
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
