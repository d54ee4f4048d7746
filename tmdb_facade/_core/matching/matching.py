"""The search for the best match: which requests are sent, and which candidate is returned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from tmdb_facade._core.matching.readings import TitleReading, read_title
from tmdb_facade._core.matching.scoring import KnownTitle, MatchReason, Score, is_near, score
from tmdb_facade._core.matching.titles import contains_words, search_words, without_article

T = TypeVar("T")

#: The requests of one search for a match.
REQUEST_LIMIT = 4
#: The score below which further requests are sent: title and year fit.
CERTAIN = 0.9
#: The least score of a match by default, which ends the requests even if the user accepts a lower one.
FITTING = 0.7
#: The weight of a score that another candidate has too.
_AMBIGUOUS = 0.9
_OTHERS = 5
_DETAILS_LIMIT = 2


class Match(NamedTuple, Generic[T]):
    """The movie or TV series that fits a title and a year best.

    Attributes:
        item: The search result: a `Movie` or a `TVShow`.
        score: How well it fits, from 0 to 1: from 0.9 on, the title and the year are the same, or differ by an article or
            one year; from 0.7 on, a part of the title is the same, a letter is missing, or several candidates are equal.
        reason: Why it fits.
        title: The title of the movie or series that fits: its title, its original title or an alternative one.
        others: The next candidates, the best first, at most five. Their own `others` are empty.
    """

    item: T
    score: float
    reason: MatchReason
    title: str
    others: tuple[Match[T], ...] = ()


class Candidate(NamedTuple, Generic[T]):
    """A search result.

    Attributes:
        item: The movie or series.
        id: TMDB's id.
        titles: Its titles.
        year: The year of its release or first episode, if it is known.
        votes: The number of ratings, which decides between equal candidates.
        countries: Its countries of origin, if they are known.
    """

    item: T
    id: int
    titles: tuple[KnownTitle, ...]
    year: int | None
    votes: int
    countries: tuple[str, ...] = ()


class SearchRequest(NamedTuple):
    """A search whose first page is needed.

    Attributes:
        query: The text.
        year: The year of a release, or `None` for all.
        kind: Tells the two kinds of requests apart.
    """

    query: str
    year: int | None = None
    kind: Literal["search"] = "search"


class TitlesRequest(NamedTuple):
    """A candidate whose alternative and translated titles are needed.

    Attributes:
        id: TMDB's id.
        kind: Tells the two kinds of requests apart.
    """

    id: int
    kind: Literal["titles"] = "titles"


class Matching(Generic[T]):
    """The search for one match. It decides about requests and sends none.

    Call `next_request` and add the answer with `add_candidates` or `add_titles`, until there is no further request.
    """

    def __init__(self, title: str, year: int | None, minimum: float) -> None:
        """Prepare the search.

        Args:
            title: The title as the user wrote it.
            year: The year, if the user knows it.
            minimum: The least score of a match.
        """
        self._readings = read_title(title, year)
        self._minimum = minimum
        self._candidates: dict[int, Candidate[T]] = {}
        self._scores: dict[int, Score] = {}
        self._requests = self._plan()
        self._sent = 0

    def next_request(self) -> SearchRequest | TitlesRequest | None:
        """Return the next request, or `None` if the match is certain or nothing more can be done."""
        if self._sent == REQUEST_LIMIT or self._best() >= max(CERTAIN, self._minimum):
            return None
        request = next(self._requests, None)
        self._sent += 1
        return request

    def add_candidates(self, candidates: Iterable[Candidate[T]]) -> None:
        """Add the results of a search, in TMDB's order."""
        for candidate in candidates:
            if candidate.id not in self._candidates:
                self._add(candidate)

    def add_titles(self, id: int, titles: Iterable[str]) -> None:
        """Add titles of a candidate."""
        known = [KnownTitle(title, MatchReason.ALTERNATIVE_TITLE) for title in dict.fromkeys(titles) if title]
        candidate = self._candidates[id]
        self._add(candidate._replace(titles=(*candidate.titles, *known)))

    def result(self) -> Match[T] | None:
        """Return the best match, or `None` if no candidate has the least score."""
        ranked = sorted(self._candidates.values(), key=self._rank)
        matches = [self._match(candidate) for candidate in ranked[: 1 + _OTHERS]]
        if not matches:
            return None
        best, *others = matches
        if others and others[0].score == best.score:
            best = best._replace(score=round(best.score * _AMBIGUOUS, 3))
        return best._replace(others=tuple(others)) if best.score >= self._minimum else None

    def _add(self, candidate: Candidate[T]) -> None:
        self._candidates[candidate.id] = candidate
        self._scores[candidate.id] = score(self._readings, candidate.titles, candidate.year, candidate.countries)

    def _rank(self, candidate: Candidate[T]) -> tuple[float, int]:
        return -round(self._scores[candidate.id].value, 3), -candidate.votes

    def _match(self, candidate: Candidate[T]) -> Match[T]:
        found = self._scores[candidate.id]
        return Match(candidate.item, round(found.value, 3), found.reason, found.title)

    def _best(self) -> float:
        return max((found.value for found in self._scores.values()), default=0.0)

    def _plan(self) -> Iterator[SearchRequest | TitlesRequest]:
        """Yield the requests in the order of their chances; each depends on the answers to those before."""
        enough = max(self._minimum, FITTING)
        yield from searches(self._readings)
        if self._best() >= enough:
            return
        title, year = self._readings[0].title, self._readings[0].year
        further: list[SearchRequest | TitlesRequest] = [
            *(TitlesRequest(candidate.id) for candidate in self._with_unknown_titles(title, year)),
            *(SearchRequest(half, year) for half in halves(title)),
        ]
        for request in further:
            yield request
            if self._best() >= enough:
                return

    def _with_unknown_titles(self, title: str, year: int | None) -> list[Candidate[T]]:
        """Return candidates whose year fits and that TMDB has found by titles that search results do not contain."""
        return [
            one
            for one in self._candidates.values()
            if is_near(year, one.year) and not any(contains_words(known.text, title) for known in one.titles)
        ][:_DETAILS_LIMIT]


def searches(readings: Sequence[TitleReading]) -> list[SearchRequest]:
    """Return the searches for the readings: with their years, then without.

    With a year there are few results, so the article is omitted, which may be wrong.
    """
    with_years = [
        SearchRequest(reading.title if reading.year is None else without_article(reading.title), reading.year)
        for reading in readings
        if reading.is_searched
    ]
    title = readings[0].title
    anywhere = [SearchRequest(title), *(() if readings[0].year else [SearchRequest(without_article(title))])]
    return list(dict.fromkeys([*with_years, *anywhere]))


def halves(title: str) -> list[str]:
    """Return two parts of a title to search for. TMDB tolerates no misspelled word, but one half has none.

    Of a single word, these are its first letters: TMDB finds the beginnings of words.
    """
    words = search_words(title)
    if len(words) == 1:
        word = words[0]
        return list(dict.fromkeys([word[: (len(word) + 1) // 2], word[:2]])) if len(word) > 2 else []
    middle = min(range(1, len(words)), key=lambda index: abs(len("".join(words[:index])) * 2 - len("".join(words))))
    return [" ".join(words[:middle]), " ".join(words[middle:])]
