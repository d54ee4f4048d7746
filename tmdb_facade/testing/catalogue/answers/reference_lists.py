"""Lists of reference data: countries, languages, time zones, jobs and certifications."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import rows
from .bodies import Body, object_of, rows_of
from .draft import ROW, AnswerReading, picked, same


def read_list(reading: AnswerReading, path: str, items: Sequence[Any]) -> bool:
    """Read an answer that is a list; return whether its path has facts about records."""
    match path.strip("/").split("/")[1:]:
        case ["configuration", "countries"]:
            _countries(reading, items)
        case ["configuration", "languages"]:
            rows.languages(reading, items)
        case ["configuration", "primary_translations"]:
            reading.draft.configuration["primary_translations"] = list(items)
        case ["configuration", "timezones"]:
            for row in items:
                reading.update(reading.draft.countries[row["iso_3166_1"]], ROW, picked(row, same("zones")))
        case ["configuration", "jobs"]:
            reading.draft.departments = [
                {"name": row["department"], "jobs": list(row["jobs"])} for row in items if row["jobs"]
            ]
        case _:
            return False
    return True


def certifications(reading: AnswerReading, kind: str, body: Body) -> None:
    """Read the certifications of movies or TV series, by country."""
    reading.draft.certifications[kind] = [
        {"country": country, "of": kind, "meaning": "", **picked(row, same("certification", "meaning", "order"))}
        for country, found in object_of(body.get("certifications")).items()
        for row in rows_of(found)
    ]


def _countries(reading: AnswerReading, items: Sequence[Body]) -> None:
    language = reading.language[0]
    if language == "en":
        rows.countries(reading, items)
        return
    for row in items:
        entry = reading.draft.countries[row["iso_3166_1"]]
        reading.update(entry, ROW, picked(row, same("english_name")))
        entry.add_text(reading.language, {"name": row.get("native_name")})
