# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a season's trailers, teasers and clips.

Reference: https://developer.themoviedb.org/reference/tv-season-videos
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.videos import Videos

operation: Final[Operation] = operations.TV_SEASONS_VIDEOS


def request(
    series_id: int,
    season_number: int,
    *,
    include_video_language: str | None = None,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        season_number: Season number; 0 contains the specials.
        include_video_language: Comma-separated ISO 639-1 codes of the video languages, in addition to
            `language`.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if include_video_language is not None:
        sent["include_video_language"] = query_text(include_video_language, "include_video_language")
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/videos",
        sent,
    )


def response() -> type[Videos]:
    """Import the type of the answer."""
    from ...models.videos import Videos

    return Videos
