"""Write thin records of the chosen movies and TV series, and the records that they refer to, from recorded answers.

    TMDB_CORPUS=FOLDER python -m scripts.catalogue [--overwrite]

Records that are kept by hand stay as they are: movies and series without `thin`, and people, companies, networks, keywords
and collections that the catalogue has. A thin record that differs from the recordings is named, and is only replaced with
`--overwrite`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.additions import add_missing, needed
from scripts.catalogue.files import read_titles, records_in, write_title
from scripts.catalogue.movies import english_title, movie, translations
from scripts.catalogue.public_answers import with_public_records
from scripts.catalogue.recorded import Recorded, read_corpus
from scripts.catalogue.recorded_episodes import RecordedEpisodes, read_episodes
from scripts.catalogue.requested import KEYWORDS
from scripts.catalogue.selection import chosen_movies
from scripts.catalogue.series import english_name, series, series_translations
from scripts.catalogue.series_selection import chosen_series


def write_movies(recorded: Recorded, *, overwrite: bool) -> None:
    """Write the chosen movies that are not kept by hand, and print what was done."""
    present = read_titles("movies")
    made = {number: movie(recorded, number) for number in chosen_movies(recorded) if _is_ours(present.get(number))}
    for record in _with_references(recorded, present, made):
        record["translations"] = translations(recorded, record, _names())
        _write("movies", record, english_title(recorded, record["id"]), present, overwrite=overwrite)


def write_series(recorded: Recorded, episodes: RecordedEpisodes, *, overwrite: bool) -> None:
    """Write the chosen TV series that are not kept by hand, and print what was done."""
    present = read_titles("series")
    made = {
        number: series(recorded, episodes, number)
        for number in chosen_series(recorded, episodes)
        if _is_ours(present.get(number))
    }
    for record in _with_references(recorded, present, made):
        record["translations"] = series_translations(recorded, record, _names())
        _write("series", record, english_name(recorded, record["id"]), present, overwrite=overwrite)


def _with_references(
    recorded: Recorded, present: Mapping[int, dict[str, Any]], made: Mapping[int, dict[str, Any]]
) -> Iterable[dict[str, Any]]:
    """Add the records that movies or series refer to, and return the new ones."""
    for kind, numbers in needed({**present, **made}.values()).items():
        added = add_missing(recorded, kind, numbers)
        if added:
            print(f"{kind}: {len(added)} added")
    return made.values()


def _names() -> dict[int, str]:
    return {number: str(record["name"]) for number, record in records_in("people.json").items()}


def _write(
    kind: str, record: dict[str, Any], title: str, present: Mapping[int, dict[str, Any]], *, overwrite: bool
) -> None:
    number = record["id"]
    if present.get(number) == record:
        return
    if number in present and not overwrite:
        print(f"{kind} {number} ({title}): differs in {', '.join(_different(present[number], record))}; kept")
        return
    write_title(kind, record, title)
    print(f"{kind} {number} ({title}): {'replaced' if number in present else 'added'}")


def _is_ours(record: Mapping[str, Any] | None) -> bool:
    return record is None or bool(record.get("thin"))


def _different(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    return [name for name in dict.fromkeys([*one, *other]) if one.get(name) != other.get(name)]


def main() -> int:
    """Run the program."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--overwrite", action="store_true", help="replace thin records that differ")
    options = parser.parse_args()
    corpus = os.environ.get("TMDB_CORPUS")
    if not corpus:
        print("set TMDB_CORPUS to a folder with recorded answers", file=sys.stderr)
        return 2
    recorded = with_public_records(read_corpus(Path(corpus)))
    add_missing(recorded, "keyword", KEYWORDS)
    write_movies(recorded, overwrite=options.overwrite)
    write_series(recorded, read_episodes(Path(corpus)), overwrite=options.overwrite)
    return 0


if __name__ == "__main__":
    sys.exit(main())
