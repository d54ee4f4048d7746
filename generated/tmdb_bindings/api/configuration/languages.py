# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List TMDB's languages, with their ISO 639-1 codes.

Reference: https://developer.themoviedb.org/reference/configuration-languages
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.language import Language

operation: Final[Operation] = operations.CONFIGURATION_LANGUAGES


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/configuration/languages", sent)


def response() -> type[list[Language]]:
    """Import the type of the answer."""
    from ...models.language import Language

    return list[Language]
