"""Pages of 20 rows, numbered 1 to 500; pages past the end are empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tmdb_facade._core.request.validation import PAGE_LIMIT
from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

ROWS = 20

T = TypeVar("T")


def page(
    context: RequestContext,
    records: Sequence[T],
    row: Callable[[T], JSONObject],
    *,
    number: int | None = None,
    rows: int = ROWS,
) -> JSONObject:
    """Return the requested page of a list.

    A page past the end is empty, and so is the first page of an empty list, whose `total_pages` is 0.

    Args:
        context: The request.
        records: All records, in order.
        row: Builds the row of a record.
        rows: The number of rows per page.
        number: The page number if the caller has validated it, as searches do.

    Returns:
        `page`, `results`, `total_pages` and `total_results`.

    Raises:
        Refusal: The page number is not 1 to 500 (400, code 22).
    """
    number = list_page(context) if number is None else number
    start = (number - 1) * rows
    return {
        "page": number,
        "results": [row(record) for record in records[start : start + rows]],
        "total_pages": -(-len(records) // rows),
        "total_results": len(records),
    }


def list_page(context: RequestContext) -> int:
    """Validate `page` as lists do: errors have a status code (400, code 22)."""
    number = _read(context)
    if number is None or not 1 <= number <= PAGE_LIMIT:
        raise Refusal.of(TMDBCode.INVALID_PAGE)
    return number


def search_page(context: RequestContext) -> int:
    """Validate `page` as searches do: errors have a message and no status code (422)."""
    number = _read(context)
    if number is None:
        raise Refusal.invalid_parameters("page must be an integer")
    if number < 1:
        raise Refusal.invalid_parameters("page must be greater than 0")
    if number > PAGE_LIMIT:
        raise Refusal.invalid_parameters(f"page must be less than or equal to {PAGE_LIMIT}")
    return number


def _read(context: RequestContext) -> int | None:
    text = context.query.get("page", "1")
    digits = text.removeprefix("-")
    # Twelve digits exceed any limit; converting thousands of digits would fail.
    return int(text[:12]) if digits.isascii() and digits.isdigit() else None
