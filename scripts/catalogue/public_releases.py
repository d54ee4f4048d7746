"""Release dates of movies from public copies of TMDB's answers, for movies whose release dates no recording has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.recorded import Key, Recorded
from scripts.catalogue.values import seen, without_empty
from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("public_releases.yaml")
_MOVIES: Mapping[int, Mapping[str, Any]] = load_yaml(FILE)["movies"]


def public_releases(number: int) -> dict[str, list[dict[str, Any]]]:
    """Return the releases of a movie in `public_releases.yaml` by country, in the format of a movie's record."""
    found: dict[str, list[dict[str, Any]]] = {}
    for country, date, kind, certification, *note in _MOVIES.get(number, {}).get("releases", ()):
        texts = {"certification": certification, "note": note[0] if note else None}
        found.setdefault(country, []).append({"date": date, "type": kind, **without_empty(texts)})
    return found


def known_releases(recorded: Recorded, key: Key) -> Iterator[tuple[str, str, str]]:
    """Yield the country, day and certification of each release of a movie, in recordings and in `public_releases.yaml`."""
    for one in seen(recorded.blocks[key, "release_dates"], "results"):
        for row in one:
            for release in row["release_dates"]:
                yield row["iso_3166_1"], release["release_date"][:10], (release.get("certification") or "").strip()
    for one in seen(recorded.blocks[key, "releases"], "countries"):
        for row in one:
            yield row["iso_3166_1"], row["release_date"], row.get("certification") or ""
    for country, entries in public_releases(key[1]).items():
        yield from ((country, one["date"], one.get("certification", "")) for one in entries)
