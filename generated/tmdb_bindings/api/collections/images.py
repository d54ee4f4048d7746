# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a collection's posters and backdrops.

Reference: https://developer.themoviedb.org/reference/collection-images
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.collection_images import CollectionImages

operation: Final[Operation] = operations.COLLECTIONS_IMAGES


def request(
    collection_id: int,
    *,
    include_image_language: str | None = None,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        collection_id: TMDB's id of the collection.
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
    if include_image_language is not None:
        sent["include_image_language"] = query_text(include_image_language, "include_image_language")
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/collection/{path_segment(collection_id, 'collection_id')}/images", sent)


def response() -> type[CollectionImages]:
    """Import the type of the answer."""
    from ...models.collection_images import CollectionImages

    return CollectionImages
