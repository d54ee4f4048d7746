"""The path that the tests of faults request, and the statuses of its answers."""

from __future__ import annotations

from tmdb_facade.testing import TMDBServer

DETAILS = "/3/movie/550"


def statuses(server: TMDBServer) -> list[int | None]:
    """Return the statuses of the logged requests."""
    return [request.status for request in server.requests]
