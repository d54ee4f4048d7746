"""Write thin records of the chosen movies, and the records that they refer to, from recorded answers.

    TMDB_CORPUS=FOLDER python -m scripts.catalogue [--overwrite]

Records that are kept by hand stay as they are: movies without `thin`, and people, companies, keywords and collections that
the catalogue has. A thin movie that differs from the recordings is named, and is only replaced with `--overwrite`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.additions import add_missing, needed
from scripts.catalogue.files import read_records, read_titles, write_title
from scripts.catalogue.movies import english_title, movie, translations
from scripts.catalogue.recorded import Recorded, read
from scripts.catalogue.selection import chosen_movies


def write_movies(recorded: Recorded, *, overwrite: bool) -> None:
    """Write the chosen movies that are not kept by hand, and print what was done."""
    present = read_titles("movies")
    made = {number: movie(recorded, number) for number in chosen_movies(recorded) if _is_ours(present.get(number))}
    for kind, numbers in needed({**present, **made}.values()).items():
        added = add_missing(recorded, kind, numbers)
        if added:
            print(f"{kind}: {len(added)} added")
    names = {number: str(record["name"]) for number, record in read_records("people.json").items()}
    for number, record in made.items():
        title = english_title(recorded, number)
        record["translations"] = translations(recorded, record, names)
        if present.get(number) == record:
            continue
        if number in present and not overwrite:
            print(f"movie {number} ({title}): differs in {', '.join(_different(present[number], record))}; kept")
            continue
        write_title("movies", record, title)
        print(f"movie {number} ({title}): {'replaced' if number in present else 'added'}")


def _is_ours(record: Mapping[str, Any] | None) -> bool:
    return record is None or bool(record.get("thin"))


def _different(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    return [name for name in dict.fromkeys([*one, *other]) if one.get(name) != other.get(name)]


def main() -> int:
    """Run the program."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--overwrite", action="store_true", help="replace thin movies that differ")
    options = parser.parse_args()
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    write_movies(read(Path(corpus)), overwrite=options.overwrite)
    return 0


if __name__ == "__main__":
    sys.exit(main())
