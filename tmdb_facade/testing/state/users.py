"""Logged-in users for tests, without the approval pages."""

from __future__ import annotations

from typing import NamedTuple

from .records import Account
from .store import State


class User(NamedTuple):
    """A logged-in user.

    Attributes:
        username: The login name.
        password: The password, for the approval pages and the login operation.
        account_id: The account id in v3.
        account_object_id: The account id in v4, 24 hex digits.
        session_id: A v3 session.
        access_token: A v4 access token, which replaces the application's own.
    """

    username: str
    password: str
    account_id: int
    account_object_id: str
    session_id: str
    access_token: str

    def __repr__(self) -> str:
        """Return a representation without credentials."""
        return f"User(username={self.username!r}, account_id={self.account_id})"


def login(state: State, username: str) -> User:
    """Create a session and an access token for a user.

    Args:
        state: The state of the server.
        username: The login name; the user is created if missing.

    Returns:
        The user.

    Raises:
        ValueError: Nobody can log in as this user.
    """
    with state.lock:
        account, password = find_or_add_account(state, username)
        return User(
            username=account.username,
            password=password,
            account_id=account.id,
            account_object_id=account.object_id,
            session_id=state.session(account),
            access_token=state.access_token(account),
        )


def find_or_add_account(state: State, username: str) -> tuple[Account, str]:
    """Return the account of a login name and its password; create it if missing, with the name as password.

    Raises:
        ValueError: Nobody can log in as this user.
    """
    account = state.account_named(username) or state.add_account(username, username)
    if account.password is None:
        raise ValueError(f"nobody can log in as {username!r}, the owner of the catalogue's lists: use another name")
    return account, account.password
