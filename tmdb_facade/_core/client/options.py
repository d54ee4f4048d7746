"""What can differ from call to call of one client: `with_options` gives a client with other options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final, NamedTuple, Protocol, TypeAlias, TypeVar, cast

from tmdb_facade._core.events import Hooks
from tmdb_facade._core.request.validation import check_language, check_number, check_region, is_number

N = TypeVar("N")

#: How often a call is sent again by default.
MAX_RETRIES: Final = 2

#: Seconds, by what is waited for; `None` waits for ever.
Timeouts: TypeAlias = Mapping[str, float | None]

# Waiting for a free connection is not waiting for TMDB: a program that starts a thousand calls at once would else see
# the last of them fail.
DEFAULT_TIMEOUTS: Final[Timeouts] = {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": None}

_CO_COROUTINE = 0x80


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
        hooks: Whom the client tells of requests and answers.
    """

    language: str | None = None
    region: str | None = None
    session_id: str | None = None
    guest_session_id: str | None = None
    timeouts: Timeouts | None = DEFAULT_TIMEOUTS
    max_retries: int = MAX_RETRIES
    hooks: Hooks = Hooks()

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
        options: What else was passed; its `timeouts` count where no seconds are said.
        timeout: Seconds, or an `httpx.Timeout`.
        max_retries: How often a call is sent again.
        environ: The environment variables.

    Returns:
        The options.

    Raises:
        ValueError: A number is none or below zero, or a language or region is of another form.
        TypeError: A number or a hook is none.
    """
    # A session that is passed excludes the other kind from the environment.
    session_id, guest_session_id = options.session_id or None, options.guest_session_id or None
    if session_id is None and guest_session_id is None:
        session_id = environ.get("TMDB_SESSION_ID") or None
    timeouts = options.timeouts
    if timeout is not None:
        timeouts = read_timeout(timeout)
    elif text := environ.get("TMDB_TIMEOUT"):
        timeouts = read_timeout(_number("TMDB_TIMEOUT", text, float), "TMDB_TIMEOUT")
    if max_retries is not None:
        check_retries(max_retries)
    elif text := environ.get("TMDB_MAX_RETRIES"):
        max_retries = check_retries(_number("TMDB_MAX_RETRIES", text, int), "TMDB_MAX_RETRIES")
    return options._replace(
        language=_text("language", options.language, environ, check_language),
        region=_text("region", options.region, environ, check_region),
        session_id=session_id,
        guest_session_id=guest_session_id,
        timeouts=timeouts,
        max_retries=options.max_retries if max_retries is None else max_retries,
        hooks=check_hooks(options.hooks),
    )


def change_options(options: Options, **changes: Any) -> Options:
    """Give options that differ in some.

    Args:
        options: The options.
        **changes: The others, by name; `UNCHANGED` leaves one as it is.

    Returns:
        The other options.

    Raises:
        ValueError: One of them makes no sense.
        TypeError: One is of another type.
    """
    changed = {name: value for name, value in changes.items() if value is not UNCHANGED}
    for name, check in (("language", check_language), ("region", check_region)):
        if changed.get(name) is not None:
            check(name, changed[name])
    return options._replace(**changed)


def read_timeout(timeout: float | TimeoutLike, name: str = "timeout") -> Timeouts:
    """Give the seconds by what is waited for.

    Args:
        timeout: Seconds to wait for a connection and for each part of an answer, or an `httpx.Timeout`.
        name: What it was passed as.

    Returns:
        The seconds, in the HTTP library's words.

    Raises:
        ValueError: The seconds are not above zero.
        TypeError: It is neither a number nor a timeout.
    """
    if isinstance(timeout, int | float) and is_number(timeout):
        if not timeout > 0:
            raise ValueError(f"{name} is more than 0 seconds, not {timeout}")
        return {"connect": timeout, "read": timeout, "write": timeout, "pool": None}
    as_dict = getattr(timeout, "as_dict", None)
    if as_dict is None:
        raise TypeError(
            f"{name} is a number of seconds or an httpx.Timeout, not {timeout!r}; to wait for ever, pass "
            "httpx.Timeout(None)"
        )
    return cast("Timeouts", as_dict())


def check_retries(count: int, name: str = "max_retries") -> int:
    """Refuse a number of retries below zero.

    Raises:
        ValueError: The number is negative.
        TypeError: It is no whole number.
    """
    check_number(name, count)
    if count < 0:
        raise ValueError(f"{name} is 0 or more, not {count}")
    return count


def check_hooks(hooks: Hooks) -> Hooks:
    """Refuse hooks that cannot be called at once.

    Raises:
        TypeError: A hook cannot be called, or is a coroutine function: nobody would await what it gives.
    """
    for name, hook in hooks._asdict().items():
        if hook is not None and (not callable(hook) or _is_coroutine_function(hook)):
            raise TypeError(f"{name} is a plain function of one event, not {hook!r}")
    return hooks


def _is_coroutine_function(hook: object) -> bool:
    # As inspect tells it, which is not light to import.
    return bool(getattr(getattr(hook, "__code__", None), "co_flags", 0) & _CO_COROUTINE)


def _text(
    name: str, passed: str | None, environ: Mapping[str, str], check: Callable[[str, object], None]
) -> str | None:
    """Choose what was passed, else what the environment says, if that is what it should be."""
    if passed:
        check(name, passed)
        return passed
    variable = f"TMDB_{name.upper()}"
    said = environ.get(variable)
    if not said:
        return None
    check(variable, said)
    return said


def _number(name: str, text: str, kind: Callable[[str], N]) -> N:
    try:
        return kind(text)
    except ValueError:
        whole = "a whole number" if kind is int else "a number"
        raise ValueError(f"{name} has to be {whole}, not {text!r}") from None
