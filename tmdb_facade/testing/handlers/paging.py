"""Pages: 20 rows each, 500 of them at most, and none past the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

ROWS = 20
LAST_PAGE = 500

T = TypeVar("T")


def page(
    context: RequestContext,
    found: Sequence[T],
    row: Callable[[T], JSONObject],
    *,
    number: int | None = None,
    rows: int = ROWS,
) -> JSONObject:
    """Cut the page that was asked for out of all that was found.

    A page past the end is empty, and so is the only page of an empty list, which says that there are 0 pages.

    Args:
        context: The request.
        found: Everything, in order.
        row: What makes a row of one of it.
        rows: How many rows a page has.
        number: The page's number where the caller has read it, as searches do.

    Returns:
        `page`, `results`, `total_pages` and `total_results`.

    Raises:
        Refusal: The page's number is not one from 1 to 500 (400, code 22).
    """
    wanted = list_page(context) if number is None else number
    start = (wanted - 1) * rows
    return {
        "page": wanted,
        "results": [row(one) for one in found[start : start + rows]],
        "total_pages": -(-len(found) // rows),
        "total_results": len(found),
    }


def list_page(context: RequestContext) -> int:
    """Read `page` as lists do, which refuse a wrong one with a status code (400, code 22)."""
    number = _read(context)
    if number is None or not 1 <= number <= LAST_PAGE:
        raise Refusal.of(TMDBCode.INVALID_PAGE)
    return number


def search_page(context: RequestContext) -> int:
    """Read `page` as searches do, which refuse a wrong one with a complaint (422)."""
    number = _read(context)
    if number is None:
        raise Refusal.invalid("page must be an integer")
    if number < 1:
        raise Refusal.invalid("page must be greater than 0")
    if number > LAST_PAGE:
        raise Refusal.invalid(f"page must be less than or equal to {LAST_PAGE}")
    return number


def _read(context: RequestContext) -> int | None:
    text = context.query.get("page", "1")
    digits = text.removeprefix("-")
    # Twelve digits are past any limit, and Python need not convert thousands of them.
    return int(text[:12]) if digits.isascii() and digits.isdigit() else None
