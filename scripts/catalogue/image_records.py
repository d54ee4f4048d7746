"""Images of answers in the format of the catalogue, and the usual sizes of images of which no answer has the size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.catalogue.files import main_countries

POSTER = {"width": 2000, "height": 3000}
SEASON_POSTER = {"width": 1000, "height": 1500}
BACKDROP = {"width": 3840, "height": 2160}
STILL = {"width": 1920, "height": 1080}
LOGO = {"width": 1000, "height": 400}
PROFILE = {"width": 1000, "height": 1500}


def main_country(language: str) -> str | None:
    """Return the country of texts and images in a language for which no country is recorded."""
    return "US" if language == "en" else main_countries().get(language)


def image(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of an image in an answer. Older answers have no country: it is the main one of the language."""
    language = row.get("iso_639_1")
    country = row.get("iso_3166_1") or main_country(language or "") or ""
    record = {"path": row["file_path"], "width": row["width"], "height": row["height"]}
    if language:
        record |= {"language": language, "country": country}
    if row.get("vote_count") and isinstance(row["vote_average"], float):  # text in an answer of 2013
        record |= {"vote_average": row["vote_average"], "vote_count": row["vote_count"]}
    return record
