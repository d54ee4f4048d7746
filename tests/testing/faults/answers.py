"""What tests of faults ask for, and what a server answered."""

from __future__ import annotations

from tmdb_facade.testing import TMDBServer

DETAILS = "/3/movie/550"


def statuses(server: TMDBServer) -> list[int | None]:
    """What was answered."""
    return [request.status for request in server.requests]
