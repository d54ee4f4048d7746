# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a TV series' posters, backdrops and logos.

Reference: https://developer.themoviedb.org/reference/tv-series-images
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.tv_images import TVImages

operation: Final[Operation] = operations.TV_IMAGES


def request(
    series_id: int,
    *,
    include_image_language: str | None = None,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        include_image_language: Comma-separated ISO 639-1 codes of the image languages; `null` selects images
            without text.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if include_image_language is not None:
        sent["include_image_language"] = query_text(include_image_language, "include_image_language")
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}/images", sent)


def response() -> type[TVImages]:
    """Import the type of the answer."""
    from ...models.tv_images import TVImages

    return TVImages
