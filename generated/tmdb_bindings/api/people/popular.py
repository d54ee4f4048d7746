# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List people by popularity, highest first.

Reference: https://developer.themoviedb.org/reference/person-popular-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.person_page import PersonPage

operation: Final[Operation] = operations.PEOPLE_POPULAR


def request(
    *,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(operation, "/3/person/popular", sent)


def response() -> type[PersonPage]:
    """Import the type of the answer."""
    from ...models.person_page import PersonPage

    return PersonPage
