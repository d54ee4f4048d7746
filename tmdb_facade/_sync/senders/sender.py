# Made from tmdb_facade/_async/senders/sender.py by `make sync`: edit that file, never this one.
"""The protocol of senders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest


class Sender(Protocol):
    """Sends requests: a policy around another sender, or around an engine."""

    def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a request.

        Args:
            request: The request.
            call: The call that the request belongs to.

        Returns:
            The answer.

        Raises:
            TMDBError: There is no answer, or a sender does not accept it.
        """
        ...

    def close(self) -> None:
        """Close the connections, and end the running calls."""
        ...
