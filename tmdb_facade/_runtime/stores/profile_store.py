"""What all credential stores have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar

from tmdb_facade._core.client.user_credentials import UserCredentials
from tmdb_facade._core.stores.document import EMPTY
from tmdb_facade._core.stores.store import StoredProfile, check_profile, check_user_credentials, describe_profile
from tmdb_facade.errors import StoreError

T = TypeVar("T")


class ProfileStore(ABC):
    """A credential store that reads and replaces the credentials of a profile."""

    #: The exceptions by which reading and writing fail.
    _failures: ClassVar[tuple[type[Exception], ...]] = ()

    def load(self, profile: str) -> UserCredentials | None:
        """Return the credentials of a profile, or `None` without any.

        Raises:
            InvalidArgumentError: The name is malformed.
            StoreError: The store cannot be read.
        """
        name = check_profile(profile)
        return self._call(lambda: self._read(name))

    def save(self, profile: str, user: UserCredentials) -> None:
        """Store the credentials of a profile in place of those that it has.

        Args:
            profile: The profile's name.
            user: The credentials, with a session, an access token, or both.

        Raises:
            InvalidArgumentError: The name is malformed, or the credentials are incomplete.
            StoreError: The store cannot be used; what it contains is unchanged.
        """
        self.rotate(profile, user)

    def rotate(self, profile: str, user: UserCredentials) -> UserCredentials | None:
        """Store new credentials of a profile, and return those that they replace, to be revoked.

            old = store.rotate("default", new)
            if old is not None and old.session_id is not None:
                tmdb.auth.delete_session(old.session_id)

        Args:
            profile: The profile's name.
            user: The new credentials, with a session, an access token, or both.

        Returns:
            The old credentials, or `None` without any.

        Raises:
            InvalidArgumentError: The name is malformed, or the credentials are incomplete.
            StoreError: The store cannot be used; what it contains is unchanged.
        """
        name, checked = check_profile(profile), check_user_credentials(user)
        EMPTY.changed(name, checked)  # validates the values
        return self._call(lambda: self._replace(name, checked))

    def delete(self, profile: str) -> bool:
        """Remove a profile. This does not revoke its credentials: `tmdb.auth.delete_session` does.

        Returns:
            Whether there was one.

        Raises:
            InvalidArgumentError: The name is malformed.
            StoreError: The store cannot be used.
        """
        name = check_profile(profile)
        return self._call(lambda: self._remove(name))

    def list(self) -> tuple[StoredProfile, ...]:
        """Return the stored profiles without their credentials, by name.

        Raises:
            StoreError: The store cannot be read.
        """
        users = self._call(self._read_all)
        return tuple(describe_profile(name, users[name]) for name in sorted(users))

    def _call(self, action: Callable[[], T]) -> T:
        """Run an action. An error of it is replaced by one that refers to no frame in which credentials were read."""
        try:
            return action()
        except self._failures as error:
            problem = self._describe(error)
        raise StoreError(problem)

    def _describe(self, error: Exception) -> str:
        """Return the message for a failure; it must not contain a secret."""
        raise NotImplementedError

    @abstractmethod
    def _read(self, profile: str) -> UserCredentials | None: ...

    @abstractmethod
    def _read_all(self) -> Mapping[str, UserCredentials]: ...

    @abstractmethod
    def _replace(self, profile: str, user: UserCredentials) -> UserCredentials | None: ...

    @abstractmethod
    def _remove(self, profile: str) -> bool: ...
