"""How lists page: which page comes next, and when it ends."""

from __future__ import annotations

from tmdb_facade._core.endpoint import Operation, Request

#: TMDB answers no page beyond this one, however many there are.
PAGE_LIMIT = 500


def check_page(number: int) -> None:
    """Refuse a page that TMDB would refuse.

    Raises:
        ValueError: The number is not from 1 to 500.
    """
    if not 1 <= number <= PAGE_LIMIT:
        raise ValueError(f"TMDB has pages 1 to {PAGE_LIMIT}, not {number}")


def check_limit(count: int) -> None:
    """Refuse a number of entries below zero.

    Raises:
        ValueError: The number is negative.
    """
    if count < 0:
        raise ValueError(f"a limit is 0 or more, not {count}")


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
    if operation.paging == "single" or "page" not in operation.query or number >= PAGE_LIMIT:
        return None
    more = entries > 0 if total_pages is None else number < total_pages
    return number + 1 if more else None


def is_truncated(total_pages: int | None) -> bool:
    """Tell whether a list has more pages than TMDB gives out."""
    return total_pages is not None and total_pages > PAGE_LIMIT
