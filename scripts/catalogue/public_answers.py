"""Details of movies from public copies of TMDB's answers, for movies whose details no recording has, or lacks.

`public_answers.yaml` has their facts as numbers and codes, without the names and sentences of the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.catalogue.recorded import Sighting, Source
from scripts.json_io import load_yaml

FILE = Path(__file__).with_name("public_answers.yaml")
_MOVIES: Mapping[int, Mapping[str, Any]] = load_yaml(FILE)["movies"]


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
    source = Source("movie-details", f"/3/movie/{number}", str(known.get("year", 2017)), FILE.name, known["source"])
    return [Sighting(source, None, value)]
