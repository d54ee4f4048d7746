"""What can differ from call to call of one client: `with_options` gives a client with other options."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple, Protocol, TypeAlias

#: How often a call is sent again by default.
MAX_RETRIES: Final = 2

#: Seconds, by what is waited for; `None` waits for ever.
Timeouts: TypeAlias = Mapping[str, float | None]

# Waiting for a free connection is not waiting for TMDB: a program that starts a thousand calls at once would else see
# the last of them fail.
DEFAULT_TIMEOUTS: Final[Timeouts] = {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": None}


class Unchanged(Enum):
    """The type of `UNCHANGED`: checkers know no other form of a value that is its own type."""

    UNCHANGED = "unchanged"

    def __repr__(self) -> str:
        return self.name


#: What `with_options` takes for "as it was", since `None` says "none" there.
UNCHANGED: Final = Unchanged.UNCHANGED


class TimeoutLike(Protocol):
    """An `httpx.Timeout`."""

    def as_dict(self) -> Mapping[str, float | None]:
        """Give the seconds by what is waited for."""
        ...


class Options(NamedTuple):
    """What a client was told about its calls.

    Attributes:
        language: ISO 639-1, perhaps with a region, for every operation that takes one.
        region: ISO 3166-1, for every operation that takes one.
        session_id: A user's session, for every operation that needs one.
        guest_session_id: A guest's session, for every operation that needs one and takes a guest's.
        timeouts: Seconds to wait; `None` where the user's HTTP client decides.
        max_retries: How often a call is sent again, at most.
    """

    language: str | None = None
    region: str | None = None
    session_id: str | None = None
    guest_session_id: str | None = None
    timeouts: Timeouts | None = DEFAULT_TIMEOUTS
    max_retries: int = MAX_RETRIES

    def __repr__(self) -> str:
        """Say nothing: a session is a secret."""
        return "<Options>"


def read_options(
    options: Options,
    *,
    timeout: float | TimeoutLike | None,
    max_retries: int | None,
    environ: Mapping[str, str],
) -> Options:
    """Complete what was passed to a client from the environment; an empty variable counts as absent.

    Args:
        options: What was passed as text; its `timeouts` count where no seconds are said.
        timeout: Seconds, or an `httpx.Timeout`.
        max_retries: How often a call is sent again.
        environ: The environment variables.

    Returns:
        The options.

    Raises:
        ValueError: A number is none, or below zero.
    """
    # A session that is passed excludes the other kind from the environment.
    session_id, guest_session_id = options.session_id or None, options.guest_session_id or None
    if session_id is None and guest_session_id is None:
        session_id = environ.get("TMDB_SESSION_ID") or None
    if timeout is None and (text := environ.get("TMDB_TIMEOUT")):
        timeout = _number("TMDB_TIMEOUT", text)
    if max_retries is None:
        text = environ.get("TMDB_MAX_RETRIES")
        max_retries = int(_number("TMDB_MAX_RETRIES", text)) if text else options.max_retries
    return Options(
        language=options.language or environ.get("TMDB_LANGUAGE") or None,
        region=options.region or environ.get("TMDB_REGION") or None,
        session_id=session_id,
        guest_session_id=guest_session_id,
        timeouts=options.timeouts if timeout is None else read_timeout(timeout),
        max_retries=check_retries(max_retries),
    )


def read_timeout(timeout: float | TimeoutLike) -> Timeouts:
    """Give the seconds by what is waited for.

    Args:
        timeout: Seconds to wait for a connection and for each part of an answer, or an `httpx.Timeout`.

    Returns:
        The seconds, in the HTTP library's words.

    Raises:
        ValueError: The seconds are not above zero.
    """
    if not isinstance(timeout, int | float):
        return timeout.as_dict()
    if not timeout > 0:
        raise ValueError(f"a timeout is more than 0 seconds, not {timeout}")
    return {"connect": timeout, "read": timeout, "write": timeout, "pool": None}


def check_retries(count: int) -> int:
    """Refuse a number of retries below zero.

    Raises:
        ValueError: The number is negative.
    """
    if count < 0:
        raise ValueError(f"max_retries is 0 or more, not {count}")
    return count


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{name} has to be a number, not {text!r}") from None
