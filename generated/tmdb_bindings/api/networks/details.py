# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a network's details.

Reference: https://developer.themoviedb.org/reference/network-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.network_details import NetworkDetails

operation: Final[Operation] = operations.NETWORKS_DETAILS


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
    return Request(operation, f"/3/network/{path_segment(network_id, 'network_id')}", sent)


def response() -> type[NetworkDetails]:
    """Import the type of the answer."""
    from ...models.network_details import NetworkDetails

    return NetworkDetails
