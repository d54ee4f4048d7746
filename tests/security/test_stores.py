"""Credentials in stores: through errors, their frames and causes, representations, and files beside the store."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import keyring
import pytest
from hypothesis import HealthCheck, given, settings

from tests.facade.keyrings import MemoryKeyring, use_configuration_in
from tests.security.test_secrets import SECRETS, Secrets, find, texts_of
from tmdb_facade import TMDB, TMDBError, UserCredentials
from tmdb_facade.stores import CredentialStore, FileStore, KeyringStore, MemoryStore

_numbers = count()


@pytest.fixture(autouse=True)
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Use a keyring in memory."""
    use_configuration_in(tmp_path, monkeypatch)
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


class Place:
    """A store, and what can happen to it."""

    def __init__(self, store: CredentialStore, backend: MemoryKeyring) -> None:
        self.store = store
        self._backend = backend

    def content(self) -> str:
        """Return what is stored for the user."""
        if isinstance(self.store, FileStore):
            return self.store.path.read_text("utf-8")
        return self._backend.entries.get(("tmdb-facade", "user"), "")

    def replace(self, content: str) -> None:
        """Replace what is stored for the user."""
        if isinstance(self.store, FileStore):
            self.store.path.write_text(content, "utf-8")
        elif isinstance(self.store, KeyringStore):
            self._backend.entries["tmdb-facade", "user"] = content

    def expose(self) -> None:
        """Make the file readable for other users."""
        if isinstance(self.store, FileStore):
            self.store.path.chmod(0o644)

    def fail(self, patch: pytest.MonkeyPatch) -> None:
        """Make writes fail, with an error that repeats the content."""

        def full(*arguments: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr("os.fsync", full)
        self._backend.error = ValueError(self.content())


#: What happens to a store that contains credentials.
DAMAGES: dict[str, Callable[[Place, Secrets, pytest.MonkeyPatch], None]] = {
    "none": lambda place, secrets, patch: None,
    "cut": lambda place, secrets, patch: place.replace(place.content()[:-2]),
    "bare": lambda place, secrets, patch: place.replace(f"{secrets.session} {secrets.user_token}"),
    "wrong": lambda place, secrets, patch: place.replace(place.content().replace('"account_id"', '"session_id"')),
    "blank": lambda place, secrets, patch: place.replace(
        place.content().replace(secrets.session, "x " + secrets.session)
    ),
    "exposed": lambda place, secrets, patch: place.expose(),
    "failing": lambda place, secrets, patch: place.fail(patch),
}
USES: dict[str, Callable[[CredentialStore, UserCredentials, Secrets], object]] = {
    "load": lambda store, user, secrets: store.load("user"),
    "save": lambda store, user, secrets: store.save("user", user),
    "rotate": lambda store, user, secrets: store.rotate("user", user),
    "delete": lambda store, user, secrets: store.delete("user"),
    "list": lambda store, user, secrets: store.list(),
    "missing": lambda store, user, secrets: TMDB.from_store("another", store, access_token=secrets.token),
    "wrong": lambda store, user, secrets: store.save("user", UserCredentials(session_id=secrets.session + " x")),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", [FileStore, KeyringStore, MemoryStore])
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(secrets=SECRETS)
def test_stores_show_no_secret(
    kind: type[Any], damage: str, tmp_path: Path, backend: MemoryKeyring, secrets: Secrets
) -> None:
    """Whatever has happened to what they contain."""
    user = UserCredentials(session_id=secrets.session, access_token=secrets.user_token, account_id=7)
    shown: list[str] = []
    for use in USES.values():
        folder = tmp_path / f"{next(_numbers)}"
        backend.entries.clear()
        backend.error = None
        store: CredentialStore = FileStore(folder / "users.json") if kind is FileStore else kind()
        store.save("user", user)
        shown.append(f"{store!r} {store.list()!r} {store.load('user')!r}")
        with pytest.MonkeyPatch.context() as patch:
            DAMAGES[damage](Place(store, backend), secrets, patch)
            try:
                shown.append(repr(use(store, user, secrets)))
            except TMDBError as error:
                shown += texts_of(error)
        shown.append(backend.entries.get(("tmdb-facade", ":profiles"), ""))
    shown += [f"{path} {path.read_bytes()!r}" for path in tmp_path.rglob("*.lock")]
    assert find(secrets, ["\n".join(shown)]) == []
