# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the departments and their jobs.

Reference: https://developer.themoviedb.org/reference/configuration-jobs
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.job import Job

operation: Final[Operation] = operations.CONFIGURATION_JOBS


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/configuration/jobs", sent)


def response() -> type[list[Job]]:
    """Import the type of the answer."""
    from ...models.job import Job

    return list[Job]
