"""Write `sources.json`: the recordings of each record of the catalogue.

    TMDB_CORPUS=FOLDER python -m scripts.catalogue.sources

Each record has the answers about it, and the newest answer that contains it, such as a list: the operation, the path of the request,
and the day. Records without answers are in no recording; the files `public_*.yaml` and `series_public_code.yaml` have their facts.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from scripts.atomic_write import write_text
from scripts.catalogue.files import read_titles, records_in
from scripts.catalogue.recorded import Key, Recorded, Source, read_corpus
from tmdb_facade.testing.catalogue.odd import INVENTED

OUTPUT = Path(__file__).with_name("sources.json")


def catalogue_keys() -> Iterator[Key]:
    """Yield the kind and the id of each record of the catalogue that recordings are about."""
    for kind, folder in (("movie", "movies"), ("tv", "series")):
        yield from ((kind, number) for number in sorted(read_titles(folder)) if number not in INVENTED)
    for kind, name in (
        ("person", "people.json"),
        ("company", "companies.json"),
        ("network", "networks.json"),
        ("keyword", "keywords.json"),
        ("collection", "collections.json"),
    ):
        yield from ((kind, number) for number in sorted(records_in(name)) if number not in INVENTED)


def sources_of(recorded: Recorded, key: Key, blocks: list[Source]) -> list[Source]:
    """Return the sources of a record: the answers about it, with those of its blocks, and the newest answer that contains it."""
    own = [*(one.source for one in recorded.details(key)), *blocks]
    newest = [one.source for one in recorded.objects[key]][-1:]
    return sorted({*own, *newest}, key=lambda source: (source.date, source.place))


def sources_text(recorded: Recorded) -> str:
    """Return the content of the file: a line for each record."""
    blocks: defaultdict[Key, list[Source]] = defaultdict(list)
    for (owner, _), sightings in recorded.blocks.items():
        blocks[owner] += (one.source for one in sightings)
    lines: list[str] = []
    for kind, number in catalogue_keys():
        key = (kind, number)
        found = sources_of(recorded, key, blocks[key])
        answers = dict.fromkeys((source.operation, source.path, source.date) for source in found)
        lines.append(f' "{kind} {number}": {json.dumps([*answers])}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Run the program."""
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    write_text(OUTPUT, sources_text(read_corpus(Path(corpus))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
