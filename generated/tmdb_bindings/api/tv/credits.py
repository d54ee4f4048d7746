# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the cast and crew of the latest season of a TV series.

`aggregate_credits` has the cast and crew of all seasons.

Reference: https://developer.themoviedb.org/reference/tv-series-credits
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.tv_credits import TVCredits

operation: Final[Operation] = operations.TV_CREDITS


def request(
    series_id: int,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
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
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}/credits", sent)


def response() -> type[TVCredits]:
    """Import the type of the answer."""
    from ...models.tv_credits import TVCredits

    return TVCredits
