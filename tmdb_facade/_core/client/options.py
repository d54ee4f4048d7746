"""Options of a client: passed arguments, environment variables and defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, cast

from tmdb_bindings.runtime import Drift
from tmdb_facade._core.client.environment import as_number, as_number_or_none
from tmdb_facade._core.events import RequestEvent, ResponseEvent
from tmdb_facade._core.request.extras import QueryValue, read_extra_headers, read_extra_query, read_user_agent
from tmdb_facade._core.request.validation import (
    check_choice,
    check_integer,
    check_language,
    check_region,
    check_session,
    finite_number,
    invalid,
)

if TYPE_CHECKING:
    from tmdb_facade._core.client.users import ClientUser
    from tmdb_facade.errors import SessionExpiredError

#: Whether a client avoids requests.
Offline: TypeAlias = Literal["prefer", "only"]

#: The default number of retries of a call.
MAX_RETRIES: Final = 2

#: Seconds by phase of a request; `None` for no limit.
Timeouts: TypeAlias = Mapping[str, float | None]

# Waiting for a free connection is not waiting for TMDB: with a limit, a program that starts a thousand calls at once
# would see the last of them fail.
DEFAULT_TIMEOUTS: Final[Timeouts] = {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": None}

#: The default of `total_timeout`, in seconds.
TOTAL_TIMEOUT: Final = 120.0
#: The longest timeout, in seconds: 11 days. The timers of some systems overflow with larger numbers.
MAX_TIMEOUT: Final = 1_000_000

_CO_COROUTINE = 0x80


# Arguments of the constructor for which `None` means no limit; it is not their default.
_NULLABLE = frozenset({"rate_limit", "total_timeout"})


class Unchanged(Enum):
    """The type of `UNCHANGED`. It is an enum because type checkers can narrow its only member."""

    UNCHANGED = "unchanged"

    def __repr__(self) -> str:
        return self.name


#: The default of `with_options`, where `None` removes an option.
UNCHANGED: Final = Unchanged.UNCHANGED


class Options(NamedTuple):
    """A client's options; clients with different options can share connections.

    Attributes:
        language: ISO 639-1, optionally with a region, for every operation that has the parameter.
        region: ISO 3166-1, for every operation that has the parameter.
        session_id: A user's session, for every operation that needs one.
        guest_session_id: A guest session, for every operation that needs a session and accepts a guest's.
        user: The user of a client from `as_user`, beside their session; `None` for other clients.
        timeout: Seconds by phase; `None` to use the timeouts of a user's HTTP client.
        total_timeout: Seconds for a whole call, with its retries and waits, from the start of its first request; `None`
            for no limit.
        rate_timeout: Seconds that a call's first request waits for the rate limit and a connection; `None` for no limit.
        max_retries: The maximum number of retries of a call.
        cache: Whether the client's cache is used.
        offline: `prefer` to use stored answers of any age, `only` to send no request at all; else `None`.
        extra_query: The caller's own parameters, for every request to TMDB's API, or `None`.
        extra_headers: The caller's own headers, for every request to TMDB's API, or `None`.
        user_agent: The User-Agent of every request, or `None` for the SDK's.
        on_drift: The policy for answers that contradict their type.
        on_request: A hook, called before each request.
        on_response: A hook, called after each response or failure.
        on_session_expired: A hook that renews the credentials of the client's user.
    """

    language: str | None = None
    region: str | None = None
    session_id: str | None = None
    guest_session_id: str | None = None
    user: ClientUser | None = None
    timeout: Timeouts | None = DEFAULT_TIMEOUTS
    total_timeout: float | None = TOTAL_TIMEOUT
    rate_timeout: float | None = None
    max_retries: int = MAX_RETRIES
    cache: bool = True
    offline: Offline | None = None
    extra_query: Mapping[str, str | None] | None = None
    extra_headers: Mapping[str, str | None] | None = None
    user_agent: str | None = None
    on_drift: Drift = Drift()
    on_request: Callable[[RequestEvent], None] | None = None
    on_response: Callable[[ResponseEvent], None] | None = None
    on_session_expired: Callable[[SessionExpiredError], object] | None = None

    @property
    def has_extras(self) -> bool:
        """Whether `extra_query`, `extra_headers` or `user_agent` is set."""
        return (self.extra_query, self.extra_headers, self.user_agent) != (None, None, None)

    def with_extras(
        self,
        extra_query: Mapping[str, QueryValue] | None,
        extra_headers: Mapping[str, str | None] | None,
        user_agent: str | None,
    ) -> Options:
        """Return the options of one call, whose own parameters and headers are added to those of the client.

        Raises:
            InvalidArgumentError: A parameter or header must not be sent, or cannot be.
        """
        options = self
        if extra_query is not None:
            query = read_extra_query("extra_query", extra_query)
            options = options._replace(extra_query={**(self.extra_query or {}), **query})
        if extra_headers is not None:
            headers = read_extra_headers("extra_headers", extra_headers)
            options = options._replace(extra_headers={**(self.extra_headers or {}), **headers})
        if user_agent is not None:
            options = options._replace(user_agent=read_user_agent("user_agent", user_agent))
        return options

    def __repr__(self) -> str:
        """Return the class name only: a session is a secret."""
        return "<Options>"


def passed_values(**values: object) -> dict[str, object]:
    """Return the arguments of the constructor that the caller passed."""
    return {name: value for name, value in changed_values(**values).items() if value is not None or name in _NULLABLE}


def changed_values(**values: object) -> dict[str, object]:
    """Return the arguments that are not `UNCHANGED`."""
    return {name: value for name, value in values.items() if value is not UNCHANGED}


def read_options(options: Options, passed: Mapping[str, object], environ: Mapping[str, str]) -> Options:
    """Validate passed options, and read others from the environment.

    Args:
        options: The values of the options that are neither passed nor in the environment.
        passed: The arguments that the caller passed, by name.
        environ: The environment variables; an empty one counts as absent. A `session_id` is not read from them if
            the caller passed a guest session.

    Returns:
        The options.

    Raises:
        InvalidArgumentError: An option is of a wrong type or value.
    """
    values = {name: _CHECKS[name](name, value) for name, value in passed.items()}
    for variable, (name, parse) in _VARIABLES.items():
        text = environ.get(variable)
        if text and name not in passed and not (name == "session_id" and "guest_session_id" in passed):
            values[name] = _CHECKS[name](variable, parse(text))
    is_other_user = values.get("session_id", options.session_id) != options.session_id
    if is_other_user and "on_session_expired" not in passed:
        values["on_session_expired"] = None  # it would sign the user before in
    if is_other_user and options.user is not None:
        # Another user, so the token and the account of the one before must go.
        values["user"] = options.user._replace(access_token=None, account_object_id=None)
    return options._replace(**values)


def read_timeout(name: str, timeout: object) -> Timeouts:
    """Validate a timeout.

    Args:
        name: The parameter's name.
        timeout: Seconds to connect and for each part of a response, or an `httpx.Timeout`.

    Returns:
        The seconds by phase, under the HTTP library's names.

    Raises:
        InvalidArgumentError: It is neither a positive number nor a timeout.
    """
    as_dict = getattr(timeout, "as_dict", None)
    if as_dict is not None:
        return cast("Timeouts", as_dict())
    seconds = finite_number(timeout)
    if seconds is None or not 0 < seconds <= MAX_TIMEOUT:
        expected = f"a number of seconds above 0 and up to {MAX_TIMEOUT}, or an httpx.Timeout (httpx.Timeout(None) for no limit)"
        raise invalid(name, expected, timeout)
    return {"connect": seconds, "read": seconds, "write": seconds, "pool": None}


def _check_seconds(name: str, timeout: object) -> float:
    seconds = finite_number(timeout)
    if seconds is None or not 0 < seconds <= MAX_TIMEOUT:
        raise invalid(name, f"a number of seconds above 0 and up to {MAX_TIMEOUT}", timeout)
    return seconds


def _read_drift(name: str, policy: Any) -> Drift:
    return Drift(check_choice(name, policy, ("warn", "ignore", "raise")))


def _check_no_cache(name: str, value: object) -> bool:
    if value is not None:
        raise invalid(name, "None, for calls without the cache; pass a cache to the constructor", value)
    return False


def _read_offline(name: str, value: Any) -> Offline:
    return cast("Offline", check_choice(name, value, ("prefer", "only")))


def is_coroutine_function(function: object) -> bool:
    """Return whether calling a function returns a coroutine: `inspect` tests it in the same way, and is slow to import."""
    flags: int = getattr(getattr(function, "__code__", None), "co_flags", 0)
    return bool(flags & _CO_COROUTINE)


def _check_hook(name: str, hook: object) -> object:
    if not callable(hook) or is_coroutine_function(hook):
        raise invalid(name, "a synchronous function with one parameter, the event", hook)
    return hook


def _check_session_hook(name: str, hook: object) -> object:
    # The sync client rejects coroutine functions, in `_runtime.threads`.
    if not callable(hook) or not _takes_one_argument(hook):
        raise invalid(name, "a function with one parameter, the error", hook)
    return hook


def _takes_one_argument(function: Callable[..., object]) -> bool:
    from inspect import signature  # slow to import, and most clients have no hook

    try:
        signature(function).bind(None)
    except TypeError:
        return False
    except ValueError:
        pass  # some functions in C have no signature
    return True


def _optional(check: Callable[[str, object], object]) -> Callable[[str, object], object]:
    return lambda name, value: None if value is None else check(name, value)


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "language": _optional(check_language),
    "region": _optional(check_region),
    "session_id": _optional(check_session),
    "guest_session_id": _optional(check_session),
    "timeout": read_timeout,
    "total_timeout": _optional(_check_seconds),
    "rate_timeout": _optional(_check_seconds),
    "max_retries": check_integer,
    "cache": _check_no_cache,
    "offline": _optional(_read_offline),
    "extra_query": _optional(read_extra_query),
    "extra_headers": _optional(read_extra_headers),
    "user_agent": _optional(read_user_agent),
    "on_drift": _read_drift,
    "on_request": _optional(_check_hook),
    "on_response": _optional(_check_hook),
    "on_session_expired": _optional(_check_session_hook),
}
_VARIABLES: dict[str, tuple[str, Callable[[str], object]]] = {
    "TMDB_LANGUAGE": ("language", str),
    "TMDB_REGION": ("region", str),
    "TMDB_SESSION_ID": ("session_id", str),
    "TMDB_TIMEOUT": ("timeout", as_number),
    "TMDB_TOTAL_TIMEOUT": ("total_timeout", as_number_or_none),
    "TMDB_RATE_TIMEOUT": ("rate_timeout", as_number_or_none),
    "TMDB_MAX_RETRIES": ("max_retries", as_number),
    "TMDB_OFFLINE": ("offline", str),
}
