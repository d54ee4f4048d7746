"""The stored user of a client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tmdb_facade._core.client.credentials import needs_credential
from tmdb_facade._core.request.validation import shown
from tmdb_facade._core.stores.store import CredentialStore, check_store, missing_profile
from tmdb_facade._runtime.stores.keyring_store import KeyringStore
from tmdb_facade.errors import InvalidArgumentError, StoreError

if TYPE_CHECKING:
    from tmdb_facade._core.client.user_credentials import UserCredentials

# A store in a message: its file has a path of up to 4,096 characters.
_LONGEST_PLACE = 5000


def check_client_options(names: Iterable[str]) -> None:
    """Reject a session among the client's arguments: the store has the user's.

    Raises:
        InvalidArgumentError: There is one.
    """
    for name in ("session_id", "guest_session_id"):
        if name in names:
            raise InvalidArgumentError(
                name, "cannot be passed to from_store, which takes the user's session from the store"
            )


def application_token(
    access_token: str | None, api_key: str | None, user: UserCredentials, environ: Mapping[str, str]
) -> str | None:
    """Return the token that a stored user's client sends for the application: their own, if there is no other credential.

    TMDB accepts a user's access token wherever it accepts that of the application which the user has approved.
    """
    return user.access_token if needs_credential(access_token, api_key, environ) else access_token


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
        place = shown(used, longest=_LONGEST_PLACE)
        raise StoreError(f"{place}: {missing_profile(profile, (stored.profile for stored in used.list()))}")
    return user
