# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the trending movies, TV series and people of the day or week.

Reference: https://developer.themoviedb.org/reference/trending-all
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.time_window import TimeWindow
    from ...models.trending_page import TrendingPage

operation: Final[Operation] = operations.TRENDING_ALL


def request(
    time_window: TimeWindow,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        time_window: Trends of the day or of the week.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/trending/all/{path_segment(time_window, 'time_window')}", sent)


def response() -> type[TrendingPage]:
    """Import the type of the answer."""
    from ...models.trending_page import TrendingPage

    return TrendingPage
