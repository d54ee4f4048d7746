# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the trending people of the day or week.

Reference: https://developer.themoviedb.org/reference/trending-people
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.person_page import PersonPage
    from ...models.time_window import TimeWindow

operation: Final[Operation] = operations.TRENDING_PEOPLE


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
    return Request(operation, f"/3/trending/person/{path_segment(time_window, 'time_window')}", sent)


def response() -> type[PersonPage]:
    """Import the type of the answer."""
    from ...models.person_page import PersonPage

    return PersonPage
