"""Credentials in memory."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from tmdb_facade._core.client.user_credentials import UserCredentials
from tmdb_facade._core.stores.document import EMPTY
from tmdb_facade._runtime.forks import renew_after_fork
from tmdb_facade._runtime.stores.profile_store import ProfileStore


class _Lock:
    """A lock that is new in a forked process: another thread of the parent may have held it."""

    def __init__(self) -> None:
        self.renew()
        renew_after_fork(self)

    def renew(self) -> None:
        """Replace the lock."""
        self.lock = Lock()


class MemoryStore(ProfileStore):
    """Credentials in the memory of the process: for tests, and for programs that sign their user in each time.

    A forked process continues with a copy.
    """

    def __init__(self) -> None:
        self._document = EMPTY
        self._lock = _Lock()

    def __repr__(self) -> str:
        """Return the number of profiles only."""
        return f"<MemoryStore, profiles: {len(self._document.users)}>"

    def _read(self, profile: str) -> UserCredentials | None:
        return self._document.users.get(profile)

    def _read_all(self) -> Mapping[str, UserCredentials]:
        return self._document.users

    def _replace(self, profile: str, user: UserCredentials) -> UserCredentials | None:
        return self._change(profile, user)

    def _remove(self, profile: str) -> bool:
        return self._change(profile, None) is not None

    def _change(self, profile: str, user: UserCredentials | None) -> UserCredentials | None:
        with self._lock.lock:
            old = self._document.users.get(profile)
            self._document = self._document.changed(profile, user)
            return old
