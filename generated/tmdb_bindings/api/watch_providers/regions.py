# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the countries with watch provider data.

Reference: https://developer.themoviedb.org/reference/watch-providers-available-regions
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.watch_provider_regions import WatchProviderRegions

operation: Final[Operation] = operations.WATCH_PROVIDERS_REGIONS


def request(
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, "/3/watch/providers/regions", sent)


def response() -> type[WatchProviderRegions]:
    """Import the type of the answer."""
    from ...models.watch_provider_regions import WatchProviderRegions

    return WatchProviderRegions
