# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get images of movies and TV series with a person tagged in them.

TMDB ignores `page` and always returns the same rows.

Reference: https://developer.themoviedb.org/reference/person-tagged-images
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.tagged_image_page import TaggedImagePage

operation: Final[Operation] = operations.PEOPLE_TAGGED_IMAGES


def request(
    person_id: int,
    *,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        person_id: TMDB's id of the person.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(operation, f"/3/person/{path_segment(person_id, 'person_id')}/tagged_images", sent)


def response() -> type[TaggedImagePage]:
    """Import the type of the answer."""
    from ...models.tagged_image_page import TaggedImagePage

    return TaggedImagePage
