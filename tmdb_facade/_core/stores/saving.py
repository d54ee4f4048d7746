"""What a login needs of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tmdb_facade._core.client.user_credentials import UserCredentials


class SavesUsers(Protocol):
    """A store of users' credentials, as far as a login uses it."""

    def save(self, profile: str, user: UserCredentials) -> object:
        """Save a user's credentials under a name.

        Args:
            profile: The name.
            user: The credentials.
        """
        ...
