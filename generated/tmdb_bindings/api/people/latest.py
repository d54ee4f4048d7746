# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the person who was added to TMDB last.

Reference: https://developer.themoviedb.org/reference/person-latest-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.person_details import PersonDetails

operation: Final[Operation] = operations.PEOPLE_LATEST


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/person/latest", sent)


def response() -> type[PersonDetails]:
    """Import the type of the answer."""
    from ...models.person_details import PersonDetails

    return PersonDetails
