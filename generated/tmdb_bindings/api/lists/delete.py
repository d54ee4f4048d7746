# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Delete a user's list.

Reference: https://developer.themoviedb.org/reference/list-delete
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.LISTS_DELETE


def request(
    list_id: int,
    *,
    session_id: str | None = None,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.
        session_id: Id of a user's session. It is a credential.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    return Request(operation, f"/3/list/{path_segment(list_id, 'list_id')}", sent)


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
