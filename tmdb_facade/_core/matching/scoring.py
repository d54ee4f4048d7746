"""How well a candidate's titles and year fit what the user wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.matching.titles import TitleKey, has_digits_as_letters, parts_of, title_key

if TYPE_CHECKING:
    from tmdb_facade._core.matching.readings import TitleReading

# Shorter titles differ in one letter by chance.
_SHORTEST_SPELLING = 5
# One letter may differ, and two in titles of this length.
_TWO_LETTERS = 10
_ARTICLES = 0.98
_DIGITS = 0.97
_SPELLING = 0.97
_PLURAL = 0.85
# A letter instead of another one makes another word more often than a missing one does.
_OTHER_LETTER = 0.965
_QUERY_IS_MAIN_TITLE = 0.8
_QUERY_IS_SUBTITLE = 0.73
_TITLE_IS_SUBTITLE = 0.735
_TITLE_IS_MAIN_TITLE = 0.72
_UNKNOWN_WANTED_YEAR = 0.95
_UNKNOWN_YEAR = 0.85
_YEARS = (1.0, 0.93, 0.8)
_OTHER_YEAR = 0.5
_OTHER_COUNTRY = 0.6


class MatchReason(StrEnum):
    """Why a movie or TV series is a match. Upper and lower case, accents, punctuation, articles and numerals never count."""

    TITLE = "title"
    """The title, in the language of the search, is the same."""
    ORIGINAL_TITLE = "original_title"
    """The original title is the same."""
    ALTERNATIVE_TITLE = "alternative_title"
    """An alternative title, or the title in another language, is the same."""
    PART = "part"
    """The title without its subtitle, or the subtitle alone, is the same."""
    SPELLING = "spelling"
    """The spelling of a title is similar, such as one with a missing letter."""


class KnownTitle(NamedTuple):
    """A title of a candidate.

    Attributes:
        text: The title.
        reason: What kind of title it is.
    """

    text: str
    reason: MatchReason


class Score(NamedTuple):
    """How well a candidate fits.

    Attributes:
        value: From 0 to 1.
        reason: Why it fits.
        title: The title that fits best.
    """

    value: float
    reason: MatchReason
    title: str


#: The weight of each kind of title: of two candidates, the one with the title itself fits better.
_WEIGHTS = {MatchReason.TITLE: 1.0, MatchReason.ORIGINAL_TITLE: 0.99, MatchReason.ALTERNATIVE_TITLE: 0.97}


def score(
    readings: Sequence[TitleReading], titles: Sequence[KnownTitle], year: int | None, countries: Sequence[str]
) -> Score:
    """Return the best score of a candidate over all readings and titles.

    Args:
        readings: What the user may have meant.
        titles: The candidate's titles, at least one.
        year: Its year, if it is known.
        countries: Its countries of origin, if they are known.
    """
    scores = [
        Score(fit * known * factor, reason, title.text)
        for reading in readings
        for factor in [reading.weight * year_fit(reading.year, year) * country_fit(reading.country, countries)]
        for title in titles
        for known in [_WEIGHTS.get(title.reason, 1.0)]
        for fit, reason in [title_fit(reading.title, title)]
    ]
    return max(scores, key=lambda one: one.value)


def title_fit(wanted: str, title: KnownTitle) -> tuple[float, MatchReason]:
    """Return how well a title fits, from 0 to 1, and why."""
    one, other = title_key(wanted), title_key(title.text)
    if one.exact == other.exact:
        return 1.0, title.reason
    if one.loose == other.loose:
        return _ARTICLES, title.reason
    if has_digits_as_letters(one, other):
        return _DIGITS, title.reason
    part = max(_part_fits(wanted, one, title.text, other), default=0.0)
    spelling = spelling_fit(one, other)
    return (part, MatchReason.PART) if part >= spelling else (spelling, MatchReason.SPELLING)


def spelling_fit(one: TitleKey, other: TitleKey) -> float:
    """Return how similar two titles are, from 0 to 1; 0 if they are different or have different numbers, as sequels have."""
    if one.numbers != other.numbers or _have_other_number_words(one, other):
        return 0.0
    words, other_words = Counter(one.words), Counter(other.words)
    if not words - other_words or not other_words - words:
        return 0.0  # a whole word is missing
    likeness = max(_likeness(one.exact, other.exact), _likeness(one.loose, other.loose))
    is_plural = {one.exact, other.exact} in ({one.exact, f"{one.exact}s"}, {other.exact, f"{other.exact}s"})
    return likeness**2 * _SPELLING * (_PLURAL if is_plural else 1)


def _have_other_number_words(one: TitleKey, other: TitleKey) -> bool:
    """Return whether both titles have numbers in words, but not the same. In one of them, the word may be misspelled."""
    return one.number_words != other.number_words and bool(one.number_words and other.number_words)


def _likeness(one: str, other: str) -> float:
    """Return the likeness of two texts that differ in few letters, or 0."""
    length = max(len(one), len(other))
    allowed = 1 if length < _TWO_LETTERS else 2
    if length < _SHORTEST_SPELLING or abs(len(one) - len(other)) > allowed:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < 1 - allowed / length:
        return 0.0
    changes = [(tag, max(i2 - i1, j2 - j1)) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]
    # Two swapped letters are one deleted and one inserted.
    is_swap = len(changes) == 2 and sorted(one) == sorted(other)
    if sum(count for _, count in changes) > allowed and not is_swap:
        return 0.0
    return matcher.ratio() * (_OTHER_LETTER if any(tag == "replace" for tag, _ in changes) else 1)


def year_fit(wanted: int | None, year: int | None) -> float:
    """Return how well a year fits, from 0 to 1."""
    if wanted is None:
        return _UNKNOWN_WANTED_YEAR
    if year is None:
        return _UNKNOWN_YEAR
    difference = abs(wanted - year)
    return _YEARS[difference] if difference < len(_YEARS) else _OTHER_YEAR


def is_near(wanted: int | None, year: int | None) -> bool:
    """Return whether a year is about the wanted one, if that is known."""
    return wanted is None or (year is not None and abs(wanted - year) < len(_YEARS))


def country_fit(wanted: str | None, countries: Sequence[str]) -> float:
    """Return how well the countries of origin fit, from 0 to 1."""
    return 1.0 if wanted is None or not countries or wanted in countries else _OTHER_COUNTRY


def _part_fits(wanted: str, wanted_key: TitleKey, title: str, key: TitleKey) -> Iterator[float]:
    for main, subtitle in parts_of(title):
        if title_key(main).loose == wanted_key.loose:
            yield _QUERY_IS_MAIN_TITLE
        if title_key(subtitle).loose == wanted_key.loose:
            yield _QUERY_IS_SUBTITLE
    for main, subtitle in parts_of(wanted):
        if title_key(subtitle).loose == key.loose:
            yield _TITLE_IS_SUBTITLE
        if title_key(main).loose == key.loose:
            yield _TITLE_IS_MAIN_TITLE
