"""What people and tests can watch and change on a server: `TMDBServer`, the admin API and its page use it."""

from __future__ import annotations

from typing import NamedTuple

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import RequestLog
from tmdb_facade.testing.state.credentials import Credentials
from tmdb_facade.testing.state.store import State
from tmdb_facade.testing.state.users import User, find_or_add_account, login

from .leniency import Leniencies


class Controls(NamedTuple):
    """The parts of one server."""

    catalogue: Catalogue
    credentials: Credentials
    state: State
    faults: Faults
    requests: RequestLog
    leniencies: Leniencies

    def reset(self) -> None:
        """Restore the initial state: the first user and lists, the current time, no faults and an empty log."""
        self.faults.clear()
        self.state.reset()
        self.leniencies.reset()
        self.requests.clear()

    def login(self, username: str) -> User:
        """Log a user in, who is created if missing.

        Raises:
            ValueError: Nobody can log in as this user.
        """
        return login(self.state, username)

    def approve(self, request_token: str, username: str) -> None:
        """Approve a request token as a user, who is created if missing.

        Raises:
            KeyError: The token does not exist, has expired or was used.
            ValueError: Nobody can log in as this user.
        """
        with self.state.lock:
            account, _ = find_or_add_account(self.state, username)
            self.state.approve(request_token, account)

    def deny(self, request_token: str) -> None:
        """Deny a request token.

        Raises:
            KeyError: The token does not exist, has expired or was used.
        """
        with self.state.lock:
            self.state.deny(request_token)
