"""Name search by word prefixes, ignoring case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from .records import Movie, Series

Words: TypeAlias = tuple[str, ...]


def words_of(text: str) -> Words:
    """Split a name into normalized words: `Amélie (2001)` becomes `amelie` and `2001`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def matches(query: Words, names: Iterable[Words]) -> bool:
    """Return whether one of the names matches: each word of the query is a prefix of one of its words."""
    return bool(query) and any(all(any(word.startswith(prefix) for word in name) for prefix in query) for name in names)


def title_words(original: str, title: Movie | Series) -> tuple[Words, ...]:
    """Return the words of all titles of a movie or series."""
    translated = (text.title for text in title.translations)
    return names_words(original, *translated, *(other.title for other in title.alternative_titles))


def names_words(*names: str) -> tuple[Words, ...]:
    """Return the words of each name, without names that have none."""
    return tuple(words for words in (words_of(name) for name in dict.fromkeys(names)) if words)
