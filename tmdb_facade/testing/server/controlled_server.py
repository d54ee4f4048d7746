"""What tests can watch and change on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import RequestLog
from tmdb_facade.testing.state.clock import Clock
from tmdb_facade.testing.state.store import DEMO, State
from tmdb_facade.testing.state.users import User

from .controls import Controls
from .leniency import Leniency

if TYPE_CHECKING:
    from tmdb_facade.testing.catalogue import entries
    from tmdb_facade.testing.state import summaries
else:
    # Imported on demand: few servers need them.
    entries = lazy_module("tmdb_facade.testing.catalogue.entries")
    summaries = lazy_module("tmdb_facade.testing.state.summaries")


class ControlledServer:
    """The part of a server that needs neither a port nor a thread."""

    def __init__(self, controls: Controls) -> None:
        """Create the server of some parts."""
        self._controls = controls

    @property
    def access_token(self) -> str:
        """The API Read Access Token that this server accepts."""
        return self._controls.credentials.access_token

    @property
    def api_key(self) -> str:
        """The API key that this server accepts."""
        return self._controls.credentials.api_key

    @property
    def session_id(self) -> str:
        """The session of the user `demo`."""
        return self._controls.credentials.session_id

    @property
    def clock(self) -> Clock:
        """The server's clock, which decides when tokens expire. Tests can stop and advance it."""
        return self._controls.state.clock

    @property
    def state(self) -> State:
        """The server's state, for tests that inspect or change it: hold `state.lock` while you use it."""
        return self._controls.state

    @property
    def faults(self) -> Faults:
        """The faults of this server: `server.faults.status(503, times=2, on="movies_details")`."""
        return self._controls.faults

    @property
    def requests(self) -> RequestLog:
        """The log of requests: `server.requests.of("movies_details")`."""
        return self._controls.requests

    def reset(self) -> None:
        """Restore the initial state: the first user and lists, the current time, no faults and an empty log.

        Behavior that `strict` has changed becomes TMDB's again.
        """
        self._controls.reset()

    def strict(self, name: Leniency) -> None:
        """Behave as TMDB did when it was strict about something that it accepts today.

        Args:
            name: `"configuration_append"`: `append_to_response` of `/3/configuration`, which TMDB ignored on 2026-09-16,
                but neither before nor after.

        Raises:
            ValueError: The name is unknown.
        """
        self._controls.leniencies.set(name, lenient=False)

    def lenient(self, name: Leniency) -> None:
        """Undo `strict`: behave as TMDB does today.

        Args:
            name: The name that was passed to `strict`.

        Raises:
            ValueError: The name is unknown.
        """
        self._controls.leniencies.set(name, lenient=True)

    def login(self, username: str = DEMO) -> User:
        """Log a user in.

        Args:
            username: The login name; the user is created if missing.

        Returns:
            The user, with a new session and a new v4 access token.

        Raises:
            ValueError: Nobody can log in as this user.
        """
        return self._controls.login(username)

    def approve(self, request_token: str, username: str = DEMO) -> None:
        """Approve a request token, as a user does on the approval page.

        Args:
            request_token: A request token of v3 or v4.
            username: The login name; the user is created if missing.

        Raises:
            KeyError: The token does not exist, has expired or was used.
            ValueError: Nobody can log in as this user.
        """
        self._controls.approve(request_token, username)

    def deny(self, request_token: str) -> None:
        """Deny a request token, as a user does on the approval page.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        self._controls.deny(request_token)

    @property
    def users(self) -> list[summaries.UserSummary]:
        """The users, each with the numbers of their sessions, ratings, favorites, watchlist entries and lists."""
        return summaries.users(self._controls.state)

    @property
    def request_tokens(self) -> list[summaries.TokenSummary]:
        """The request tokens that no application has exchanged yet, newest first: open, approved, denied or expired."""
        return summaries.request_tokens(self._controls.state)

    def find(self, text: str = "", *, limit: int = 20) -> list[entries.CatalogueEntry]:
        """Find ids in the catalogue by a part of a name in any language, or by an id.

        Args:
            text: The text; an empty one finds all records.
            limit: The number of records to return.

        Returns:
            The records with their kinds, ids and names, best first.
        """
        return entries.find_entries(self._controls.catalogue, text, limit=limit)
