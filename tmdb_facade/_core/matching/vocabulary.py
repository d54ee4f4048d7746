"""Words and signs with several spellings, for the normalization of titles. All words are in lower case and without accents."""

from __future__ import annotations

#: Letters that Unicode does not decompose, and signs that are read as words.
SPELLED = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "\u0131": "i",
    "\u00d7": "x",
    "&": " and ",
}
#: Apostrophes, trademarks, and the Arabic sign that lengthens words.
IGNORED = frozenset("'\u2019\u2018\u02bc`\u00b4™®©\u0640")
VERSUS = frozenset({"v", "vs", "versus"})
AND = frozenset({"and", "und", "et", "y", "e", "och", "og", "\u0438"})
ARTICLES = frozenset({"the", "a", "an"})
#: Articles as the first word: within a title, some of these mean something else.
FIRST_ARTICLES = ARTICLES | {
    "der", "das", "die", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "un", "une", "de", "het", "den", "det",
}  # fmt: skip
ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18", "xix": "19",
    "xx": "20",
}  # fmt: skip
NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
#: Words after which "I" is a number.
PART_WORDS = frozenset({"part", "chapter", "volume", "vol", "episode", "book", "teil", "partie", "parte", "capitulo"})
