# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get an account's lists, including private ones.

Reference: https://developer.themoviedb.org/v4/reference/account-lists
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.v4_list_page import V4ListPage

operation: Final[Operation] = operations.V4_ACCOUNT_LISTS


def request(
    account_object_id: str,
    *,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        account_object_id: Object id of the account, 24 hexadecimal digits (v4); returned with the access token.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(operation, f"/4/account/{path_segment(account_object_id, 'account_object_id')}/lists", sent)


def response() -> type[V4ListPage]:
    """Import the type of the answer."""
    from ...models.v4_list_page import V4ListPage

    return V4ListPage
