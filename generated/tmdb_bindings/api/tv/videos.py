# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The trailers, teasers and clips of a series.

Reference: https://developer.themoviedb.org/reference/tv-series-videos
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request, query_text
from ...runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.videos import Videos

operation: Final[Operation] = operations.TV_VIDEOS


def request(
    series_id: int,
    *,
    include_video_language: str | None = None,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the series.
        include_video_language: Languages of the videos beside `language`, ISO 639-1 codes joined by commas.
        language: Language of titles and texts, an ISO 639-1 code with or without a region, as in `en-US` or
            `pt`. There is no fallback to another one.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if include_video_language is not None:
        sent["include_video_language"] = query_text(include_video_language)
    if language is not None:
        sent["language"] = query_text(language)
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}/videos", sent)


def response() -> type[Videos]:
    """Import the type of the answer."""
    from ...models.videos import Videos

    return Videos
