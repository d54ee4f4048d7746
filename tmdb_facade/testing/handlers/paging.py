"""Pages of 20 rows, numbered 1 to 500; pages past the end are empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tmdb_facade._core.request.validation import PAGE_LIMIT
from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.parameters import PAGE_ERRORS_IN_WORDS
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
    fewest_pages: int = 0,
) -> JSONObject:
    """Return the requested page of a list.

    A page past the end is empty, and so is the first page of an empty list.

    Args:
        context: The request.
        records: All records, in order.
        row: Builds the row of a record.
        rows: The number of rows per page.
        number: The page number if the caller has validated it, as searches do.
        fewest_pages: The `total_pages` of an empty list. Searches have at least one.

    Returns:
        `page`, `results`, `total_pages` and `total_results`.

    Raises:
        Refusal: The page number is not 1 to 500, as in `requested_page`.
    """
    fewest_pages = fewest_pages if number is None else 1
    number = requested_page(context) if number is None else number
    start = (number - 1) * rows
    return {
        "page": number,
        "results": [row(record) for record in records[start : start + rows]],
        "total_pages": max(-(-len(records) // rows), fewest_pages),
        "total_results": len(records),
    }


def requested_page(context: RequestContext) -> int:
    """Validate `page`; an empty one is page 1.

    Raises:
        Refusal: The page number is not 1 to 500 (400, code 22; in searches, 422 with a list of errors).
    """
    number = _read(context)
    if number is not None and 1 <= number <= PAGE_LIMIT:
        return number
    if context.operation not in PAGE_ERRORS_IN_WORDS:
        raise Refusal.of(TMDBCode.INVALID_PAGE)
    if number is None:
        raise Refusal.invalid_parameters("page must be an integer")
    if number < 1:
        raise Refusal.invalid_parameters("page must be greater than 0")
    raise Refusal.invalid_parameters(f"page must be less than or equal to {PAGE_LIMIT}")


def _read(context: RequestContext) -> int | None:
    text = context.query.get("page") or "1"
    digits = text.removeprefix("-")
    # Twelve digits exceed any limit; converting thousands of digits would fail.
    return int(text[:12]) if digits.isascii() and digits.isdigit() else None
