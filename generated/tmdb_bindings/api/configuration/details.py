# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the base URLs and sizes of images, and the field names of changes.

Reference: https://developer.themoviedb.org/reference/configuration-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.configuration import Configuration

operation: Final[Operation] = operations.CONFIGURATION_DETAILS


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/configuration", sent)


def response() -> type[Configuration]:
    """Import the type of the answer."""
    from ...models.configuration import Configuration

    return Configuration
