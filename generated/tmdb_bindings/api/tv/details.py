# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a TV series' details, with its seasons.

Reference: https://developer.themoviedb.org/reference/tv-series-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.tv_details import TVDetails

operation: Final[Operation] = operations.TV_DETAILS


def request(
    series_id: int,
    *,
    append_to_response: str | None = None,
    end_date: date | None = None,
    guest_session_id: str | None = None,
    include_image_language: str | None = None,
    include_video_language: str | None = None,
    language: str | None = None,
    page: int | None = None,
    session_id: str | None = None,
    start_date: date | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        append_to_response: Comma-separated names of up to 20 blocks to append to the answer.
        end_date: Last date of the range, at most 14 days after the first.
        guest_session_id: Id of a guest session, which can rate without an account. It is a credential.
        include_image_language: Comma-separated ISO 639-1 codes of the image languages; `null` selects images
            without text.
        include_video_language: Comma-separated ISO 639-1 codes of the video languages, in addition to
            `language`.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        session_id: Id of a user's session. It is a credential.
        start_date: First date of the range.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if append_to_response is not None:
        sent["append_to_response"] = query_text(append_to_response, "append_to_response")
    if end_date is not None:
        sent["end_date"] = query_text(end_date, "end_date")
    if guest_session_id is not None:
        sent["guest_session_id"] = query_text(guest_session_id, "guest_session_id")
    if include_image_language is not None:
        sent["include_image_language"] = query_text(include_image_language, "include_image_language")
    if include_video_language is not None:
        sent["include_video_language"] = query_text(include_video_language, "include_video_language")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    if start_date is not None:
        sent["start_date"] = query_text(start_date, "start_date")
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}", sent)


def response() -> type[TVDetails]:
    """Import the type of the answer."""
    from ...models.tv_details import TVDetails

    return TVDetails
