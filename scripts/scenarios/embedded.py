"""The embedded TMDB as the source of the scenarios' answers."""

from __future__ import annotations

from datetime import UTC, datetime, time

from scripts.scenarios._sync.source import Source, User
from tmdb_facade.testing import TMDBServer, builtin

# The embedded TMDB's clock is stopped, so that its answers are the same every time.
_NOON = time(12, tzinfo=UTC)


class Embedded(Source):
    """An embedded TMDB that is reset before each scenario and whose user can approve everything."""

    name = "the embedded TMDB"

    def __init__(self, server: TMDBServer) -> None:
        """Use a running server."""
        super().__init__()
        self._server = server
        self.base_url = server.base_url

    @property
    def access_token(self) -> str:
        """The application's access token."""
        return self._server.access_token

    def begin(self) -> None:
        """Reset the server and stop its clock."""
        self._server.reset()
        day = builtin().configuration.day
        assert day is not None, "the built-in catalogue has a day, on which its lists are not empty"
        self._server.clock.stop(datetime.combine(day, _NOON))

    def session_id(self) -> str:
        """Return a user's session id."""
        return self._server.session_id

    def user(self) -> User:
        """Return a user with a new access token."""
        user = self._server.login()
        return User(user.access_token, user.account_object_id)

    def login(self) -> tuple[str, str]:
        """Return a user's name and password."""
        user = self._server.login()
        return user.username, user.password

    def approve(self, request_token: str) -> None:
        """Approve a request token."""
        self._server.approve(request_token)

    def deny(self, request_token: str) -> None:
        """Deny a request token."""
        self._server.deny(request_token)
