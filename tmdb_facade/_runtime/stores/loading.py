"""The stored user of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.request.validation import shown
from tmdb_facade._core.stores.store import CredentialStore, missing_profile
from tmdb_facade._runtime.stores.keyring_store import KeyringStore
from tmdb_facade.errors import InvalidArgumentError, StoreError

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
    if not isinstance(used, CredentialStore):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise InvalidArgumentError("store", f"must be a CredentialStore, got {type(used).__name__}")
    user = used.load(profile)
    if user is None:
        raise StoreError(f"{shown(used)}: {missing_profile(profile, (stored.profile for stored in used.list()))}")
    return user
