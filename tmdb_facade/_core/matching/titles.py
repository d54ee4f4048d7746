"""Normalization of titles: spellings of the same title get the same key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

#: Letters that Unicode does not decompose, and signs that are read as words.
_SPELLED = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "×": "x",
    "&": " and ",
    "+": " and ",
    "٪": " percent ",
    "%": " percent ",
}
_IGNORED = frozenset("'’‘ʼ`´™®©ـ")  # apostrophes, trademarks, and the Arabic sign that lengthens words
_AND = frozenset({"and", "und", "et", "y", "e", "i", "och", "og", "и"})
_ARTICLES = frozenset({"the", "a", "an"})
# As the first word only: within a title, some of these mean something else.
_FIRST_ARTICLES = _ARTICLES | frozenset(
    {"der", "das", "die", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "un", "une", "de", "het", "den", "det"}
)
_ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), start=1
    )
}
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
# Before these, "I" is a number.
_PART_WORDS = frozenset({"part", "chapter", "volume", "vol", "episode", "book", "teil", "partie", "parte", "capitulo"})
_TRAILING_ARTICLE = re.compile(r"(.+), (the|an?|der|die|das|les?|la|el|los|las|il)\s*", re.IGNORECASE)
_ACROSS_SCRIPTS = re.compile(r"(?<=[^\W\d])(?<=[\u2e80-\U0003ffff])(?=\d)|(?<=\d)(?=[\u2e80-\U0003ffff])")
#: What separates a title from its subtitle.
_SUBTITLE = re.compile(r"\s*[:：]\s+|(?<=\S)[:：](?=\S)|\s+[-–—―~/|]\s+|\s+or:?\s+(?=[(\w])|\s+\(", re.IGNORECASE)


class TitleKey(NamedTuple):
    """The normalized forms of a title.

    Attributes:
        words: The words in lower case without accents; numerals are digits, and `&` is `and`.
        exact: The words as one text, which ignores spaces and punctuation.
        loose: The same without articles, and with the number words as digits.
        numbers: The numbers, which distinguish sequels.
    """

    words: tuple[str, ...]
    exact: str
    loose: str
    numbers: tuple[str, ...]


@lru_cache(maxsize=4096)
def title_key(title: str) -> TitleKey:
    """Return the normalized forms of a title."""
    words = tuple(_canonical(plain_words(_leading_article(title))))
    without = [word for word in words if word not in _ARTICLES]
    if words and words[0] in _FIRST_ARTICLES:
        without = [word for word in words[1:] if word not in _ARTICLES]
    loose = "".join(_NUMBER_WORDS.get(word, word) for word in without or words)
    return TitleKey(words, "".join(words), loose, tuple(sorted(word for word in words if word.isdigit())))


def plain_words(text: str) -> list[str]:
    """Split a text into words: lower case, without accents and punctuation. A text of signs only is one word."""
    letters = [_plain(sign) for sign in unicodedata.normalize("NFKD", text.casefold()) if sign not in _IGNORED]
    plain = unicodedata.normalize("NFC", "".join(letters)).casefold()
    return _ACROSS_SCRIPTS.sub(" ", plain).split() or text.casefold().split()


def search_words(text: str) -> list[str]:
    """Return the words of a text that a search should contain: no articles, no `and`."""
    words = plain_words(text)
    return [word for word in words if word not in _ARTICLES and word not in _AND] or words


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
    if sign in _SPELLED:
        return _SPELLED[sign]
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
    """Replace Roman numerals by digits and translations of `and` by `and`, unless they are the first or only word."""
    canonical = words[:1]
    for index, word in enumerate(words[1:], 1):
        is_last = index == len(words) - 1
        if word in _ROMAN and (word != "i" or words[index - 1] in _PART_WORDS):
            canonical.append(_ROMAN[word])
        elif word in _AND and not is_last:
            canonical.append("and")
        elif word.isdigit():
            canonical.append(str(int(word)))
        else:
            canonical.append(word)
    return canonical
