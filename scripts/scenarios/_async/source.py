"""The source of a scenario's clients, users and approvals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest

from tmdb_facade import AsyncTMDB, TMDBCode, TMDBError
from tmdb_facade.testing import make_credentials

#: An id that does not exist; TMDB answers larger ones with another code.
MISSING_ID = 999_999_999
#: An id of 24 hexadecimal digits that does not exist.
MISSING_HEX_ID = "0" * 24
#: The id of a session that TMDB does not know any more.
ENDED_SESSION = "0" * 40


class MissingCredentialError(Exception):
    """The source lacks a credential or an approval, such as a person's approval when recording from the live TMDB."""


class User(NamedTuple):
    """The user of a version 4 access token."""

    access_token: str
    account_object_id: str


class Source:
    """The source of a scenario's answers and credentials: cassettes, which accept any credentials.

    The sources that record are subclasses.
    """

    base_url: str | None = None

    def __init__(self, seed: str = "somebody") -> None:
        """Make credentials from a seed."""
        self._credentials = make_credentials(seed)

    def connect(
        self,
        access_token: str | None = None,
        *,
        language: str | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> AsyncTMDB:
        """Return a client, with the application's access token unless another is passed."""
        return AsyncTMDB(
            access_token or self.access_token,
            base_url=self.base_url,
            language=language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    @property
    def access_token(self) -> str:
        """The application's access token."""
        return self._credentials.access_token

    def begin(self) -> None:
        """Prepare for the next scenario."""

    def session_id(self) -> str:
        """Return a user's session id.

        Raises:
            MissingCredentialError: The source has none.
        """
        return self._credentials.session_id

    def user(self) -> User:
        """Return a version 4 user.

        Raises:
            MissingCredentialError: The source has none.
        """
        return User(self._credentials.access_token, MISSING_HEX_ID)

    def login(self) -> tuple[str, str]:
        """Return a user's name and password.

        Raises:
            MissingCredentialError: The source has none.
        """
        return "somebody", "something"

    def approve(self, request_token: str) -> None:
        """Approve a request token of version 3 or 4.

        Raises:
            MissingCredentialError: The source cannot approve tokens.
        """

    def deny(self, request_token: str) -> None:
        """Deny a request token of version 3 or 4.

        Raises:
            MissingCredentialError: The source cannot deny tokens.
        """


async def assert_each_raises(
    calls: Iterable[Callable[[], Any]],
    error: type[TMDBError],
    code: TMDBCode = TMDBCode.RESOURCE_NOT_FOUND,
) -> None:
    """Make calls and assert that each raises an error with a code."""
    for call in calls:
        with pytest.raises(error) as refused:
            await call()
        assert refused.value.code is code, refused.value
