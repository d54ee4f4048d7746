# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""List genres as if they were jobs.

Reference: https://developer.themoviedb.org/reference/credits-jobs
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ..._runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.genre import Genre

operation: Final[Operation] = operations.CREDITS_JOBS


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/configuration/jobs", sent)


def response() -> type[list[Genre]]:
    """Import the type of the answer."""
    from ...models.genre import Genre

    return list[Genre]
