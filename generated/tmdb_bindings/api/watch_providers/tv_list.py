# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the watch providers of TV series, with their display order in each country.

Reference: https://developer.themoviedb.org/reference/watch-provider-tv-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.watch_provider_list import WatchProviderList

operation: Final[Operation] = operations.WATCH_PROVIDERS_TV_LIST


def request(
    *,
    language: str | None = None,
    watch_region: str | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        watch_region: ISO 3166-1 code of the country whose watch providers apply.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if watch_region is not None:
        sent["watch_region"] = query_text(watch_region, "watch_region")
    return Request(operation, "/3/watch/providers/tv", sent)


def response() -> type[WatchProviderList]:
    """Import the type of the answer."""
    from ...models.watch_provider_list import WatchProviderList

    return WatchProviderList
