# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List TMDB's countries, with their ISO 3166-1 codes.

Reference: https://developer.themoviedb.org/reference/configuration-countries
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.country import Country

operation: Final[Operation] = operations.CONFIGURATION_COUNTRIES


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
    return Request(operation, "/3/configuration/countries", sent)


def response() -> type[list[Country]]:
    """Import the type of the answer."""
    from ...models.country import Country

    return list[Country]
