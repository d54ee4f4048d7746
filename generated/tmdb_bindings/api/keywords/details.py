# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a keyword's name.

Reference: https://developer.themoviedb.org/reference/keyword-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.keyword import Keyword

operation: Final[Operation] = operations.KEYWORDS_DETAILS


def request(
    keyword_id: int,
) -> Request:
    """Build a request.

    Args:
        keyword_id: TMDB's id of the keyword.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/keyword/{path_segment(keyword_id, 'keyword_id')}", sent)


def response() -> type[Keyword]:
    """Import the type of the answer."""
    from ...models.keyword import Keyword

    return Keyword
