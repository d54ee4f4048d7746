# Made from tmdb_facade/_async/engines/engine.py by `make sync`: edit that file, never this one.
"""The protocol of engines."""

from __future__ import annotations

from typing import Protocol

from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse


class Engine(Protocol):
    """Exchanges requests for responses over HTTP.

    An engine follows no redirects, stores no cookies, retries nothing and adds no credentials.
    """

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response, whatever its status is.

        Args:
            request: The request.

        Returns:
            The response.

        Raises:
            EngineError: There was no whole response, the deadline has passed, or the body is larger than 64 MiB.
        """
        ...

    def close(self) -> None:
        """End the running exchanges with an `EngineError`, and close the connections."""
        ...
