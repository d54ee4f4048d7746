"""Several names in one parameter: TMDB separates them by commas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def join_names(names: Iterable[str]) -> str | None:
    """Write names as TMDB reads them: each once, comma separated; `None` for no names."""
    return ",".join(dict.fromkeys(names)) or None


def split_names(text: str | None) -> list[str]:
    """List the names in a parameter."""
    return text.split(",") if text else []


#: What TMDB calls the language of an image without words.
NO_LANGUAGE = "null"


def refuse_text(languages: Sequence[str | None]) -> None:
    """Refuse a single language in the place of a list: a text is a sequence too, of its letters.

    Raises:
        TypeError: It is a text.
    """
    if isinstance(languages, str):
        raise TypeError(f"languages come as a list: {split_names(languages.replace(' ', ''))}")


def include_text(languages: Sequence[str | None] | None) -> str | None:
    """Write a set of languages as TMDB reads it.

    Args:
        languages: ISO 639-1 codes; `None` among them stands for what has no language.

    Returns:
        The codes, comma separated; `None` for no choice.

    Raises:
        TypeError: A single text was passed in the place of a list.
    """
    if languages is None:
        return None
    refuse_text(languages)
    names = [NO_LANGUAGE if language is None else language for language in languages]
    return join_names(names)
