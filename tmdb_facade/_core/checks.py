"""Values that TMDB would refuse or, worse, ignore: refused before anything is sent, with a word on what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:-[A-Za-z]{2})?")
_REGION = re.compile(r"[A-Z]{2}")


def check_language(name: str, value: object) -> None:
    """Refuse what is no language: TMDB would answer in English without a word.

    Args:
        name: What the user passed it as.
        value: What was passed.

    Raises:
        ValueError: It is not of TMDB's form.
    """
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        meant = value.replace("_", "-") if isinstance(value, str) else ""
        hint = f": write {meant!r}" if meant != value and _LANGUAGE.fullmatch(meant) else ""
        raise ValueError(f"{name} is ISO 639-1, perhaps with ISO 3166-1, as in 'pt' or 'pt-BR', not {value!r}{hint}")


def check_region(name: str, value: object) -> None:
    """Refuse what is no country: TMDB would take it for none.

    Args:
        name: What the user passed it as.
        value: What was passed.

    Raises:
        ValueError: It is not of TMDB's form.
    """
    if not isinstance(value, str) or not _REGION.fullmatch(value):
        meant = value.upper() if isinstance(value, str) else ""
        hint = f": write {meant!r}" if meant != value and _REGION.fullmatch(meant) else ""
        raise ValueError(f"{name} is ISO 3166-1 in capitals, as in 'BR', not {value!r}{hint}")


def check_number(name: str, value: object) -> None:
    """Refuse what is no whole number; a truth value passes for one in Python.

    Args:
        name: What the user passed it as.
        value: What was passed.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is a whole number, not {value!r}")


def is_number(value: object) -> bool:
    """Tell whether a value is a number; a truth value passes for one in Python."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def check_date(name: str, value: object) -> None:
    """Refuse what is no day.

    Args:
        name: What the user passed it as.
        value: What was passed; `None` for no day.

    Raises:
        TypeError: It is neither a date nor a moment.
    """
    if value is not None and not isinstance(value, date):
        raise TypeError(f"{name} is a date, as in date(2026, 1, 31), not {value!r}")


def check_choice(name: str, value: object, choices: Sequence[object]) -> None:
    """Refuse a word that TMDB does not know.

    Args:
        name: What the user passed it as.
        value: What was passed.
        choices: What TMDB knows.

    Raises:
        ValueError: It is none of them.
    """
    if value not in choices:
        words = [str(choice) for choice in choices]
        raise ValueError(f"{name} is {', '.join(words[:-1])} or {words[-1]}, not {value!r}")
