# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the TV series that was added to TMDB last.

Reference: https://developer.themoviedb.org/reference/tv-series-latest-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.tv_details import TVDetails

operation: Final[Operation] = operations.TV_LATEST


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/tv/latest", sent)


def response() -> type[TVDetails]:
    """Import the type of the answer."""
    from ...models.tv_details import TVDetails

    return TVDetails
