"""Values of environment variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")
D = TypeVar("D")


def as_number(text: str) -> float | str:
    """Return the number that a text contains; other text is returned unchanged, for its check."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def as_number_or_none(text: str) -> float | str | None:
    """Return the number that a text contains, or `None` for "none"; other text is returned unchanged."""
    return None if text.strip().lower() == "none" else as_number(text)


def as_text_or_none(text: str) -> str | None:
    """Return a text without whitespace around it, or `None` for "none"."""
    text = text.strip()
    return None if text.lower() == "none" else text


def choose(
    passed: Mapping[str, object],
    environ: Mapping[str, str],
    variable: str,
    check: Callable[[str, Any], T],
    default: D,
    parse: Callable[[str], object] = str,
) -> T | D:
    """Validate the value that the caller passed; without one, that of the environment variable.

    Args:
        passed: The arguments that the caller passed, by name.
        environ: The environment variables; an empty one counts as absent.
        variable: The variable's name: `TMDB_` and the argument's name.
        check: Validates the value, with the name of the argument or the variable.
        default: The value without both.
        parse: Converts the variable's text.
    """
    name = variable.removeprefix("TMDB_").lower()
    if name in passed:
        return check(name, passed[name])
    text = environ.get(variable)
    return check(variable, parse(text)) if text else default
