"""Where scenarios get their answers from without a token: an embedded TMDB."""

from __future__ import annotations

from datetime import UTC, datetime

from scripts.scenarios._sync.source import Source, User
from tmdb_facade.testing import TMDBServer

# The embedded TMDB's time stands still, so that what it writes into answers is the same every time.
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Embedded(Source):
    """An embedded TMDB, which begins anew for each scenario, and whose user approves everything."""

    name = "the embedded TMDB"

    def __init__(self, server: TMDBServer) -> None:
        """Record from a server that runs."""
        super().__init__()
        self._server = server
        self.base_url = server.base_url

    @property
    def access_token(self) -> str:
        """The token that the server accepts."""
        return self._server.access_token

    def begin(self) -> None:
        """Forget everything."""
        self._server.reset()
        self._server.clock.stop(NOON)

    def session_id(self) -> str:
        """Give the session of a user."""
        return self._server.session_id

    def user(self) -> User:
        """Give a user with a new token."""
        user = self._server.login()
        return User(user.access_token, user.account_object_id)

    def login(self) -> tuple[str, str]:
        """Give a user's name and password."""
        user = self._server.login()
        return user.username, user.password

    def approve(self, request_token: str) -> None:
        """Approve a request token."""
        self._server.approve(request_token)

    def deny(self, request_token: str) -> None:
        """Refuse a request token."""
        self._server.deny(request_token)
