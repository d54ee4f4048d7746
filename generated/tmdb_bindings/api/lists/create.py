# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a list of movies.

Reference: https://developer.themoviedb.org/reference/list-create
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body, query_text

if TYPE_CHECKING:
    from ...models.create_list_body import CreateListBody
    from ...models.list_created import ListCreated

operation: Final[Operation] = operations.LISTS_CREATE


def request(
    body: CreateListBody,
    *,
    session_id: str | None = None,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.
        session_id: Id of a user's session. It is a credential.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    return Request(operation, "/3/list", sent, json_body(body))


def response() -> type[ListCreated]:
    """Import the type of the answer."""
    from ...models.list_created import ListCreated

    return ListCreated
