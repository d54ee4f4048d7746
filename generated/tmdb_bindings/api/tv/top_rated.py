# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List TV series by rating, highest first.

Reference: https://developer.themoviedb.org/reference/tv-series-top-rated-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.tv_show_page import TVShowPage

operation: Final[Operation] = operations.TV_TOP_RATED


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
    return Request(operation, "/3/tv/top_rated", sent)


def response() -> type[TVShowPage]:
    """Import the type of the answer."""
    from ...models.tv_show_page import TVShowPage

    return TVShowPage
