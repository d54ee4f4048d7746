"""Titles of movies and names of collections from public copies of TMDB's answers, for languages in which no recording has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("public_titles.yaml")
_ANSWERS: list[Mapping[str, Any]] = load_yaml(FILE)["answers"]


def public_titles(number: int) -> dict[str, str]:
    """Return the titles of a movie in `public_titles.yaml` by language."""
    return _by_language("movies", number)


def public_collection_names(number: int) -> dict[str, str]:
    """Return the names of a collection in `public_titles.yaml` by language."""
    return _by_language("collections", number)


def _by_language(kind: str, number: int) -> dict[str, str]:
    return {answer["language"]: answer[kind][number] for answer in _ANSWERS if number in answer.get(kind, ())}
