# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""What TMDB has under an id of another site: films, series, seasons, episodes, people.

More than one of the five lists can hold something.

Reference: https://developer.themoviedb.org/reference/find-by-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request, query_text
from ...runtime.paths import path_segment

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
        external_id: The id that the other site uses.
        external_source: The other site whose id it is.
        language: Language of titles and texts, an ISO 639-1 code with or without a region, as in `en-US` or
            `pt`. There is no fallback to another one.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    sent["external_source"] = query_text(external_source)
    if language is not None:
        sent["language"] = query_text(language)
    return Request(operation, f"/3/find/{path_segment(external_id, 'external_id')}", sent)


def response() -> type[FindResults]:
    """Import the type of the answer."""
    from ...models.find_results import FindResults

    return FindResults
