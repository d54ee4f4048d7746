"""Release dates of movies from public copies of TMDB's answers, for movies whose release dates no recording has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from scripts.catalogue.recorded import Key, Recorded
from scripts.catalogue.values import seen, without_empty
from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("public_releases.yaml")
_MOVIES: Mapping[int, Mapping[str, Any]] = load_yaml(FILE)["movies"]

#: The type of a release in cinemas.
CINEMA = 3


def public_releases(number: int) -> dict[str, list[dict[str, Any]]]:
    """Return the releases of a movie in `public_releases.yaml` by country, in the format of a movie's record."""
    found: dict[str, list[dict[str, Any]]] = {}
    for country, date, kind, certification, *note in _MOVIES.get(number, {}).get("releases", ()):
        texts = {"certification": certification, "note": note[0] if note else None}
        found.setdefault(country, []).append({"date": date, "type": kind, **without_empty(texts)})
    return found


class KnownRelease(NamedTuple):
    """A release of a movie in an answer."""

    country: str
    date: str
    certification: str
    type: int
    note: str
    language: str


def known_releases(recorded: Recorded, key: Key) -> Iterator[KnownRelease]:
    """Yield the releases of a movie in recordings and in `public_releases.yaml`."""
    for one in seen(recorded.blocks[key, "release_dates"], "results"):
        for row in one:
            for release in row["release_dates"]:
                certification, note = (release.get("certification") or "").strip(), release.get("note") or ""
                yield KnownRelease(
                    row["iso_3166_1"],
                    release["release_date"][:10],
                    certification,
                    release["type"],
                    note,
                    release.get("iso_639_1") or "",
                )
    for one in seen(recorded.blocks[key, "releases"], "countries"):
        for row in one:
            # The operation from before the types of releases.
            yield KnownRelease(row["iso_3166_1"], row["release_date"], row.get("certification") or "", CINEMA, "", "")
    for country, entries in public_releases(key[1]).items():
        for release in entries:
            certification, note = release.get("certification", ""), release.get("note", "")
            yield KnownRelease(country, release["date"], certification, release["type"], note, "")
