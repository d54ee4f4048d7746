"""Names of people, genres, seasons and episodes in other languages are those of recorded answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest

from scripts.evidence.recordings import RecordedAnswer
from tmdb_facade.testing import builtin
from tmdb_facade.testing.catalogue.records import Person
from tmdb_facade.testing.protocol.default_names import ENGLISH
from tmdb_facade.testing.protocol.language import Locale, name_in, person_name

pytestmark = pytest.mark.conformance

CATALOGUE = builtin()
Row = dict[str, Any]
# TMDB has sent original names beside the translated ones since this day, if not longer.
TRANSLATED_SINCE = "2024-07"


def translated(recordings: list[RecordedAnswer]) -> Iterator[tuple[RecordedAnswer, Locale, Row]]:
    """Yield every object of the answers in another language than English."""
    for recording in recordings:
        language = recording.query.get("language", "en")
        if recording.is_success() and language[:2] != "en":
            for row in objects(json.loads(recording.body)):
                yield recording, Locale.parse(language), row


def objects(value: object) -> Iterator[Row]:
    """Yield a JSON object and all objects in it."""
    if isinstance(value, dict):
        yield cast("Row", value)
    for one in cast("dict[str, object]", value).values() if isinstance(value, dict) else ():
        yield from objects(one)
    for one in cast("list[object]", value) if isinstance(value, list) else ():
        yield from objects(one)


def original(person: Person) -> str:
    """Return the original name of a person; TMDB has changed some since they were recorded."""
    return person.original_name or person.name


def test_recorded_names_of_people_are_served(recordings: list[RecordedAnswer]) -> None:
    wrong, checked = set[tuple[int, str, str]](), 0
    for recording, locale, row in translated(recordings):
        person = CATALOGUE.people.get(row.get("id", 0))
        is_person = "credit_id" in row and "gender" in row and recording.date >= TRANSLATED_SINCE
        if person and is_person and row.get("original_name") == original(person):
            checked += 1
            if person_name(person, locale) != row["name"]:
                wrong.add((person.id, "-".join(locale), row["name"]))
    assert checked > 100
    assert wrong == set()


def test_recorded_names_of_genres_are_served(recordings: list[RecordedAnswer]) -> None:
    """Until April 2022, some genres were not translated yet."""
    wrong, checked = set[tuple[str, int, str]](), 0
    for recording, locale, row in translated(recordings):
        for one in cast("list[Row]", row.get("genres") or ()):
            genre = CATALOGUE.genres.get(one.get("id", 0))
            if genre and recording.date >= "2022-05":
                checked += 1
                if name_in(genre.names, locale) != one["name"]:
                    wrong.add((locale.language, genre.id, one["name"]))
    assert checked > 100
    assert wrong == set()


def test_recorded_numbered_names_are_served(recordings: list[RecordedAnswer]) -> None:
    """One series has another name in Taiwan: a translation with a number."""
    wrong, seen = set[tuple[str, str]](), set[str]()
    for _, locale, row in translated(recordings):
        is_episode = "episode_number" in row
        number = row.get("episode_number" if is_episode else "season_number")
        if number is None or not row.get("name") or "job" in row:
            continue
        kind = "episode" if is_episode else "season" if number else "specials"
        names = CATALOGUE.languages[locale.language].default_names
        formats = [str(getattr(one, kind)) for one in names if one.country in ("", locale.country)]
        expected = next(filter(None, formats), str(getattr(ENGLISH, kind))).format(number)
        if not is_episode and row["name"] != expected:
            wrong.add(("-".join(locale), row["name"]))
        elif row["name"] == expected:
            seen.add(kind)
    assert seen == {"episode", "season", "specials"}
    assert {(language, name) for language, name in wrong if language != "zh-TW"} == set()
