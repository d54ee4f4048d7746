"""Search by name: which names a query matches, and the order of the results.

`python -m scripts.evidence.search_order` measures both against recorded answers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple, TypeAlias, TypeVar

from .records import Movie, Series

T = TypeVar("T")
Words: TypeAlias = tuple[str, ...]

# Letters and digits are separate words: "100th" contains "100".
_WORD = re.compile(r"[^\W\d_]+|\d+")


class MatchKind(IntEnum):
    """How a query matches a name; better matches are greater."""

    PREFIX = 0
    """The last word of the query begins a word of the name, and the name contains the others."""

    WORDS = 1
    """The name contains all words of the query, in any order."""

    EXACT = 2
    """The name has the same words in the same order."""


class SearchName(NamedTuple):
    """A name or query in words, without case, accents and punctuation.

    Attributes:
        written: The words of each part between spaces: `Spider-Man 2` is `spider`, `man` and `2`.
        words: All words in order.
        forms: The words, and each part between spaces as one word, with a space before and after each:
            ` spider man 2 spiderman `.
    """

    written: tuple[Words, ...]
    words: Words
    forms: str

    @classmethod
    def of(cls, text: str) -> SearchName:
        """Split a name or query into words."""
        plain = unicodedata.normalize("NFKD", text.casefold())
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
        written = tuple(words for words in (tuple(_WORD.findall(part)) for part in plain.split()) if words)
        words = tuple(word for part in written for word in part)
        joined = ("".join(part) for part in written if len(part) > 1)
        return cls(written, words, f" {' '.join((*words, *joined))} ")

    def match(self, name: SearchName) -> MatchKind | None:
        """Return how this query matches a name, or None if it does not."""
        # In every match a word begins with the first word of the query. Most names fail here, which is fast.
        if not self.words or f" {self.words[0]}" not in name.forms:
            return None
        if self.words == name.words:
            return MatchKind.EXACT
        if not all(name.contains(part) for part in self.written[:-1]):
            return None
        last = self.written[-1]
        if name.contains(last):
            return MatchKind.WORDS
        return MatchKind.PREFIX if f" {last[-1]}" in name.forms and name.contains(last[:-1]) else None

    def contains(self, part: Words) -> bool:
        """Return whether the name contains words that are written together, as one word or as several."""
        return f" {''.join(part)} " in self.forms or all(f" {word} " in self.forms for word in part)


Names: TypeAlias = tuple[SearchName, ...]


def sort_by_match(query: SearchName, records: Iterable[tuple[T, Names, float]]) -> list[T]:
    """Return the matching records in the order of TMDB's search.

    Exact names are first, then names with all words of the query, then those with a prefix. Each of the three is sorted by
    popularity per word: of two names, the longer one has to be more popular.

    Args:
        query: The query.
        records: Records with their names and their popularity. Equal matches keep this order.
    """
    found = [(match, record) for record, names, popularity in records if (match := rank(query, names, popularity))]
    found.sort(key=_by_rank, reverse=True)
    return [record for _, record in found]


def rank(query: SearchName, names: Names, popularity: float) -> tuple[MatchKind, float] | None:
    """Return the sort key of a record, which is greater for better matches, or None if none of its names matches."""
    matches = [(match, popularity / len(name.words)) for name in names if (match := query.match(name)) is not None]
    return max(matches, default=None)


def words_of(text: str) -> Words:
    """Split a name into normalized words: `Amélie (2001)` becomes `amelie` and `2001`."""
    return SearchName.of(text).words


def title_names(original: str, title: Movie | Series) -> Names:
    """Return all titles of a movie or series."""
    translated = (text.title for text in title.translations)
    return search_names(original, *translated, *(other.title for other in title.alternative_titles))


def search_names(*names: str) -> Names:
    """Return names for a search, without those that have no words."""
    return tuple(one for one in map(SearchName.of, dict.fromkeys(names)) if one.words)


def _by_rank(found: tuple[tuple[MatchKind, float], T]) -> tuple[MatchKind, float]:
    return found[0]
