"""The behaviour that all credential stores share."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any

import keyring
import pytest

from tests.facade.keyrings import MemoryKeyring, use_configuration_in
from tmdb_facade import TMDB, InvalidArgumentError, UserCredentials
from tmdb_facade._core.signing_in.options import read_login_options
from tmdb_facade._core.stores.document import StoreDocument
from tmdb_facade.stores import CredentialStore, FileStore, KeyringStore, MemoryStore, StoredProfile

#: A time zone in which the year 1 begins before it does in UTC.
EAST = timezone(timedelta(hours=5))
ANNA = UserCredentials(session_id="s3cret-session", account_id=7, application="0a1b", created_at=datetime.now(UTC))
BERT = UserCredentials(access_token="eyJ.s3cret.token", account_object_id="4bc889")


@pytest.fixture(params=[FileStore, KeyringStore, MemoryStore])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CredentialStore]:
    """Return an empty store of each kind."""
    if request.param is not KeyringStore:
        yield FileStore(tmp_path / "users.json") if request.param is FileStore else MemoryStore()
        return
    use_configuration_in(tmp_path, monkeypatch)
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    yield KeyringStore()
    keyring.set_keyring(before)


def test_saved_credentials_are_loaded_again(store: CredentialStore) -> None:
    assert isinstance(store, CredentialStore)
    assert store.load("anna") is None
    store.save("anna", ANNA)
    store.save("bert@example.org", BERT)
    assert (store.load("anna"), store.load("bert@example.org"), store.load("carl")) == (ANNA, BERT, None)


def test_list_describes_profiles_without_their_credentials(store: CredentialStore) -> None:
    assert store.list() == ()
    store.save("bert", BERT)
    store.save("anna", ANNA)
    assert store.list() == (
        StoredProfile(
            profile="anna",
            has_session=True,
            has_access_token=False,
            account_id=7,
            account_object_id=None,
            application="0a1b",
            created_at=ANNA.created_at,
        ),
        StoredProfile(
            profile="bert",
            has_session=False,
            has_access_token=True,
            account_id=None,
            account_object_id="4bc889",
            application=None,
            created_at=None,
        ),
    )
    assert "s3cret" not in f"{store!r} {store.list()}"


def test_rotate_returns_the_old_credentials(store: CredentialStore) -> None:
    assert store.rotate("anna", ANNA) is None
    assert store.rotate("anna", BERT) == ANNA
    assert store.load("anna") == BERT


def test_delete_returns_whether_there_was_a_profile(store: CredentialStore) -> None:
    assert store.delete("anna") is False
    store.save("anna", ANNA)
    store.save("bert", BERT)
    assert (store.delete("anna"), store.delete("anna")) == (True, False)
    assert (store.load("anna"), store.load("bert")) == (None, BERT)


def test_threads_that_rotate_at_once_get_each_credential_once(
    store: CredentialStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = StoreDocument.changed

    def change_slowly(self: StoreDocument, profile: str, user: UserCredentials | None) -> StoreDocument:
        sleep(0.0005)  # lets the other threads run
        return changed(self, profile, user)

    monkeypatch.setattr(StoreDocument, "changed", change_slowly)
    users = [UserCredentials(session_id=f"session-{number}") for number in range(32)]
    with ThreadPoolExecutor(8) as pool:
        replaced = [*pool.map(partial(store.rotate, "anna"), users), store.load("anna")]
    assert sorted(user.session_id or "" for user in replaced if user) == sorted(user.session_id or "" for user in users)
    assert replaced.count(None) == 1


@pytest.mark.parametrize("profile", ["", "a b", "a/b", "..\\a", "a" * 65, "\xe4", "a\n", ":profiles", None, 5])
def test_malformed_profile_is_rejected(store: CredentialStore, profile: Any) -> None:
    for call in (
        lambda: store.load(profile),
        lambda: store.save(profile, ANNA),
        lambda: store.rotate(profile, ANNA),
        lambda: store.delete(profile),
    ):
        with pytest.raises(InvalidArgumentError, match="1 to 64 letters, digits"):
            call()


@pytest.mark.parametrize(
    ("user", "message"),
    [
        (UserCredentials(), "neither a session_id nor an access_token"),
        (UserCredentials(session_id=""), "session_id is not text"),
        (UserCredentials(session_id="s3cret", account_id=-1), "account_id is not an integer"),
        (UserCredentials(session_id="s3cret", created_at=datetime.min.replace(tzinfo=EAST)), "offset from UTC"),
        (UserCredentials(session_id="s3cret", created_at=datetime.fromisoformat("2026-01-01")), "offset from UTC"),
        ("s3cret", "must be UserCredentials, got str"),
    ],
    ids=["empty", "blank", "negative", "before the year 1", "naive", "text"],
)
def test_incomplete_credentials_are_rejected(store: CredentialStore, user: Any, message: str) -> None:
    """The stored ones stay."""
    store.save("anna", ANNA)
    for call in (store.save, store.rotate):
        with pytest.raises(InvalidArgumentError, match=message) as caught:
            call("anna", user)
        assert "s3cret" not in str(caught.value)
    assert store.load("anna") == ANNA


class AsyncStore(MemoryStore):
    """A store whose methods nobody would await."""

    load = save = list = asyncio.sleep  # type: ignore[assignment]


@pytest.mark.parametrize(("wrong", "name"), [(MemoryStore, "the class MemoryStore"), (AsyncStore(), "AsyncStore")])
def test_class_and_coroutines_are_no_store(wrong: Any, name: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"store must be a CredentialStore, got {name}"):
        TMDB.from_store("anna", wrong, access_token="t0ken")
    with pytest.raises(InvalidArgumentError, match=f"store must be a CredentialStore, got {name}"):
        read_login_options(60, True, False, None, "Tests", wrong, "anna")
