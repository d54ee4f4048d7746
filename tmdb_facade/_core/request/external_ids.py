"""Ids on other sites, as they are looked up."""

from __future__ import annotations

import re

from tmdb_facade._core.request.validation import check_integer, check_segment, invalid

_IMDB = re.compile(r"[a-z]{2}[0-9]+")


def check_external_id(name: str, value: str | int, source: str) -> str:
    """Validate an id on another site, and return it in that site's format.

    TMDB never finds an id of IMDb without its letters. Programs that store only the numbers store those of titles, so
    `tt` is added to a number.

    Args:
        name: The parameter's name.
        value: A text, with or without surrounding whitespace, or a number.
        source: The site, by TMDB's name.

    Returns:
        The id as text.

    Raises:
        InvalidArgumentError: The value is not an id, or not one of IMDb.
    """
    text = value.strip() if isinstance(value, str) else str(check_integer(name, value))
    check_segment(name, text)
    if source != "imdb_id":
        return text
    lower = f"tt{text.zfill(7)}" if text.isascii() and text.isdecimal() else text.lower()
    if not _IMDB.fullmatch(lower):
        raise invalid(name, "an IMDb id such as 'tt0137523' or 'nm0000093'", value)
    return lower
