"""How lists page: which pages to ask for and when, where a list ends, and what came twice."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.validation import PAGE_LIMIT, check_number

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

#: How many pages are under way at a time, unless the user says otherwise. TMDB accepts 20 connections; this leaves
#: room for what else a program asks.
DEFAULT_PREFETCH = 4
#: How many entries are remembered to find those that come again: 50 pages of most lists. What a ranking moves while it
#: is walked, it moves by a few places; and the walk of a long list must not need more memory than that of a short one.
DUPLICATE_WINDOW = 1000


class PagingOptions(NamedTuple):
    """What a user said about a walk.

    Attributes:
        limit: How many entries are wanted; `None` for all.
        prefetch: How many pages may be under way at a time.
        start_page: The first page.
        keep_duplicates: Whether an entry is given again when it comes on a later page too.
    """

    limit: int | None = None
    prefetch: int = DEFAULT_PREFETCH
    start_page: int = 1
    keep_duplicates: bool = False


def check_page(operation: Operation, number: int) -> None:
    """Refuse a page that TMDB would refuse, or would answer with another one.

    Raises:
        ValueError: The number is not from 1 to 500, or the list has one page only.
        TypeError: It is no whole number.
    """
    check_number("a page", number)
    if not 1 <= number <= PAGE_LIMIT:
        raise ValueError(f"TMDB has pages 1 to {PAGE_LIMIT}, not {number}")
    if number > 1 and _is_single(operation):
        raise ValueError(f"{operation.id}: TMDB gives out one page of this list, whatever page is asked for")


def check_limit(count: int) -> None:
    """Refuse a number of entries below zero.

    Raises:
        ValueError: The number is negative.
        TypeError: It is no whole number.
    """
    check_number("a limit", count)
    if count < 0:
        raise ValueError(f"a limit is 0 or more, not {count}")


def check_prefetch(pages: int) -> None:
    """Refuse a number of pages with which nothing could ever be asked for.

    Raises:
        ValueError: The number is below 1.
        TypeError: It is no whole number.
    """
    check_number("prefetch", pages)
    if pages < 1:
        raise ValueError(f"prefetch is 1 (one page after the other) or more, not {pages}")


def page_request(request: Request, number: int) -> Request:
    """Make the request for one page of a list."""
    if "page" not in request.operation.query:
        return request
    return Request(request.operation, request.path, {**request.query, "page": str(number)}, request.body)


def next_page(operation: Operation, number: int, total_pages: int | None, entries: int) -> int | None:
    """Tell which page comes after one.

    An empty page is not the end: entries that TMDB hides leave pages empty in the middle of a list.

    Args:
        operation: The operation's record.
        number: The page that was asked for. TMDB's own `page` is not to be trusted everywhere.
        total_pages: How many there are, by that page; `None` when it does not say.
        entries: How many entries it held.

    Returns:
        The next page, or `None` at the end of the list or of what TMDB gives out of it.
    """
    if _is_single(operation) or number >= PAGE_LIMIT:
        return None
    more = entries > 0 if total_pages is None else number < total_pages
    return number + 1 if more else None


def page_limit(operation: Operation) -> int:
    """Tell how many pages of a list TMDB gives out, however long it is."""
    return 1 if _is_single(operation) else PAGE_LIMIT


def is_truncated(total_pages: int | None, limit: int = PAGE_LIMIT) -> bool:
    """Tell whether a list has more pages than TMDB gives out, which is `page_limit`."""
    return total_pages is not None and total_pages > limit


def warn_truncated(operation: Operation, total_pages: int) -> None:
    """Warn whoever walks the list that calls this: it ends here, and there would be more."""
    # Imported here: seldom needed.
    import warnings

    from tmdb_facade.errors import TruncationWarning

    warnings.warn(
        f"{operation.id}: TMDB gives out {PAGE_LIMIT} pages of a list, and this one has {total_pages}. Narrow the "
        "query, or walk it in parts; with a limit() this is not told",
        TruncationWarning,
        stacklevel=3,
    )


class PageSchedule:
    """The course of one walk: in order, some pages ahead, and none that is not needed.

    Pages after the first are asked for when the walk gets to the second one: until then nobody knows how many there
    are, and many a walk ends on the first.

    Attributes:
        left: How many entries are still wanted; `None` for all.
        cut: How many pages the list has, when the walk ended where TMDB gives out no more; else 0.
    """

    __slots__ = ("_asked", "_next", "_operation", "_prefetch", "_size", "_total", "cut", "left")

    def __init__(self, operation: Operation, options: PagingOptions) -> None:
        self._operation = operation
        self._prefetch = options.prefetch
        self._next: int | None = options.start_page
        self._asked = options.start_page - 1
        self._total: int | None = None
        # What the record says, or more where a page held more.
        self._size = max(operation.page_size, 1)
        self.left: int | None = options.limit
        self.cut: int = 0

    def pages_to_request(self) -> Sequence[int]:
        """Take the next page of the walk, and tell what to ask for by now.

        Returns:
            The pages that were not told before, in order; empty when the next one has been.
        """
        number = self._next
        if number is None:
            return ()
        ahead = self._prefetch
        if self.left is not None:
            # As many pages as hold what is wanted, if they are full. Where they are not, more follow later.
            ahead = min(ahead, -(-self.left // self._size))
        last = number if self._total is None else min(self._total, PAGE_LIMIT)
        wanted = max(number, min(number + ahead - 1, last))
        pages = range(self._asked + 1, wanted + 1)
        self._asked = max(self._asked, wanted)
        return pages

    @property
    def is_done(self) -> bool:
        """Whether no page is wanted any more."""
        return self._next is None or self.left == 0

    def page_received(self, total_pages: int | None, entries: int) -> None:
        """Take note of the page that was next.

        Args:
            total_pages: How many there are, by that page.
            entries: How many entries it held.
        """
        number = self._next
        if number is None:
            return
        self._total = total_pages
        self._size = max(self._size, entries)
        self._next = next_page(self._operation, number, total_pages, entries)
        if number == PAGE_LIMIT and total_pages is not None and is_truncated(total_pages):
            self.cut = total_pages

    def trim(self, entries: Sequence[T]) -> Sequence[T]:
        """Count entries that are given out.

        Args:
            entries: Those of a page.

        Returns:
            As many of them as are still wanted.
        """
        if self.left is None:
            return entries
        taken = entries[: self.left]
        self.left -= len(taken)
        if self.left == 0:
            self.cut = 0  # the user's own end, not TMDB's
        return taken


class RecentIds:
    """The entries of the last pages, by their ids: a ranking that moves while it is walked brings some of them again.

    Entries of one page are never taken for each other: an answer is of one moment.
    """

    __slots__ = ("_keys", "_order", "_window")

    def __init__(self, window: int | None = DUPLICATE_WINDOW) -> None:
        """Remember that many entries, or all."""
        self._window = window
        self._keys: set[object] = set()
        self._order: deque[object] = deque()

    def unseen(self, entries: Sequence[T]) -> list[T]:
        """Give those of a page that came on none of the last pages, and remember them."""
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


def _key(entry: object) -> object:
    """Make what tells an entry from all others of its list; a film and a series may have the same id."""
    number: object = getattr(entry, "id", None)
    return None if number is None else (type(entry), getattr(entry, "media_type", None), number)


def _is_single(operation: Operation) -> bool:
    return operation.paging == "single" or "page" not in operation.query
