"""How names are searched: word by word, each by its beginning, whatever the case and the accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]


def words_of(text: str) -> Words:
    """Split a name into what is compared: `Amélie (2001)` gives `amelie` and `2001`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def matches(query: Words, names: Iterable[Words]) -> bool:
    """Say whether one of the names has, for each word of the query, a word that begins with it."""
    return bool(query) and any(all(any(word.startswith(wanted) for word in name) for wanted in query) for name in names)
