"""Credentials in the system's keyring, and keyrings that are missing, locked, damaged or unsafe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError, PasswordSetError

from tests.facade.keyrings import MemoryKeyring, use_configuration_in
from tmdb_facade import InvalidArgumentError, StoreError, UserCredentials
from tmdb_facade._runtime.file_lock import locked
from tmdb_facade._runtime.stores import keyring_store
from tmdb_facade._runtime.stores.private_files import default_folder
from tmdb_facade.stores import KeyringStore

ANNA = UserCredentials(session_id="s3cret-session", account_id=7)
BERT = UserCredentials(access_token="eyJ.s3cret.token")
CALLS: dict[str, Callable[[KeyringStore], object]] = {
    "load": lambda store: store.load("anna"),
    "list": lambda store: store.list(),
    "save": lambda store: store.save("anna", BERT),
    "rotate": lambda store: store.rotate("anna", BERT),
    "delete": lambda store: store.delete("anna"),
}
each_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


@pytest.fixture(autouse=True)
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Use a keyring in memory."""
    use_configuration_in(tmp_path, monkeypatch)
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def store() -> KeyringStore:
    """Return a store with a user."""
    store = KeyringStore()
    store.save("anna", ANNA)
    return store


def message(call: Callable[[], object]) -> str:
    """Return the message of the error that a call raises, which refers to no other."""
    with pytest.raises(StoreError) as caught:
        call()
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert "s3cret" not in str(caught.value)
    return str(caught.value)


def test_entries_are_of_the_service_and_listed_in_an_index(backend: MemoryKeyring, store: KeyringStore) -> None:
    assert set(backend.entries) == {("tmdb-facade", "anna"), ("tmdb-facade", ":profiles")}
    assert "s3cret" not in backend.entries["tmdb-facade", ":profiles"]
    assert KeyringStore("another").list() == ()


def test_index_is_written_before_a_new_entry_and_after_a_deleted_one(
    backend: MemoryKeyring, store: KeyringStore
) -> None:
    """A process that ends in between leaves no entry that is not listed."""
    store.save("anna", BERT)
    assert backend.writes == [":profiles", "anna", "anna"]
    del backend.entries["tmdb-facade", "anna"]
    assert store.list() == ()
    assert store.delete("anna") is False
    assert "anna" not in backend.entries["tmdb-facade", ":profiles"]


def test_entry_deleted_by_hand_is_not_there(backend: MemoryKeyring, store: KeyringStore) -> None:
    store.save("bert", BERT)
    del backend.entries["tmdb-facade", "anna"]
    assert (store.load("anna"), [profile.profile for profile in store.list()]) == (None, ["bert"])
    assert store.rotate("anna", ANNA) is None
    assert len(store.list()) == 2


