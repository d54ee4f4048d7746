# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a collection's translations of title and overview.

Reference: https://developer.themoviedb.org/reference/collection-translations
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.collection_translations import CollectionTranslations

operation: Final[Operation] = operations.COLLECTIONS_TRANSLATIONS


def request(
    collection_id: int,
) -> Request:
    """Build a request.

    Args:
        collection_id: TMDB's id of the collection.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/collection/{path_segment(collection_id, 'collection_id')}/translations", sent)


def response() -> type[CollectionTranslations]:
    """Import the type of the answer."""
    from ...models.collection_translations import CollectionTranslations

    return CollectionTranslations
