# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""Find films by what is known of them.

Reference: https://developer.themoviedb.org/reference/discover-movies
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ..._runtime.operation import Operation, Request, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.movie_page import MoviePage
    from ...models.movie_sort_by import MovieSortBy

operation: Final[Operation] = operations.DISCOVER_MOVIES


def request(
    *,
    include_adult: bool | None = None,
    page: int | None = None,
    release_date_gte: date | None = None,
    sort_by: MovieSortBy | None = None,
    vote_average_gte: float | None = None,
) -> Request:
    """Build a request.

    Args:
        include_adult: Whether films for adults are among them.
        page: Sent as `page`.
        release_date_gte: Released on this day or later.
        sort_by: Sent as `sort_by`.
        vote_average_gte: Sent as `vote_average.gte`.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if include_adult is not None:
        sent["include_adult"] = query_text(include_adult)
    if page is not None:
        sent["page"] = query_text(page)
    if release_date_gte is not None:
        sent["release_date.gte"] = query_text(release_date_gte)
    if sort_by is not None:
        sent["sort_by"] = query_text(sort_by)
    if vote_average_gte is not None:
        sent["vote_average.gte"] = query_text(vote_average_gte)
    return Request(operation, "/3/discover/movie", sent)


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
