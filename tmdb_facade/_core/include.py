"""include_image_language and include_video_language: images and videos of which languages are given."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_facade._core.names import join_names, split_names

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
