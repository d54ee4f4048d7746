"""Credentials in the system's keyring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol, cast

from tmdb_facade._core.client.user_credentials import UserCredentials, fingerprint
from tmdb_facade._core.request.validation import check_filled, check_flag
from tmdb_facade._core.stores.document import EMPTY, StoreDocumentError, read_document, read_names, write_names
from tmdb_facade._core.stores.store import ALTERNATIVES
from tmdb_facade._runtime.file_lock import locked
from tmdb_facade._runtime.stores.private_files import default_folder
from tmdb_facade._runtime.stores.profile_store import ProfileStore

#: Seconds to wait for another process that changes the same entries. Its user may have to unlock the keyring.
LOCK_TIMEOUT = 10.0
#: The greatest size of an entry on Windows.
MAX_WINDOWS_BYTES = 2560

# Keyrings do not list what they contain: this entry has the names. No profile can have its name.
_INDEX = ":profiles"
# Backends that store nothing.
_USELESS = ("keyring.backends.null", "keyring.backends.fail")
_MISSING = "this system has no keyring, or none that the package supports"
# What the errors of the package mean, by their names: it may be missing.
_REASONS = {
    "NoKeyringError": _MISSING,
    "KeyringLocked": "it is locked, and was not unlocked",
    "InitError": "it is locked or cannot be opened",
    "PasswordSetError": "it does not accept the entry",
    "PasswordDeleteError": "it does not delete the entry",
}


class _Backend(Protocol):
    """A keyring: these methods are not completely typed in its package."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class KeyringFailureError(Exception):
    """A keyring that cannot be used. The message contains no secret."""


class KeyringStore(ProfileStore):
    """Credentials in the system's keyring: macOS Keychain, Windows Credential Manager, Secret Service or KWallet.

        store = KeyringStore()
        store.save("default", user)

    Needs `pip install 'tmdb-facade[keyring]'`. Without a keyring, such as on a server, or with a locked one, methods raise
    a `StoreError` that names the alternatives. Some systems ask the user to unlock the keyring or to allow the access,
    and the call waits for them. A damaged entry is left as it is until it is deleted.

    Attributes:
        service: The name of the service.
    """

    # Backends raise errors of the system and of other libraries.
    _failures = (Exception,)

    def __init__(self, service: str = "tmdb-facade", *, allow_plain_text: bool = False) -> None:
        """Create a store. This does not access the keyring.

        Args:
            service: The name under which the keyring shows the entries. Another name is another store.
            allow_plain_text: Whether a keyring is used that stores passwords as plain text, such as that of
                `keyrings.alt`.

        Raises:
            InvalidArgumentError: An argument has a wrong type.
        """
        self.service: str = check_filled("service", service)
        self._allows_plain_text = check_flag("allow_plain_text", allow_plain_text)

    def __repr__(self) -> str:
        """Return the name of the service only."""
        return f"KeyringStore({self.service!r})"

    def _read(self, profile: str) -> UserCredentials | None:
        return self._read_entry(self._backend(), profile)

    def _read_all(self) -> Mapping[str, UserCredentials]:
        backend = self._backend()
        users = ((name, self._read_entry(backend, name)) for name in self._read_index(backend))
        return {name: user for name, user in users if user is not None}  # without what was deleted by hand

    def _replace(self, profile: str, user: UserCredentials) -> UserCredentials | None:
        content = EMPTY.changed(profile, user).to_bytes()
        backend = self._backend()
        with self._locked():
            names = self._read_index(backend)
            twins = [name for name in names if name != profile and name.casefold() == profile.casefold()]
            if twins:
                raise KeyringFailureError(
                    f"it contains {twins[0]!r}, and Windows ignores the difference to {profile!r}"
                )
            old = self._read_entry(backend, profile)
            # The index first: if the process ends in between, it has a name too many, which is harmless.
            if profile not in names:
                self._write(backend, _INDEX, write_names((*names, profile)))
            self._write(backend, profile, content)
        return old

    def _remove(self, profile: str) -> bool:
        backend = self._backend()
        with self._locked():
            names = self._read_index(backend)
            has_entry = backend.get_password(self.service, profile) is not None
            if has_entry:
                backend.delete_password(self.service, profile)
            if profile in names:
                self._write(backend, _INDEX, write_names(tuple(name for name in names if name != profile)))
        return has_entry

    def _read_entry(self, backend: _Backend, profile: str) -> UserCredentials | None:
        text = backend.get_password(self.service, profile)
        if text is None:
            return None
        try:
            return read_document(text.encode()).users.get(profile)
        except StoreDocumentError as error:
            problem = f"the entry of profile {profile!r} cannot be read: {error}; delete() removes it"
        raise KeyringFailureError(problem)

    def _read_index(self, backend: _Backend) -> tuple[str, ...]:
        text = backend.get_password(self.service, _INDEX)
        if text is None:
            return ()
        try:
            return read_names(text.encode())
        except StoreDocumentError as error:
            problem = f"the list of profiles cannot be read: {error}; delete the entry {_INDEX!r} in the keyring"
        raise KeyringFailureError(problem)

    def _write(self, backend: _Backend, name: str, content: bytes) -> None:
        text = content.decode()
        # Stored in UTF-16. Beyond the limit, Windows reports "bad data".
        if type(backend).__module__ == "keyring.backends.Windows" and 2 * len(text) > MAX_WINDOWS_BYTES:
            raise KeyringFailureError(f"Windows stores at most {MAX_WINDOWS_BYTES:,} bytes in an entry")
        backend.set_password(self.service, name, text)

    def _backend(self) -> _Backend:
        """Return the backend that the user has configured, or that fits the system.

        Raises:
            KeyringFailureError: There is none, or it stores plain text, which the caller has not allowed.
        """
        try:
            from keyring import get_keyring
        except ModuleNotFoundError:
            problem = "the package keyring is not installed: pip install 'tmdb-facade[keyring]'"
            raise KeyringFailureError(problem) from None
        backend = cast("_Backend", get_keyring())
        # A chain of backends stores in its first one.
        chain: Iterable[object] = getattr(backend, "backends", (backend,))
        kinds = next((type(used).__mro__ for used in chain), ())
        if not kinds or kinds[0].__module__ in _USELESS:
            raise KeyringFailureError(_MISSING)
        if not self._allows_plain_text and any("plaintext" in kind.__name__.lower() for kind in kinds):
            name = f"{kinds[0].__module__}.{kinds[0].__qualname__}"
            raise KeyringFailureError(f"its backend {name} stores plain text, and allow_plain_text is False")
        return backend

    def _locked(self) -> AbstractContextManager[None]:
        folder = default_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return locked(str(folder / f"keyring-{fingerprint(self.service)}.lock"), LOCK_TIMEOUT)

    def _describe(self, error: Exception) -> str:
        """Return the message for a failure, without the text of an error of a backend, which may contain anything."""
        kind = type(error)
        if (
            isinstance(error, KeyringFailureError)
            or (isinstance(error, OSError) and error.filename is not None)
            or isinstance(error, TimeoutError)
        ):
            reason = str(error)
        else:
            reason = _REASONS.get(kind.__name__, f"its backend raised {kind.__module__}.{kind.__qualname__}")
        return f"the keyring cannot be used: {reason}; {ALTERNATIVES}"