@each_call
def test_missing_package_is_an_error_with_alternatives(
    store: KeyringStore, monkeypatch: pytest.MonkeyPatch, call: Callable[[KeyringStore], object]
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    text = message(lambda: call(store))
    assert "pip install 'tmdb-facade[keyring]'" in text
    assert "FileStore" in text
    assert "TMDB_SESSION_ID" in text


class _EmptyChain(keyring.backends.chainer.ChainerBackend):
    priority = 0.1  # pyright: ignore[reportAssignmentType]  (a property of the class in the package)
    backends = ()  # pyright: ignore[reportAssignmentType]


@each_call
@pytest.mark.parametrize(
    "unusable",
    [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, _EmptyChain],
    ids=["fail", "null", "chain"],
)
def test_backend_that_stores_nothing_is_an_error_with_alternatives(
    store: KeyringStore, call: Callable[[KeyringStore], object], unusable: type[Any]
) -> None:
    keyring.set_keyring(unusable())
    text = message(lambda: call(store))
    assert "no keyring" in text
    assert "FileStore" in text


@each_call
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (NoKeyringError("s3cret"), "no keyring"),
        (KeyringLocked("s3cret"), "locked"),
        (InitError("s3cret"), "locked or cannot be opened"),
        (PasswordSetError("s3cret"), "does not accept the entry"),
        (PasswordDeleteError("s3cret"), "does not delete the entry"),
        (ValueError("s3cret"), "its backend raised builtins.ValueError"),
        (OSError(5, "s3cret"), "its backend raised builtins.OSError"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_error_of_a_backend_is_a_store_error_with_alternatives(
    backend: MemoryKeyring,
    store: KeyringStore,
    call: Callable[[KeyringStore], object],
    error: Exception,
    expected: str,
) -> None:
    """Its text is not shown: it may contain anything."""
    backend.error = error
    text = message(lambda: call(store))
    assert expected in text
    assert "FileStore" in text
    backend.error = None
    assert store.load("anna") == ANNA


class PlaintextKeyring(MemoryKeyring):
    """A keyring with the name of that of keyrings.alt."""


class _Chain(MemoryKeyring):
    def __init__(self, *backends: MemoryKeyring) -> None:
        super().__init__()
        self.backends = backends


@each_call
@pytest.mark.parametrize(
    "unsafe",
    [PlaintextKeyring(), type("Child", (PlaintextKeyring,), {})(), _Chain(PlaintextKeyring(), MemoryKeyring())],
    ids=["itself", "subclass", "chain"],
)
def test_keyring_of_plain_text_is_used_only_if_that_is_allowed(
    call: Callable[[KeyringStore], object], unsafe: MemoryKeyring
) -> None:
    keyring.set_keyring(unsafe)
    assert "stores plain text" in message(lambda: call(KeyringStore()))
    assert unsafe.entries == {}
    allowed = KeyringStore(allow_plain_text=True)
    allowed.save("anna", ANNA)
    call(allowed)
    unsafe.entries.clear()


def test_chain_stores_in_its_first_keyring() -> None:
    keyring.set_keyring(_Chain(MemoryKeyring(), PlaintextKeyring()))
    KeyringStore().save("anna", ANNA)


@pytest.mark.parametrize("content", ["", "{", "s3cret", '{"format": "tmdb-facade credentials", "version": 2}'])
def test_damaged_entry_stays_until_it_is_deleted(backend: MemoryKeyring, store: KeyringStore, content: str) -> None:
    backend.entries["tmdb-facade", "anna"] = content
    for name in ("load", "list", "save", "rotate"):
        assert "profile 'anna' cannot be read" in message(partial(CALLS[name], store))
    assert backend.entries["tmdb-facade", "anna"] == content
    assert store.delete("anna") is True
    assert store.list() == ()


def test_damaged_index_is_an_error_and_entries_can_be_loaded(backend: MemoryKeyring, store: KeyringStore) -> None:
    backend.entries["tmdb-facade", ":profiles"] = "[]"
    for name in ("list", "save", "rotate", "delete"):
        assert "delete the entry ':profiles'" in message(partial(CALLS[name], store))
    assert store.load("anna") == ANNA


def test_profiles_that_windows_does_not_distinguish_are_rejected(store: KeyringStore) -> None:
    assert "'anna'" in message(lambda: store.save("Anna", BERT))
    assert store.load("anna") == ANNA


def test_both_kinds_of_credentials_fit_into_an_entry_of_windows(
    backend: MemoryKeyring, store: KeyringStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A larger entry is an error of Windows that says nothing."""
    monkeypatch.setattr(MemoryKeyring, "__module__", "keyring.backends.Windows")
    token = f"{'e' * 20}.{'p' * 320}.{'s' * 43}"
    store.save("p" * 64, UserCredentials(session_id="s" * 40, access_token=token, account_object_id="a" * 24))
    assert len(backend.entries["tmdb-facade", "p" * 64].encode("utf-16-le")) < keyring_store.MAX_WINDOWS_BYTES
    assert "2,560 bytes" in message(lambda: store.save("anna", UserCredentials(session_id="s" * 1200)))
    assert store.load("anna") == ANNA


def test_another_process_that_changes_the_keyring_is_waited_for(
    store: KeyringStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for ever, and not by readers. The lock is a file, since keyrings have none."""
    monkeypatch.setattr(keyring_store, "LOCK_TIMEOUT", 0.01)
    [path] = default_folder().iterdir()
    with locked(str(path), 1):
        assert f"has locked {path}" in message(lambda: store.save("bert", BERT))
        assert store.load("anna") == ANNA
    KeyringStore("another").save("bert", BERT)
    assert len(list(default_folder().iterdir())) == 2


def test_lock_that_cannot_be_made_is_an_error(store: KeyringStore) -> None:
    for path in default_folder().iterdir():
        path.unlink()
    default_folder().rmdir()
    default_folder().write_text("a file", "utf-8")
    assert str(default_folder()) in message(lambda: store.save("bert", BERT))


def test_arguments_are_validated() -> None:
    wrong: Any
    for wrong in ("", " ", 5, None):
        with pytest.raises(InvalidArgumentError, match="service"):
            KeyringStore(wrong)
    wrong = "no"
    with pytest.raises(InvalidArgumentError, match="allow_plain_text"):
        KeyringStore(allow_plain_text=wrong)
    assert repr(KeyringStore("another")) == "KeyringStore('another')"
