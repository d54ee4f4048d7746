"""Paging of lists: which pages to request and when, where a list ends, and duplicate entries."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tmdb_bindings.runtime import warn_caller
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.validation import PAGE_LIMIT, check_page
from tmdb_facade.errors import InvalidArgumentError, StalledListWarning, TruncationWarning

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

#: The default number of pages that are requested at the same time. TMDB accepts 20 connections; this leaves room for
#: other requests of the program.
DEFAULT_PREFETCH = 4
#: How many entries are remembered to find duplicates: 50 pages of most lists. A ranking that changes during an iteration
#: moves entries by a few places, and a long list must not need more memory than a short one.
DUPLICATE_WINDOW = 1000
#: How many pages in a row without a new entry end an iteration: empty ones, and repetitions of earlier pages.
STALLED_PAGES = 3


class PagingOptions(NamedTuple):
    """Options of an iteration over a list.

    Attributes:
        limit: The number of entries; `None` for all.
        prefetch: How many pages may be requested at the same time.
        start_page: The first page.
        keep_duplicates: Whether to return entries again that are repeated on a later page.
    """

    limit: int | None = None
    prefetch: int = DEFAULT_PREFETCH
    start_page: int = 1
    keep_duplicates: bool = False


def check_list_page(name: str, operation: Operation, number: object) -> int:
    """Validate a page number of a list.

    Args:
        name: The parameter's name.
        operation: The operation's record.
        number: The page number.

    Returns:
        The page number.

    Raises:
        InvalidArgumentError: The number is not an integer from 1 to 500, or TMDB serves only one page of the list.
    """
    page = check_page(name, number)
    if page > 1 and _is_single(operation):
        raise InvalidArgumentError(name, f"must be 1, got {page}: TMDB serves one page of {operation.id}")
    return page


def check_pageable(request: Request) -> None:
    """Validate a request whose pages a pager will request.

    Raises:
        InvalidArgumentError: Its operation is not paged, or the request has a page already.
    """
    operation = request.operation
    if operation.paging == "none":
        raise InvalidArgumentError("endpoint", f"must be a paged operation, got {operation.id}: use call()")
    if "page" in request.query:
        raise InvalidArgumentError("page", "must be omitted: use start_page() or page() of the pager")


def page_request(request: Request, number: int) -> Request:
    """Return the request for one page of a list."""
    if "page" not in request.operation.query:
        return request
    return Request(request.operation, request.path, {**request.query, "page": str(number)}, request.body)


def next_page(operation: Operation, number: int, total_pages: int | None, entries: int) -> int | None:
    """Return the number of the next page.

    One empty page is not the end: entries that TMDB hides leave pages empty in the middle of a list.

    Args:
        operation: The operation's record.
        number: The requested page. TMDB's own `page` is not always right.
        total_pages: The total in that page; `None` if it has none.
        entries: The number of its entries.

    Returns:
        The next page, or `None` at the end of the list or at TMDB's page limit.
    """
    if _is_single(operation) or number >= PAGE_LIMIT:
        return None
    more = entries > 0 if total_pages is None else number < total_pages
    return number + 1 if more else None


def page_limit(operation: Operation) -> int:
    """Return the maximum number of pages that TMDB serves of a list."""
    return 1 if _is_single(operation) else PAGE_LIMIT


def is_truncated(total_pages: int | None, limit: int = PAGE_LIMIT) -> bool:
    """Return whether a list has more pages than TMDB serves."""
    return total_pages is not None and total_pages > limit


class PageSchedule:
    """The schedule of one iteration: pages in order, some of them prefetched.

    Prefetching starts with the second page: the number of pages is in the first one, and many iterations end on it.

    Attributes:
        remaining: The number of entries up to the limit; `None` for no limit.
        early_end: The warning for an iteration that ended before the list did; else `None`.
    """

    __slots__ = (
        "_next",
        "_operation",
        "_prefetch",
        "_recent",
        "_request",
        "_requested",
        "_size",
        "_stalled",
        "_total",
        "early_end",
        "remaining",
    )

    def __init__(self, operation: Operation, options: PagingOptions, request: Request | None = None) -> None:
        self._operation = operation
        self._request = request
        self._prefetch = options.prefetch
        self._next: int | None = options.start_page
        self._requested = options.start_page - 1
        self._total: int | None = None
        # The documented size, or more if a page had more entries.
        self._size = max(operation.page_size, 1)
        self._recent = RecentIds()
        self._stalled = 0
        self.remaining: int | None = options.limit
        self.early_end: UserWarning | None = None

    def pages_to_request(self) -> Sequence[int]:
        """Return the pages to request now.

        Returns:
            Page numbers in order, each returned once; empty if the next page has been requested.
        """
        number = self._next
        if number is None:
            return ()
        ahead = self._prefetch
        if self.remaining is not None:
            # As many pages as hold the remaining entries if they are full. If they are not, more follow later.
            ahead = min(ahead, -(-self.remaining // self._size))
        last = number if self._total is None else min(self._total, PAGE_LIMIT)
        final = max(number, min(number + ahead - 1, last))
        pages = range(self._requested + 1, final + 1)
        self._requested = max(self._requested, final)
        return pages

    @property
    def is_done(self) -> bool:
        """Whether no further page is needed."""
        return self._next is None or self.remaining == 0

    def page_received(self, total_pages: int | None, entries: Sequence[T]) -> list[T]:
        """Advance to the page after the one that was received.

        Args:
            total_pages: The total in that page.
            entries: Its entries.

        Returns:
            The entries that were on none of the last pages.
        """
        number, new = self._next, self._recent.unseen(entries)
        if number is None:
            return new
        self._total = total_pages
        self._size = max(self._size, len(entries))
        self._next = next_page(self._operation, number, total_pages, len(entries))
        self._stalled = 0 if new else self._stalled + 1
        if number == PAGE_LIMIT and total_pages is not None and is_truncated(total_pages):
            self.early_end = _truncation(self._operation, total_pages, self._request)
        elif self._stalled == STALLED_PAGES and self._next is not None:
            self._next = None
            if total_pages is not None:
                self.early_end = _stall(self._operation, number, total_pages)
        return new

    def warn(self) -> None:
        """Warn the caller of an iteration that ended before the list did."""
        if self.early_end is not None:
            warn_caller(self.early_end)

    def trim(self, entries: Sequence[T]) -> Sequence[T]:
        """Return the entries of a page up to the limit, and count them.

        Args:
            entries: The entries of a page.
        """
        if self.remaining is None:
            return entries
        taken = entries[: self.remaining]
        self.remaining -= len(taken)
        if self.remaining == 0:
            self.early_end = None  # the caller's limit, not TMDB's
        return taken


class RecentIds:
    """Ids of the entries of the last pages, to find duplicates in a ranking that changes during an iteration.

    Entries of one page are never duplicates of each other, as a page is a snapshot.
    """

    __slots__ = ("_keys", "_order", "_window")

    def __init__(self, window: int | None = DUPLICATE_WINDOW) -> None:
        """Remember up to `window` entries; all of them for `None`."""
        self._window = window
        self._keys: set[object] = set()
        self._order: deque[object] = deque()

    def unseen(self, entries: Sequence[T]) -> list[T]:
        """Return the entries of a page that were on none of the last pages, and remember its ids."""
        keys = [_key(entry) for entry in entries]
        new = [entry for key, entry in zip(keys, entries, strict=True) if key is None or key not in self._keys]
        for key in keys:
            if key is not None and key not in self._keys:
                self._keys.add(key)
                if self._window is not None:
                    self._order.append(key)
        while self._window is not None and len(self._order) > self._window:
            self._keys.discard(self._order.popleft())
        return new


def _truncation(operation: Operation, total_pages: int, request: Request | None) -> TruncationWarning:
    day = None if request is None else _single_day(request)
    name, advice = operation.id, "Narrow the query, or split it into parts"
    if day is not None:
        name, advice = f"{operation.id} of {day}", "It is of a single day, so no narrower query has the others"
    return TruncationWarning(
        f"{name}: TMDB serves {PAGE_LIMIT} pages of a list, and this one has {total_pages}. {advice}; limit() silences "
        "this warning"
    )


def _single_day(request: Request) -> str | None:
    """Return the day of a change list of a single day, else `None`."""
    day = request.query.get("start_date")
    return day if day == request.query.get("end_date") else None


def _stall(operation: Operation, number: int, total_pages: int) -> StalledListWarning:
    return StalledListWarning(
        f"{operation.id}: pages {number - STALLED_PAGES + 1} to {number} of {total_pages} have no new entries, so the "
        "iteration ends there. start_page() continues after them"
    )


def _key(entry: object) -> object:
    """Return the identity of an entry in its list; a movie and a series, or two unknown kinds, may have the same id."""
    number: object = getattr(entry, "id", None)
    kind: object = getattr(entry, "kind", None)
    # Rows of a list that is new to the bindings may have an id of any type, and a field `kind` of any meaning.
    return (type(entry), kind if isinstance(kind, str) else None, number) if isinstance(number, int | str) else None


def _is_single(operation: Operation) -> bool:
    return operation.paging == "single" or "page" not in operation.query
