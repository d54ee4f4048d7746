"""Stored users, clients of theirs, and stores of one's own."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack, assert_type

from tmdb_facade import TMDB, AsyncTMDB, StoreError, UserCredentials
from tmdb_facade.stores import CredentialStore, FileStore, KeyringStore, MemoryStore, StoredProfile
from tmdb_facade.types import AsyncClientOptions, ClientOptions


class OwnStore:
    """A store that fits the protocol without importing it."""

    def load(self, profile: str) -> UserCredentials | None:
        """Return nothing."""

    def save(self, profile: str, user: UserCredentials) -> None:
        """Forget it."""

    def delete(self, profile: str) -> bool:
        """Return whether there was one."""
        return False

    def list(self) -> tuple[StoredProfile, ...]:
        """Return nothing."""
        return ()

    def rotate(self, profile: str, user: UserCredentials) -> UserCredentials | None:
        """Return nothing."""


def stores(store: CredentialStore) -> list[CredentialStore]:
    """Check the types of stores."""
    user = store.load("anna")
    assert_type(user, UserCredentials | None)
    if user is not None:
        store.save("anna", user)
        assert_type(store.rotate("anna", user), UserCredentials | None)
    assert_type(store.delete("anna"), bool)
    assert_type(store.list(), tuple[StoredProfile, ...])
    assert_type(store.list()[0].created_at, datetime | None)
    assert_type(FileStore("users.json").load("anna"), UserCredentials | None)
    return [OwnStore(), FileStore(), KeyringStore("service", allow_plain_text=True), MemoryStore()]


def clients(store: CredentialStore) -> None:
    """Check the types of clients of stored users."""
    try:
        assert_type(TMDB.from_store(), TMDB)
    except StoreError as error:
        assert_type(error.message, str)
    assert_type(TMDB.from_store("anna", store, language="de", timeout=5, engine="httpx"), TMDB)
    assert_type(AsyncTMDB.from_store("anna", store=store, max_retries=0, cache=None), AsyncTMDB)


def open_client(**options: Unpack[ClientOptions]) -> TMDB:
    """Pass options on."""
    return TMDB(**options)


def open_async_client(**options: Unpack[AsyncClientOptions]) -> AsyncTMDB:
    """Pass options on."""
    return AsyncTMDB.from_store(**options)
