# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the time zones of each country.

Reference: https://developer.themoviedb.org/reference/configuration-timezones
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.country_timezones import CountryTimezones

operation: Final[Operation] = operations.CONFIGURATION_TIMEZONES


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/configuration/timezones", sent)


def response() -> type[list[CountryTimezones]]:
    """Import the type of the answer."""
    from ...models.country_timezones import CountryTimezones

    return list[CountryTimezones]
