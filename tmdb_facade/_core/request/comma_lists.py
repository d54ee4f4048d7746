"""Comma-separated lists in one parameter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tmdb_facade._core.request.validation import check_languages

#: TMDB's code for images without text.
NO_LANGUAGE = "null"


def join_names(names: Iterable[str]) -> str | None:
    """Join names by commas, each once; return `None` for no names."""
    return ",".join(dict.fromkeys(names)) or None


def split_names(text: str | None) -> list[str]:
    """Return the names in a parameter."""
    return text.split(",") if text else []


def languages_text(name: str, languages: Sequence[str | None] | None) -> str | None:
    """Join languages by commas.

    Args:
        name: The parameter's name.
        languages: ISO 639-1 codes; `None` in the list stands for images without text.

    Returns:
        The codes, comma-separated; `None` for no list.

    Raises:
        InvalidArgumentError: The value is not a list of languages.
    """
    if languages is None:
        return None
    return join_names(NO_LANGUAGE if language is None else language for language in check_languages(name, languages))
