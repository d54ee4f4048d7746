"""The log of what was asked and answered, for tests to look at: `server.requests`.

    tmdb.movies.details(550)
    [request] = server.requests.of("movies_details")
    assert (request.method, request.path, request.status) == ("GET", "/3/movie/550", 200)
    assert request.credential == "access_token"

Secrets are not in it for anybody to see: they are masked in headers, queries, paths and bodies.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from threading import Lock
from time import perf_counter
from typing import Literal, TypeAlias, cast, overload
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import Headers

from tmdb_bindings.runtime import JSONValue
from tmdb_facade._core.redaction import MASK, SECRET_NAMES, redact

from .request_pattern import RequestPattern, operation_of

#: How many requests are kept at most.
KEPT_REQUESTS = 1_000
#: Bodies of more bytes are not kept.
KEPT_BODY = 256 * 1024

Credential: TypeAlias = Literal["access_token", "api_key"]

# Headers whose values open doors.
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})


class LoggedRequest:
    """One request and what became of it.

    What is asked for is read when it is looked at, so that logging costs next to nothing.

    Attributes:
        method: The HTTP method.
        at: When it came.
        status: The HTTP status that was answered; None while there is no answer, and where the connection was reset.
        seconds: How long it took until the answer began; None while there is none.
        user: The login name of the user as whom it was sent, by a session or by an access token of theirs; None for
            nobody, for a guest, and where a fault took the place of the answer.
        faults: The names of the faults that hit it.
    """

    __slots__ = (
        "_began",
        "_body",
        "_headers",
        "_path",
        "_query",
        "at",
        "faults",
        "method",
        "seconds",
        "status",
        "user",
    )

    def __init__(self, method: str, path: str, query: bytes, headers: Sequence[tuple[bytes, bytes]]) -> None:
        """Requests are logged by the server."""
        self.method: str = method
        self.at: datetime = datetime.now(UTC)
        self.status: int | None = None
        self.seconds: float | None = None
        self.user: str | None = None
        self.faults: tuple[str, ...] = ()
        self._path = path
        self._query = query
        self._headers = headers
        self._body = b""
        self._began = perf_counter()

    @property
    def path(self) -> str:
        """The path, decoded; ids that are secrets are masked."""
        return redact(self._path)

    @property
    def query(self) -> Mapping[str, str]:
        """The query; of a repeated parameter the last value, secrets masked."""
        pairs = parse_qsl(self._query.decode("latin-1"), keep_blank_values=True)
        return {name: MASK if name in SECRET_NAMES else value for name, value in pairs}

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, whatever the case of their names; secrets masked."""
        return Headers(raw=[(name, _masked_header(name, value)) for name, value in self._headers])

    @property
    def body(self) -> JSONValue:
        """The JSON that was sent, secrets masked; None when there was none, and of more than 256 KiB."""
        try:
            return _masked(cast("JSONValue", msgspec.json.decode(self._body)))
        except msgspec.MsgspecError:
            return None

    @property
    def operation(self) -> str | None:
        """The name of the operation, as in `movies_details`; None where the path leads to none."""
        operation = operation_of(self.method, self._path)
        return operation.id if operation else None

    @property
    def credential(self) -> Credential | None:
        """What it showed to be let in, right or wrong: an access token as a bearer, or else an API key in the query."""
        authorization = Headers(raw=list(self._headers)).get("authorization", "")
        if authorization.lower().startswith("bearer "):
            return "access_token"
        return "api_key" if "api_key" in self.query else None

    def fits(self, target: RequestPattern) -> bool:
        """Tell whether it is one of those that are meant."""
        return target.fits(self.method, self._path)

    def answered(self, status: int) -> None:
        """Note that an answer begins."""
        self.status = status
        self.seconds = perf_counter() - self._began

    def sent(self, body: bytes) -> None:
        """Note the body."""
        if len(body) <= KEPT_BODY:
            self._body = body

    def __repr__(self) -> str:
        query = "&".join(f"{name}={value}" for name, value in self.query.items())
        became = "no answer" if self.status is None else str(self.status)
        hit = f" ({', '.join(self.faults)})" if self.faults else ""
        return f"<{self.method} {self.path}{'?' if query else ''}{query}: {became}{hit}>"


class RequestLog(Sequence[LoggedRequest]):
    """What a server was asked, oldest first: the last 1,000 requests.

    A request is in it as soon as it has come, before it is answered.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = Lock()
        self._kept: deque[LoggedRequest] = deque(maxlen=KEPT_REQUESTS)
        self._total = 0

    @property
    def total(self) -> int:
        """How many came since the last `clear()`, those that are not kept any more included."""
        return self._total

    @property
    def last(self) -> LoggedRequest:
        """The last request.

        Raises:
            LookupError: There was none.
        """
        with self._lock:
            if not self._kept:
                raise LookupError("no request has come")
            return self._kept[-1]

    def of(self, on: str) -> list[LoggedRequest]:
        """Return the requests of an operation or a path, oldest first.

        Args:
            on: An operation's name, a path's template or a pattern of paths, as for `server.faults`.

        Returns:
            The requests.

        Raises:
            ValueError: It names no operation, and no path of one.
        """
        target = RequestPattern(on)
        return [request for request in self if request.fits(target)]

    def clear(self) -> None:
        """Forget them."""
        with self._lock:
            self._kept.clear()
            self._total = 0

    def add(self, request: LoggedRequest) -> None:
        """Keep a request; of too many the oldest goes."""
        with self._lock:
            self._kept.append(request)
            self._total += 1

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> LoggedRequest: ...

    @overload
    def __getitem__(self, index: slice) -> list[LoggedRequest]: ...

    def __getitem__(self, index: int | slice) -> LoggedRequest | list[LoggedRequest]:
        return self._now()[index]

    def __iter__(self) -> Iterator[LoggedRequest]:
        return iter(self._now())

    def __repr__(self) -> str:
        last = self._now()[-20:]
        earlier = self._total - len(last)
        return f"<{earlier} requests, then {last}>" if earlier else f"<requests {last}>"

    def _now(self) -> list[LoggedRequest]:
        with self._lock:
            return list(self._kept)


def _masked_header(name: bytes, value: bytes) -> bytes:
    if name.decode("latin-1").lower() not in _SECRET_HEADERS:
        return redact(value.decode("latin-1")).encode("latin-1")
    scheme, space, _ = value.decode("latin-1").partition(" ")
    # A value that is one word is the secret itself.
    return (f"{scheme} {MASK}" if space else MASK).encode("latin-1")


def _masked(value: JSONValue) -> JSONValue:
    if isinstance(value, dict):
        return {name: MASK if name in SECRET_NAMES else _masked(item) for name, item in value.items()}
    return [_masked(item) for item in value] if isinstance(value, list) else value
