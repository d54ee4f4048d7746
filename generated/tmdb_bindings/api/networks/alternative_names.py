# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a network's alternative names.

Reference: https://developer.themoviedb.org/reference/details-copy
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.alternative_names import AlternativeNames

operation: Final[Operation] = operations.NETWORKS_ALTERNATIVE_NAMES


def request(
    network_id: int,
) -> Request:
    """Build a request.

    Args:
        network_id: TMDB's id of the network.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/network/{path_segment(network_id, 'network_id')}/alternative_names", sent)


def response() -> type[AlternativeNames]:
    """Import the type of the answer."""
    from ...models.alternative_names import AlternativeNames

    return AlternativeNames
