"""Release dates of movies from public copies of TMDB's answers, for movies whose release dates no recording has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.values import without_empty
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
