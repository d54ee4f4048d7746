# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the certifications of movies, by country.

Reference: https://developer.themoviedb.org/reference/certification-movie-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.certifications import Certifications

operation: Final[Operation] = operations.CERTIFICATIONS_MOVIE_LIST


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/certification/movie/list", sent)


def response() -> type[Certifications]:
    """Import the type of the answer."""
    from ...models.certifications import Certifications

    return Certifications
