"""Search results and details as candidates for a match."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Any

from tmdb_facade._core.matching.matching import Candidate, Matching
from tmdb_facade._core.matching.scoring import KnownTitle, MatchReason
from tmdb_facade._core.matching.titles import plain_words
from tmdb_facade._core.request.validation import check_filled, check_integer, finite_number, invalid
from tmdb_facade.errors import InvalidArgumentError, MissingBlockError, NotFoundError

if TYPE_CHECKING:
    from datetime import date

    from tmdb_bindings.models import Movie, MovieDetails, TVDetails, TVShow

#: The blocks of details that contain further titles.
TITLE_BLOCKS = "alternative_titles,translations"
#: The longest title to match. Those of TMDB are shorter, and the time to compare two titles grows with the square of their length.
MAX_TITLE = 500


def movie_matching(title: str, year: int | None, minimum: float) -> Matching[Movie]:
    """Return the search for a movie, after validating its arguments."""
    return Matching(*_checked("title", title, year, minimum))


def tv_matching(name: str, year: int | None, minimum: float) -> Matching[TVShow]:
    """Return the search for a TV series, after validating its arguments."""
    return Matching(*_checked("name", name, year, minimum))


def ignore_deleted() -> AbstractContextManager[object]:
    """Return a context for the request of a candidate, which may have been deleted since the search."""
    return suppress(NotFoundError)


def movie_candidate(movie: Movie) -> Candidate[Movie]:
    """Return a movie among search results as a candidate."""
    titles = _titles(movie.title, movie.original_title)
    return Candidate(movie, movie.id, titles, _year(movie.release_date), movie.vote_count or 0)


def tv_candidate(show: TVShow) -> Candidate[TVShow]:
    """Return a series among search results as a candidate."""
    titles = _titles(show.name, show.original_name)
    return Candidate(
        show, show.id, titles, _year(show.first_air_date), show.vote_count or 0, tuple(show.origin_country)
    )


def movie_titles(details: MovieDetails[Any]) -> Iterator[str]:
    """Yield the alternative and translated titles in a movie's details. Blocks that TMDB omitted have none."""
    with suppress(MissingBlockError):
        yield from [alternative.title for alternative in details.alternative_titles.titles]
    with suppress(MissingBlockError):
        yield from [translation.data.title for translation in details.translations.translations]


def tv_titles(details: TVDetails[Any]) -> Iterator[str]:
    """Yield the alternative and translated names in a series' details. Blocks that TMDB omitted have none."""
    with suppress(MissingBlockError):
        yield from [alternative.title for alternative in details.alternative_titles.results]
    with suppress(MissingBlockError):
        yield from [translation.data.name for translation in details.translations.translations]


def _titles(title: str, original: str) -> tuple[KnownTitle, ...]:
    # Fields are null in answers that lack them, if the client ignores drift.
    return KnownTitle(title or "", MatchReason.TITLE), KnownTitle(original or "", MatchReason.ORIGINAL_TITLE)


def _year(day: date | None) -> int | None:
    return None if day is None else day.year


def _checked(name: str, title: str, year: int | None, minimum: float) -> tuple[str, int | None, float]:
    text = check_filled(name, title)
    if len(text) > MAX_TITLE:
        raise InvalidArgumentError(name, f"must have at most {MAX_TITLE} characters, got {len(text)}")
    if not plain_words(text):
        raise invalid(name, "a title", title)
    known = None if year is None else check_integer("year", year, 1000, 9999)
    share = finite_number(minimum)
    if share is None or not 0 <= share <= 1:
        raise invalid("minimum", "a number from 0 to 1", minimum)
    return text, known, share
