# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a season's watch providers, by country.

The data comes from JustWatch and must be attributed to it.

Reference: https://developer.themoviedb.org/reference/tv-season-watch-providers
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.watch_providers import WatchProviders

operation: Final[Operation] = operations.TV_SEASONS_WATCH_PROVIDERS


def request(
    series_id: int,
    season_number: int,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        season_number: Season number; 0 contains the specials.
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
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/watch/providers",
        sent,
    )


def response() -> type[WatchProviders]:
    """Import the type of the answer."""
    from ...models.watch_providers import WatchProviders

    return WatchProviders
