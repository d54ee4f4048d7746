# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a person's external ids.

Reference: https://developer.themoviedb.org/reference/person-external-ids
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.person_external_ids import PersonExternalIds

operation: Final[Operation] = operations.PEOPLE_EXTERNAL_IDS


def request(
    person_id: int,
) -> Request:
    """Build a request.

    Args:
        person_id: TMDB's id of the person.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/person/{path_segment(person_id, 'person_id')}/external_ids", sent)


def response() -> type[PersonExternalIds]:
    """Import the type of the answer."""
    from ...models.person_external_ids import PersonExternalIds

    return PersonExternalIds
