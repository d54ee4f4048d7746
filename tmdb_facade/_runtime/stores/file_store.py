"""Credentials in a file that only its owner can read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from tmdb_facade._core.client.user_credentials import UserCredentials
from tmdb_facade._core.files import remove_parts, write_file
from tmdb_facade._core.request.validation import check_filled, invalid, local_path
from tmdb_facade._core.stores.document import EMPTY, MAX_BYTES, StoreDocument, StoreDocumentError, read_document
from tmdb_facade._runtime.file_lock import locked
from tmdb_facade._runtime.stores.private_files import PrivateFileError, default_folder, read_private
from tmdb_facade._runtime.stores.profile_store import ProfileStore

#: Seconds to wait for a file that another process changes, which takes milliseconds.
LOCK_TIMEOUT = 10.0


class FileStore(ProfileStore):
    """Credentials as plain text in a file that only you can read.

        store = FileStore()
        store.save("default", user)

    The file has mode 0600 and is written completely or not at all; several threads and processes can use it at once. A
    file that other users can read, or that belongs to another user, is not read. A damaged file is renamed, and reported
    by the call that finds it. On Windows, the access lists of the file are those of its folder, and are not checked.

    Each call reads the whole file: it is for the users of one person's programs, not for all users of a web application.

    Attributes:
        path: The file's path.
    """

    _failures = (StoreDocumentError, PrivateFileError, OSError)

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        """Create a store. This reads and writes nothing.

        Args:
            path: The path of the file; by default `credentials.json` in the folder `tmdb-facade` of the user's
                configuration: `~/.config` or `$XDG_CONFIG_HOME` on Linux, `~/Library/Application Support` on macOS, and
                `%LOCALAPPDATA%` on Windows. A missing file and its folder are created when credentials are saved.

        Raises:
            InvalidArgumentError: It is not a path of a file.
        """
        self.path: Path = default_folder() / "credentials.json" if path is None else _check_path(path)

    def __repr__(self) -> str:
        """Return the path only."""
        return f"FileStore({str(self.path)!r})"

    def _read(self, profile: str) -> UserCredentials | None:
        return self._read_all().get(profile)

    def _read_all(self) -> Mapping[str, UserCredentials]:
        # Windows does not replace a file that is being read. Elsewhere, a folder may be read-only.
        is_locked = os.name == "nt" and self.path.exists()
        with self._locked() if is_locked else nullcontext():
            return self._read_document().users

    def _replace(self, profile: str, user: UserCredentials) -> UserCredentials | None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._change(profile, user)

    def _remove(self, profile: str) -> bool:
        return os.path.lexists(self.path) and self._change(profile, None) is not None

    def _change(self, profile: str, user: UserCredentials | None) -> UserCredentials | None:
        """Replace or remove the credentials of a profile, and return the old ones."""
        with self._locked():
            document = self._read_document()
            old = document.users.get(profile)
            remove_parts(self.path)
            if user is not None or old is not None:
                write_file(self.path, document.changed(profile, user).to_bytes(indent=2), private=True)
        return old

    def _read_document(self) -> StoreDocument:
        try:
            return read_document(read_private(self.path, MAX_BYTES + 1))
        except FileNotFoundError:
            return EMPTY

    def _describe(self, error: Exception) -> str:
        if isinstance(error, StoreDocumentError) and error.is_damage:
            return f"{self.path} is damaged: {error}; {self._set_aside()}"
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        return f"{self.path} cannot be used: {reason}"

    def _set_aside(self) -> str:
        """Rename the file if it is still damaged, and return what happened."""
        try:
            with self._locked():
                try:
                    self._read_document()
                except StoreDocumentError as error:
                    if error.is_damage:
                        aside = self._free_name()
                        os.rename(self.path, aside)
                        return f"it was renamed to {aside.name}, and nothing is stored now"
        except (PrivateFileError, OSError) as error:
            return f"it could not be renamed ({type(error).__name__}): move it away, or mend it"
        return "another process has replaced it since: try again"

    def _free_name(self) -> Path:
        """Return a new name for a damaged file."""
        name = f"{self.path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
        candidates = (
            self.path.with_name(f"{name}{suffix}") for suffix in chain([""], (f"-{number}" for number in count(2)))
        )
        return next(path for path in candidates if not os.path.lexists(path))

    def _locked(self) -> AbstractContextManager[None]:
        return locked(f"{self.path}.lock", LOCK_TIMEOUT)


def _check_path(path: str | os.PathLike[str]) -> Path:
    try:
        text = os.fspath(path)
    except TypeError:
        raise invalid("path", "the path of a file", path) from None
    return Path(local_path("path", check_filled("path", text)))
