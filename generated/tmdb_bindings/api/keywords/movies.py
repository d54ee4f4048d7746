# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the movies with a keyword.

Reference: https://developer.themoviedb.org/reference/keyword-movies
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_flag, query_text

if TYPE_CHECKING:
    from ...models.keyword_movie_page import KeywordMoviePage

operation: Final[Operation] = operations.KEYWORDS_MOVIES


def request(
    keyword_id: int,
    *,
    include_adult: bool | None = None,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        keyword_id: TMDB's id of the keyword.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if include_adult is not None:
        sent["include_adult"] = query_flag(include_adult, "include_adult")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(operation, f"/3/keyword/{path_segment(keyword_id, 'keyword_id')}/movies", sent)


def response() -> type[KeywordMoviePage]:
    """Import the type of the answer."""
    from ...models.keyword_movie_page import KeywordMoviePage

    return KeywordMoviePage
