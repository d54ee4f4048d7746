"""The stored user of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.request.validation import shown
from tmdb_facade._core.stores.store import CredentialStore, check_store, missing_profile
from tmdb_facade._runtime.stores.keyring_store import KeyringStore
from tmdb_facade.errors import StoreError

if TYPE_CHECKING:
    from tmdb_facade._core.client.user_credentials import UserCredentials


def load_user(profile: str, store: CredentialStore | None) -> UserCredentials:
    """Return the credentials of a profile.

    Args:
        profile: The profile's name.
        store: The store; `None` for the system's keyring.

    Raises:
        InvalidArgumentError: An argument has a wrong type or value.
        StoreError: The store cannot be used, or does not contain the profile.
    """
    used = KeyringStore() if store is None else store
    check_store(used, "load", "list")
    user = used.load(profile)
    if user is None:
        raise StoreError(f"{shown(used)}: {missing_profile(profile, (stored.profile for stored in used.list()))}")
    return user
