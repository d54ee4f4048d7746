"""Users as a test deals with them: logged in, without the way through a browser."""

from __future__ import annotations

from typing import NamedTuple

from . import Account, State


class User(NamedTuple):
    """A user who is logged in.

    Attributes:
        username: The login name.
        password: The password, for the approval pages and for logging in with it.
        account_id: The number by which v3 knows the user.
        account_object_id: The 24 hex digits by which v4 does.
        session_id: A v3 session.
        access_token: A v4 access token, which stands in the place of the application's own.
    """

    username: str
    password: str
    account_id: int
    account_object_id: str
    session_id: str
    access_token: str

    def __repr__(self) -> str:
        """Show who it is, and nothing that opens a door."""
        return f"User(username={self.username!r}, account_id={self.account_id})"


def login(state: State, username: str) -> User:
    """Give a user a session and an access token.

    Args:
        state: The state of the server.
        username: The login name; a user is made when there is none of that name.

    Returns:
        The user.

    Raises:
        ValueError: Nobody can log in as this user.
    """
    with state.lock:
        account = find_or_add_account(state, username)
        if account.password is None:
            raise ValueError(f"nobody can log in as {username!r}, who keeps the lists of the catalogue")
        return User(
            username=account.username,
            password=account.password,
            account_id=account.id,
            account_object_id=account.object_id,
            session_id=state.session(account),
            access_token=state.access_token(account),
        )


def find_or_add_account(state: State, username: str) -> Account:
    """Return the account of a login name, made with the name as its password when there is none."""
    return state.account_named(username) or state.add_account(username, username)
