# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a list of movies and TV series.

The list is public unless `public` is 0; TMDB ignores a boolean here.

Reference: https://developer.themoviedb.org/v4/reference/list-create
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.v4_create_list_body import V4CreateListBody
    from ...models.v4_list_created import V4ListCreated

operation: Final[Operation] = operations.V4_LISTS_CREATE


def request(
    body: V4CreateListBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/4/list", sent, json_body(body))


def response() -> type[V4ListCreated]:
    """Import the type of the answer."""
    from ...models.v4_list_created import V4ListCreated

    return V4ListCreated
