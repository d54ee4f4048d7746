"""Facts from public copies of TMDB's answers, for what no recording has.

`public_answers.yaml` has the details of movies as numbers and codes, and names of companies and collections, without the sentences of the
answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.recorded import DEFAULT, Key, Sighting, Source
from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("public_answers.yaml")
_ANSWERS: Mapping[str, Mapping[int, Mapping[str, Any]]] = load_yaml(FILE)
_MOVIES = _ANSWERS["movies"]
_FILES = {"company": "companies", "collection": "collections"}


def public_details(number: int) -> list[Sighting]:
    """Return the details of a movie from `public_answers.yaml`, if it has them."""
    known = _MOVIES.get(number)
    if known is None:
        return []
    value = {
        **{name: known.get(name) for name in ("budget", "revenue", "runtime", "imdb_id")},
        "belongs_to_collection": {"id": known["collection"]} if "collection" in known else None,
        "production_companies": [{"id": company} for company in known["companies"]],
        "production_countries": [{"iso_3166_1": code} for code in known["production_countries"]],
        "spoken_languages": [{"iso_639_1": code} for code in known["spoken_languages"]],
    }
    return [Sighting(Source("movie-details", f"/3/movie/{number}", "2017", FILE.name, known["source"]), None, value)]


def public_rows(key: Key) -> list[Sighting]:
    """Return what `public_answers.yaml` has about a company or a collection, as the row of an answer in English."""
    kind, number = key
    known = _ANSWERS[_FILES[kind]].get(number)
    if known is None:
        return []
    value = {"id": number, **{name: fact for name, fact in known.items() if name != "source"}}
    return [Sighting(Source(f"{kind}-details", f"/3/{kind}/{number}", "", FILE.name, known["source"]), DEFAULT, value)]
