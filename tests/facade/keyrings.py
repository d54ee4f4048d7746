"""Backends of the keyring package, and folders of the user's configuration, for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


def use_configuration_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the user's configuration in a folder."""

    def user_config_path(name: str, *, appauthor: bool) -> Path:
        assert not appauthor
        return folder / name

    monkeypatch.setattr("platformdirs.user_config_path", user_config_path)


class MemoryKeyring(KeyringBackend):
    """A keyring in memory, or one whose methods raise an error."""

    priority = 0.1  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride]  (as the package documents it)

    # Not the package's, which reads the environment.
    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.writes: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        """Return an entry."""
        self._fail()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store an entry."""
        self._fail()
        self.writes.append(username)
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Remove an entry; a missing one is an error, as in most backends."""
        self._fail()
        if (service, username) not in self.entries:
            raise PasswordDeleteError("no such entry")
        del self.entries[service, username]

    def _fail(self) -> Any:
        if self.error is not None:
            raise self.error
