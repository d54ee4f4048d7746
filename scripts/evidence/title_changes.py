"""The spellings under which the measurement of title matching looks for a title."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from scripts.evidence.title_records import RecordedTitle


@dataclass(frozen=True)
class Change:
    """A change of a title or year.

    Attributes:
        query: Returns the text and the year of a search, or `None` if the change does not apply to the record.
        years: By how many years another record of the same title must differ; `None` if there must be no other.
        is_absent: Whether no search returns the record, so that nothing should be found.
    """

    query: Callable[[RecordedTitle, random.Random], tuple[str, int | None] | None]
    years: int | None = 2
    is_absent: bool = False


def _changed(record: RecordedTitle, text: str) -> tuple[str, int | None] | None:
    return (text, record.year) if text.strip() and text != record.title else None


def _strip(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum() or sign.isspace() or sign == "&")


def _unaccented(text: str) -> str:
    """Remove the accents of Latin letters, whose codes are below those of Greek."""
    return "".join(unicodedata.normalize("NFD", sign)[0] if sign < "\u0370" else sign for sign in text)


def _article(title: str) -> str:
    return title[4:] if title.startswith("The ") else f"The {title}"


def _and(title: str) -> str:
    return title.replace(" & ", " and ") if " & " in title else title.replace(" and ", " & ")


def _missing(title: str, chance: random.Random) -> str:
    letters = [index for index, sign in enumerate(title) if sign.isalpha()]
    if len([sign for sign in title if sign.isalnum()]) < 4 or not letters:
        return title
    index = chance.choice(letters)
    return title[:index] + title[index + 1 :]


CHANGES: dict[str, Change] = {
    "title and year": Change(lambda record, _: (record.title, record.year)),
    "lower case": Change(lambda record, _: _changed(record, record.title.lower())),
    "no accents": Change(lambda record, _: _changed(record, _unaccented(record.title))),
    "no punctuation": Change(lambda record, _: _changed(record, _strip(record.title))),
    "`and` instead of `&`, or the reverse": Change(lambda record, _: _changed(record, _and(record.title))),
    "article added or removed": Change(lambda record, _: _changed(record, _article(record.title))),
    "year in brackets": Change(lambda record, _: (f"{record.title} ({record.year})", None)),
    "points instead of spaces, year at the end": Change(
        lambda record, _: (f"{_strip(record.title).replace(' ', '.')}.{record.year}", None)
    ),
    "year one too early": Change(lambda record, _: (record.title, record.year - 1), years=4),
    "year one too late": Change(lambda record, _: (record.title, record.year + 1), years=4),
    "original title": Change(lambda record, _: _changed(record, record.original)),
    "a letter missing": Change(lambda record, chance: _changed(record, _missing(record.title, chance))),
    "no year": Change(lambda record, _: (record.title, None), years=None),
    "title and year, if TMDB does not have it": Change(
        lambda record, _: (record.title, record.year), 4, is_absent=True
    ),
    "title without year, if TMDB does not have it": Change(
        lambda record, _: (record.title, None), None, is_absent=True
    ),
}
