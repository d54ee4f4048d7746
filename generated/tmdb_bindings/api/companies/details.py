# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a production company's details.

Reference: https://developer.themoviedb.org/reference/company-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.company_details import CompanyDetails

operation: Final[Operation] = operations.COMPANIES_DETAILS


def request(
    company_id: int,
    *,
    append_to_response: str | None = None,
) -> Request:
    """Build a request.

    Args:
        company_id: TMDB's id of the production company.
        append_to_response: Comma-separated names of up to 20 blocks to append to the answer.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if append_to_response is not None:
        sent["append_to_response"] = query_text(append_to_response, "append_to_response")
    return Request(operation, f"/3/company/{path_segment(company_id, 'company_id')}", sent)


def response() -> type[CompanyDetails]:
    """Import the type of the answer."""
    from ...models.company_details import CompanyDetails

    return CompanyDetails
