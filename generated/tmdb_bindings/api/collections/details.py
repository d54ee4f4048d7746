# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a collection's details, with its movies.

Reference: https://developer.themoviedb.org/reference/collection-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.collection_details import CollectionDetails

operation: Final[Operation] = operations.COLLECTIONS_DETAILS


def request(
    collection_id: int,
    *,
    append_to_response: str | None = None,
    include_image_language: str | None = None,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        collection_id: TMDB's id of the collection.
        append_to_response: Comma-separated names of up to 20 blocks to append to the answer.
        include_image_language: Comma-separated ISO 639-1 codes of the image languages; `null` selects images
            without text.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if append_to_response is not None:
        sent["append_to_response"] = query_text(append_to_response, "append_to_response")
    if include_image_language is not None:
        sent["include_image_language"] = query_text(include_image_language, "include_image_language")
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/collection/{path_segment(collection_id, 'collection_id')}", sent)


def response() -> type[CollectionDetails]:
    """Import the type of the answer."""
    from ...models.collection_details import CollectionDetails

    return CollectionDetails
