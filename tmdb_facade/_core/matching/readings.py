"""What a user's text says: a title, and perhaps a year and a country."""

from __future__ import annotations

import re
from typing import NamedTuple

_BRACKETED_YEAR = re.compile(r"(.*\S)\s*[(\[{]((?:18|19|20)\d\d)[)\]}]\s*", re.DOTALL)
_BARE_YEAR = re.compile(r"(.*\w)[\s,.\-\u2013]+((?:18|19|20)\d\d)\s*", re.DOTALL)
_COUNTRY = re.compile(r"(.*\S)\s*[(\[]([A-Z]{2})[)\]]\s*", re.DOTALL)
_SEPARATORS = re.compile(r"(?<=\w)[._]+(?=\w)")
# What people write, and the code of ISO 3166-1.
_COUNTRY_CODES = {"UK": "GB"}

#: The weight of a year without brackets, which may be a part of the title.
BARE_YEAR_WEIGHT = 0.99


class TitleReading(NamedTuple):
    """One way to read the text.

    Attributes:
        title: The title.
        year: The year of the release or first episode, if it is known.
        country: The country of origin, ISO 3166-1, if it is known.
        weight: How likely the reading is, up to 1.
        is_searched: Whether to search for it, or only to compare it with the results of the other reading.
    """

    title: str
    year: int | None = None
    country: str | None = None
    weight: float = 1.0
    is_searched: bool = True


def read_title(text: str, year: int | None) -> list[TitleReading]:
    """Return the ways to read a text, the first to search for at the beginning.

    A year in brackets is the year. One without brackets may be a part of the title, as in `Wonder Woman 1984`.

    Args:
        text: The user's text, such as `Blade Runner (1982)`, `The Office (US)` or `The.Matrix.1999`.
        year: The year, if the user passed it; it takes precedence.
    """
    title = separate(text)
    country: str | None = None
    while True:
        if found := _COUNTRY.fullmatch(title):
            country = _COUNTRY_CODES.get(found[2], found[2])
        elif found := _BRACKETED_YEAR.fullmatch(title):
            year = int(found[2]) if year is None else year
        else:
            break
        title = found[1]
    whole = TitleReading(title, year, country)
    bare = _BARE_YEAR.fullmatch(title)
    if bare is None or year not in {None, int(bare[2])}:
        return [whole]
    stripped = TitleReading(bare[1], int(bare[2]), country, BARE_YEAR_WEIGHT)
    is_certain = year is not None or title != text.strip()
    return [stripped, whole._replace(is_searched=False)] if is_certain else [whole, stripped]


def separate(text: str) -> str:
    """Replace points and underscores between words by spaces, if the text has no spaces: `The_Matrix`."""
    text = " ".join(text.split())
    pieces = _SEPARATORS.split(text)
    if " " in text or len(pieces) < 2 or all(len(piece.strip(".")) <= 1 for piece in pieces):
        return text
    return " ".join(pieces)
