"""What a scenario is given: clients, and users who approve what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest

from tmdb_facade import AsyncTMDB, TMDBCode, TMDBError
from tmdb_facade.testing import make_credentials

#: An id that nothing has; larger ones than TMDB's are refused with another code.
NOBODY = 999_999_999
#: The same for what goes by 24 hex digits.
NOBODY_HEX = "0" * 24


class NotGivenError(Exception):
    """A scenario needs what there is not, as the approval of a person when recording from the live TMDB."""


class User(NamedTuple):
    """The user of a version 4 access token."""

    access_token: str
    account_object_id: str


class Source:
    """Where the answers come from, and who asks: here from cassettes, for which anybody is good enough.

    What records overrides it.
    """

    base_url: str | None = None

    def __init__(self, seed: str = "somebody") -> None:
        """Use credentials of our own making.

        Args:
            seed: Whose they are.
        """
        self._credentials = make_credentials(seed)

    def connect(
        self,
        access_token: str | None = None,
        *,
        language: str | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> AsyncTMDB:
        """Make a client.

        Args:
            access_token: A token in the place of the one that is accepted.
            language: As for the client.
            session_id: As for the client.
            guest_session_id: As for the client.
        """
        return AsyncTMDB(
            access_token or self.access_token,
            base_url=self.base_url,
            language=language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    @property
    def access_token(self) -> str:
        """The application's own token."""
        return self._credentials.access_token

    def begin(self) -> None:
        """Forget what the scenario before has done."""

    def session_id(self) -> str:
        """Give the session of a user.

        Raises:
            NotGivenError: There is none.
        """
        return self._credentials.session_id

    def user(self) -> User:
        """Give a user of version 4.

        Raises:
            NotGivenError: There is none.
        """
        return User(self._credentials.access_token, NOBODY_HEX)

    def login(self) -> tuple[str, str]:
        """Give a user's name and password.

        Raises:
            NotGivenError: There is none.
        """
        return "somebody", "something"

    def approve(self, request_token: str) -> None:
        """Do what a user does who approves a request token.

        Args:
            request_token: The token, of version 3 or 4.

        Raises:
            NotGivenError: There is nobody to do so.
        """

    def deny(self, request_token: str) -> None:
        """Do what a user does who refuses.

        Args:
            request_token: The token, of version 3 or 4.

        Raises:
            NotGivenError: There is nobody to do so.
        """


async def each_refused(
    calls: Iterable[Callable[[], Any]],
    error: type[TMDBError],
    code: TMDBCode = TMDBCode.RESOURCE_NOT_FOUND,
) -> None:
    """Hold calls to an error.

    Args:
        calls: The calls, not yet made.
        error: What each has to raise.
        code: The code that it has to carry.
    """
    for call in calls:
        with pytest.raises(error) as refused:
            await call()
        assert refused.value.code is code, refused.value
