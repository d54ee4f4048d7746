# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the language tags of TMDB's primary translations.

Reference: https://developer.themoviedb.org/reference/configuration-primary-translations
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    pass

operation: Final[Operation] = operations.CONFIGURATION_PRIMARY_TRANSLATIONS


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/configuration/primary_translations", sent)


def response() -> type[list[str]]:
    """Import the type of the answer."""

    return list[str]
