# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Find movies, TV series, seasons, episodes and people by an external id.

More than one of the five lists can have entries.

Reference: https://developer.themoviedb.org/reference/find-by-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.external_source import ExternalSource
    from ...models.find_results import FindResults

operation: Final[Operation] = operations.FIND_BY_ID


def request(
    external_id: str,
    *,
    external_source: ExternalSource,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        external_id: Id on the site of `external_source`.
        external_source: Site of the external id.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    sent["external_source"] = query_text(external_source, "external_source")
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/find/{path_segment(external_id, 'external_id')}", sent)


def response() -> type[FindResults]:
    """Import the type of the answer."""
    from ...models.find_results import FindResults

    return FindResults
