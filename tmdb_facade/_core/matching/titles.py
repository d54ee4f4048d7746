"""Normalization of titles: spellings of the same title get the same key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from tmdb_facade._core.matching.vocabulary import (
    AND,
    ARTICLES,
    FIRST_ARTICLES,
    IGNORED,
    NUMBER_WORDS,
    PART_WORDS,
    ROMAN,
    SPELLED,
    VERSUS,
)

_TRAILING_ARTICLE = re.compile(r"(.+), (the|an?|der|die|das|les?|la|el|los|las|il)\s*", re.IGNORECASE)
_ACROSS_SCRIPTS = re.compile(r"(?<=[^\W\d])(?<=[\u2e80-\U0003ffff])(?=\d)|(?<=\d)(?=[\u2e80-\U0003ffff])")
_PLUS = re.compile(r"(?<=\s)\+(?=\s)")
#: What separates a title from its subtitle.
_SUBTITLE = re.compile(
    r"\s*[:\uff1a]\s+|(?<=\S)[:\uff1a](?=\S)|\s+[-\u2013\u2014\u2015~/|]\s+|\s+or:?\s+(?=[(\w])|\s+\(", re.IGNORECASE
)


class TitleKey(NamedTuple):
    """The normalized forms of a title.

    Attributes:
        words: The words in lower case without accents; numerals are digits, and `&` is `and`.
        exact: The words as one text, which ignores spaces and punctuation.
        loose: The same without articles, and with the number words as digits.
        numbers: The numbers in digits, which distinguish sequels.
        number_words: The numbers in words, as digits.
    """

    words: tuple[str, ...]
    exact: str
    loose: str
    numbers: tuple[str, ...]
    number_words: tuple[str, ...]


@lru_cache(maxsize=4096)
def title_key(title: str) -> TitleKey:
    """Return the normalized forms of a title."""
    words = tuple(_canonical(plain_words(_leading_article(title))))
    without = [word for word in words if word not in ARTICLES]
    if len(without) > 1 and without[0] in FIRST_ARTICLES:
        del without[0]
    loose = "".join(NUMBER_WORDS.get(word, word) for word in without or words)
    numbers = tuple(sorted(word for word in words if word.isdecimal()))
    number_words = tuple(sorted(NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS))
    return TitleKey(words, "".join(words), loose, numbers, number_words)


def plain_words(text: str) -> list[str]:
    """Split a text into words: lower case, without accents and punctuation. A text of signs only is one word."""
    kept = "".join(sign for sign in _PLUS.sub("and", text.casefold()) if sign not in IGNORED)
    letters = map(_plain, unicodedata.normalize("NFKD", kept))
    plain = unicodedata.normalize("NFC", "".join(letters)).casefold()
    return _ACROSS_SCRIPTS.sub(" ", plain).split() or text.casefold().split()


def search_words(title: str) -> list[str]:
    """Return the words of a title that a search should contain, as they are written: no articles, no `and`."""
    written = [(word, plain_words(word)[0]) for word in title.split() if any(sign.isalnum() for sign in word)]
    words = [word for word, plain in written if plain not in ARTICLES and plain not in AND]
    return words or title.split()


def without_article(title: str) -> str:
    """Return a title without the article at its beginning or end: `The Matrix` and `Matrix, The` become `Matrix`."""
    first, _, rest = _leading_article(title).partition(" ")
    return rest if first.lower() in FIRST_ARTICLES and any(sign.isalnum() for sign in rest) else title


def contains_words(title: str, query: str) -> bool:
    """Return whether each word of a query begins a word of the title."""
    words = plain_words(title)
    return all(any(word.startswith(prefix) for word in words) for prefix in plain_words(query))


def parts_of(title: str) -> list[tuple[str, str]]:
    """Return the main titles and subtitles that a title may consist of.

    Returns:
        For each colon, dash, `or` or bracket: what precedes it and what follows it.
    """
    return [
        (title[: mark.start()], title[mark.end() :].rstrip(") "))
        for mark in _SUBTITLE.finditer(title)
        if title[: mark.start()].strip() and title[mark.end() :].strip()
    ]


def has_digits_as_letters(one: TitleKey, other: TitleKey) -> bool:
    """Return whether the titles differ only in digits that stand for letters, as in `Se7en`."""
    return len(one.words) == len(other.words) and all(
        a == b or _is_disguised(a, b) or _is_disguised(b, a) for a, b in zip(one.words, other.words, strict=True)
    )


def _is_disguised(word: str, plain: str) -> bool:
    """Return whether a word is another one with digits instead of letters between its first and last."""
    return (
        len(word) == len(plain) > 2
        and not (word[0].isdigit() or word[-1].isdigit())
        and all(a == b or (a.isdigit() and b.isalpha()) for a, b in zip(word, plain, strict=True))
    )


def _plain(sign: str) -> str:
    """Return a sign without what is only spelling: accents disappear, punctuation separates words."""
    if sign in SPELLED:
        return SPELLED[sign]
    # The marks of Latin, Greek, Cyrillic, Hebrew and Arabic. Those of Kana and of Indic and Thai script are letters.
    position = unicodedata.combining(sign)
    if 10 <= position <= 36 or position >= 200:
        return ""
    return sign if unicodedata.category(sign)[0] in "LMN" else " "


def _leading_article(title: str) -> str:
    """Move an article from the end to the beginning, as in `Matrix, The`."""
    found = _TRAILING_ARTICLE.fullmatch(title)
    return title if found is None else f"{found[2]} {found[1]}"


def _canonical(words: list[str]) -> list[str]:
    """Write numerals as digits, and `and` and `versus` in one way. The first word is never one of these."""
    first = 1 if len(words) > 1 and words[0] in ARTICLES else 0
    canonical = words[:first]
    for index, word in enumerate(words[first:], first):
        if word.isdecimal():
            canonical.append("".join(str(unicodedata.decimal(sign)) for sign in word).lstrip("0") or "0")
        elif first < index < len(words) - 1 and word in VERSUS and words[index - 1] not in PART_WORDS:
            canonical.append("vs")
        elif index > first and word in ROMAN and (word != "i" or words[index - 1] in PART_WORDS):
            canonical.append(ROMAN[word])
        elif first < index < len(words) - 1 and word in AND:
            canonical.append("and")
        else:
            canonical.append(word)
    return canonical
