"""The protocol of credential stores, and the rules that are the same for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from inspect import iscoroutinefunction
from typing import Protocol, runtime_checkable

import attrs

from tmdb_facade._core.client.user_credentials import UserCredentials
from tmdb_facade._core.request.validation import invalid, shown
from tmdb_facade.errors import InvalidArgumentError

_PROFILE = re.compile(r"[A-Za-z0-9._@-]{1,64}")

#: Where credentials can be instead of a store that cannot be used.
ALTERNATIVES = (
    "alternatives: tmdb_facade.stores.FileStore() keeps credentials in a file that only you can read, and the variable "
    "TMDB_SESSION_ID passes a session in the environment"
)


@attrs.frozen(kw_only=True)
class StoredProfile:
    """A stored user without the credentials, as the `list` of a store returns it.

    Attributes:
        profile: The profile's name.
        has_session: Whether there is a session, for version 3.
        has_access_token: Whether there is an access token of the user, for version 4.
        account_id: The number of the account in version 3, if it is known.
        account_object_id: The id of the account in version 4, if it is known.
        application: The fingerprint of the application's token or key that the credentials were created with, if it is
            known.
        created_at: The time in UTC at which the credentials were created, if it is known.
    """

    profile: str
    has_session: bool
    has_access_token: bool
    account_id: int | None
    account_object_id: str | None
    application: str | None
    created_at: datetime | None


@runtime_checkable
class CredentialStore(Protocol):
    """A place for the credentials of users, each under the name of a profile.

    `FileStore`, `KeyringStore` and `MemoryStore` are such stores. Write your own to keep the credentials elsewhere, such
    as in a database. A name consists of 1 to 64 letters, digits and `.`, `_`, `@`, `-`. Methods raise `StoreError` if the
    store cannot be used, and can be called from several threads.
    """

    def load(self, profile: str) -> UserCredentials | None:
        """Return the credentials of a profile, or `None` without any."""
        ...

    def save(self, profile: str, user: UserCredentials) -> None:
        """Store the credentials of a profile in place of those that it has."""
        ...

    def delete(self, profile: str) -> bool:
        """Remove a profile, and return whether there was one."""
        ...

    def list(self) -> tuple[StoredProfile, ...]:
        """Return the stored profiles without their credentials, by name."""
        ...

    def rotate(self, profile: str, user: UserCredentials) -> UserCredentials | None:
        """Store new credentials, and return those that they replace."""
        ...


def check_profile(profile: object) -> str:
    """Validate the name of a profile."""
    if isinstance(profile, str) and _PROFILE.fullmatch(profile):
        return profile
    raise invalid("profile", "1 to 64 letters, digits and '.', '_', '@' or '-'", profile)


def check_store(store: object, *methods: str) -> None:
    """Validate a store: an object with methods, neither a class nor one whose methods are coroutine functions.

    Args:
        store: The store.
        *methods: The names of the methods that are called.
    """
    functions = [getattr(store, name, None) for name in methods]
    if isinstance(store, type) or not all(callable(each) and not iscoroutinefunction(each) for each in functions):
        got = f"the class {store.__name__}" if isinstance(store, type) else type(store).__name__
        raise InvalidArgumentError("store", f"must be a CredentialStore, got {got}")


def check_user_credentials(user: object) -> UserCredentials:
    """Validate the type of credentials; `StoreDocument` validates their values."""
    if not isinstance(user, UserCredentials):
        raise InvalidArgumentError("user", f"must be UserCredentials, got {type(user).__name__}")
    return user


def describe_profile(profile: str, user: UserCredentials) -> StoredProfile:
    """Return what a store may show of a profile."""
    return StoredProfile(
        profile=profile,
        has_session=user.session_id is not None,
        has_access_token=user.access_token is not None,
        account_id=user.account_id,
        account_object_id=user.account_object_id,
        application=user.application,
        created_at=user.created_at,
    )


def missing_profile(profile: str, names: Iterable[str]) -> str:
    """Return the message for a profile that a store does not contain, with the names of those that it contains."""
    others = ", ".join(map(repr, sorted(names)))
    return f"there is no profile {shown(profile)}; " + (f"stored are {others}" if others else "the store is empty")
