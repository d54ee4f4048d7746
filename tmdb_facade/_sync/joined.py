# Made from tmdb_facade/_async/joined.py by `make sync`: edit that file, never this one.
"""Pagers over several lists, one after the other: for what TMDB does not give out as one list."""

from __future__ import annotations

from abc import abstractmethod
from copy import copy
from typing import TYPE_CHECKING, TypeVar, cast

from tmdb_facade._core.paging import PAGE_LIMIT, check_limit
from tmdb_facade._sync.pager import Pager, PageT_co

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Identified(Protocol):
        """An entry that TMDB knows by an id."""

        @property
        def id(self) -> int:
            """TMDB's id."""
            ...


T_co = TypeVar("T_co", covariant=True)


class JoinedPager(Pager[T_co, PageT_co]):
    """Several lists as one.

    An entry that is in several of them is given once, where it comes first; so the ids of all entries are remembered
    while it is walked. Pages come as TMDB gives them, list by list, and are numbered through.
    """

    def __init__(self) -> None:
        """Begin without a limit. What the pages of one list are kept in has no use here."""
        self._limit: int | None = None

    @abstractmethod
    def _parts(self) -> Iterator[Pager[T_co, PageT_co]]:
        """Give the pagers of the lists, in their order."""

    def __iter__(self) -> Iterator[T_co]:
        """Walk over the entries; a page is asked for when its first entry is wanted."""
        if self._limit == 0:
            return
        seen: set[int] = set()
        for part in self._parts():
            for entry in part:
                number = cast("Identified", entry).id
                if number in seen:
                    continue
                seen.add(number)
                yield entry
                if len(seen) == self._limit:
                    return

    def limit(self, count: int) -> Pager[T_co, PageT_co]:
        """Stop after a number of entries.

        Args:
            count: How many entries, 0 or more.

        Returns:
            A pager over the first `count` entries; this one stays as it is.

        Raises:
            ValueError: The count is negative.
        """
        check_limit(count)
        limited = copy(self)
        limited._limit = count if self._limit is None else min(count, self._limit)
        return limited

    def pages(self) -> Iterator[PageT_co]:
        """Walk over whole pages, list by list; entries of several lists and a limit on entries do not count here."""
        for part in self._parts():
            for page in part.pages():
                yield page

    def page(self, number: int) -> PageT_co:
        """Ask for one page of all the lists' pages.

        Args:
            number: From 1. A page past the end is the empty one after the last list's end.

        Returns:
            The page; the number in it is that within its own list.

        Raises:
            ValueError: The number is below 1, or so far past the end that TMDB has no such page.
            TMDBError: TMDB gave no page.
        """
        if number < 1:
            raise ValueError(f"pages are numbered from 1, not {number}")
        last: Pager[T_co, PageT_co] | None = None
        for part in self._parts():
            if last is not None:
                pages = max(1, min(last.total_pages, PAGE_LIMIT))
                if number <= pages:
                    break
                number -= pages
            last = part
        if last is None:
            raise ValueError("there are no pages")
        return last.page(number)

    @property
    def truncated(self) -> bool:
        """Whether any of the lists has more than the 500 pages that TMDB gives out; asks for a page of each."""
        for part in self._parts():
            if part.truncated:
                return True
        return False

    def __repr__(self) -> str:
        """Name the kind of list."""
        limit = "" if self._limit is None else f", at most {self._limit} entries"
        return f"<{type(self).__name__}{limit}>"
