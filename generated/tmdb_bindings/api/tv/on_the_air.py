# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the TV series with an episode within the next seven days.

Reference: https://developer.themoviedb.org/reference/tv-series-on-the-air-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.tv_show_page import TVShowPage

operation: Final[Operation] = operations.TV_ON_THE_AIR


def request(
    *,
    language: str | None = None,
    page: int | None = None,
    timezone: str | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        timezone: Time zone that determines the current day, such as `America/New_York`.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if timezone is not None:
        sent["timezone"] = query_text(timezone, "timezone")
    return Request(operation, "/3/tv/on_the_air", sent)


def response() -> type[TVShowPage]:
    """Import the type of the answer."""
    from ...models.tv_show_page import TVShowPage

    return TVShowPage
