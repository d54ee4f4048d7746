"""The request log, for the assertions of tests: `server.requests`.

    tmdb.movies.details(550)
    [request] = server.requests.of("movies_details")
    assert (request.method, request.path, request.status) == ("GET", "/3/movie/550", 200)
    assert request.credential == "access_token"

Secrets are masked in headers, queries, paths and bodies.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from threading import Lock
from time import perf_counter
from typing import Literal, TypeAlias, cast, overload
from urllib.parse import parse_qsl

from starlette.datastructures import Headers

from tmdb_bindings.runtime import JSONValue
from tmdb_facade._core.redaction import MASK, SECRET_NAMES, redact
from tmdb_facade.testing.json_input import decode_json

from .request_hints import likely_cause
from .request_pattern import RequestPattern, operation_of

#: The number of requests that a log keeps.
MAX_REQUESTS = 1_000
#: The size in bytes of the largest body that a log keeps.
MAX_BODY_SIZE = 256 * 1024
#: The size in bytes of all bodies that a log keeps, apart from those of the last requests.
MAX_BODIES_SIZE = 16 << 20

# The number of requests after which a log drops bodies beyond the limit.
_REQUESTS_BETWEEN_CHECKS = 64

Credential: TypeAlias = Literal["access_token", "api_key"]

# Headers whose values are credentials.
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})
# Names of secrets as programs misspell them: `apikey`, `API_KEY` and `X-Api-Key` carry real keys too.
_SECRET_WORDS = frozenset(name.replace("_", "") for name in SECRET_NAMES)
_SLASHES = re.compile("/{2,}")


class LoggedRequest:
    """A request and the status of its answer.

    Properties parse the request when they are read, so that logging is cheap.

    Attributes:
        id: The number of the request, which increases, also after the log was cleared.
        method: The HTTP method.
        at: The time at which the request arrived.
        status: The HTTP status of the answer; None before the answer, and if the connection was reset.
        seconds: The seconds until the answer began; None before the answer.
        user: The login name of the user whose session or access token was sent; None without one, for a guest, and if a
            fault replaced the answer.
        faults: The names of the faults that hit the request.
    """

    def __init__(self, method: str, path: str, query: bytes, headers: Sequence[tuple[bytes, bytes]]) -> None:
        """Create an entry; the server calls this."""
        self.id: int = 0
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
        """The decoded path; secret ids are masked."""
        # Double slashes do not matter to the server, and must not hide a secret.
        resolved = _SLASHES.sub("/", self._path)
        shown = redact(resolved)
        return self._path if shown == resolved else shown

    @property
    def query(self) -> Mapping[str, str]:
        """The query parameters, the last value of a repeated one; secrets are masked."""
        pairs = parse_qsl(self._query.decode("latin-1"), keep_blank_values=True)
        return {name: MASK if _is_secret(name) else redact(value) for name, value in pairs}

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, with case-insensitive names; secrets are masked."""
        return Headers(raw=[(name, _masked_header(name, value)) for name, value in self._headers])

    @property
    def body(self) -> JSONValue:
        """The JSON body, secrets masked; None without one, if it exceeds 256 KiB or is nested deeply, and if later ones were large."""
        try:
            return _masked(cast("JSONValue", decode_json(self._body, object)))
        except (ValueError, RecursionError):
            return None

    @property
    def operation(self) -> str | None:
        """The operation's id, such as `movies_details`; None if the path has no operation."""
        operation = operation_of(self.method, self._path)
        return operation.id if operation else None

    @property
    def hint(self) -> str | None:
        """The likely cause of an error, and its remedy; None without an error, for a fault, and if it is not clear."""
        return likely_cause(self)

    @property
    def credential(self) -> Credential | None:
        """The kind of credential that was sent, valid or not: a bearer token, else an API key in the query."""
        authorization = Headers(raw=list(self._headers)).get("authorization", "")
        if authorization.lower().startswith("bearer "):
            return "access_token"
        return "api_key" if "api_key" in self.query else None

    def matches(self, pattern: RequestPattern) -> bool:
        """Return whether a pattern matches the request."""
        return pattern.matches(self.method, self._path)

    def record_status(self, status: int) -> None:
        """Record the status and the time at which the answer begins."""
        self.status = status
        self.seconds = perf_counter() - self._began

    def record_body(self, body: bytes) -> None:
        """Record the body, unless it is too large."""
        if len(body) <= MAX_BODY_SIZE:
            self._body = body

    def drop_body(self) -> None:
        """Drop the body."""
        self._body = b""

    @property
    def body_size(self) -> int:
        """The size of the logged body in bytes."""
        return len(self._body)

    def __repr__(self) -> str:
        query = "&".join(f"{name}={value}" for name, value in self.query.items())
        status = "no answer" if self.status is None else str(self.status)
        faults = f" ({', '.join(self.faults)})" if self.faults else ""
        return f"<{self.method} {self.path}{'?' if query else ''}{query}: {status}{faults}>"


class RequestLog(Sequence[LoggedRequest]):
    """The last 1,000 requests to a server, oldest first, with at most about 32 MiB of bodies.

    A request is logged when it arrives, before it is answered.
    """

    def __init__(self) -> None:
        """Create an empty log."""
        self._lock = Lock()
        self._requests: deque[LoggedRequest] = deque(maxlen=MAX_REQUESTS)
        self._total = 0
        self._last_id = 0

    @property
    def total(self) -> int:
        """The number of requests since the last `clear()`, including those that the log no longer keeps."""
        return self._total

    @property
    def last(self) -> LoggedRequest:
        """The last request.

        Raises:
            LookupError: The log is empty.
        """
        with self._lock:
            if not self._requests:
                raise LookupError("no request was logged")
            return self._requests[-1]

    def of(self, on: str) -> list[LoggedRequest]:
        """Return the requests of an operation or a path, oldest first.

        Args:
            on: An operation's id, a path template or a path pattern, as for `server.faults`.

        Returns:
            The requests.

        Raises:
            ValueError: `on` matches no operation.
        """
        pattern = RequestPattern(on)
        return [request for request in self if request.matches(pattern)]

    def clear(self) -> None:
        """Remove all requests."""
        with self._lock:
            self._requests.clear()
            self._total = 0

    def add(self, request: LoggedRequest) -> None:
        """Add a request; a full log drops its oldest one."""
        with self._lock:
            self._last_id += 1
            request.id = self._last_id
            self._requests.append(request)
            self._total += 1
            if request.id % _REQUESTS_BETWEEN_CHECKS == 0:
                self._drop_bodies()

    def __len__(self) -> int:
        return len(self._requests)

    @overload
    def __getitem__(self, index: int) -> LoggedRequest: ...

    @overload
    def __getitem__(self, index: slice) -> list[LoggedRequest]: ...

    def __getitem__(self, index: int | slice) -> LoggedRequest | list[LoggedRequest]:
        return self._snapshot()[index]

    def __iter__(self) -> Iterator[LoggedRequest]:
        return iter(self._snapshot())

    def __repr__(self) -> str:
        last = self._snapshot()[-20:]
        earlier = self._total - len(last)
        return f"<{earlier} requests, then {last}>" if earlier else f"<requests {last}>"

    def _drop_bodies(self) -> None:
        """Drop the oldest bodies beyond the limit. The caller holds the lock."""
        size = 0
        for request in reversed(self._requests):
            size += request.body_size
            if size > MAX_BODIES_SIZE:
                request.drop_body()

    def _snapshot(self) -> list[LoggedRequest]:
        with self._lock:
            return list(self._requests)


def _is_secret(name: str) -> bool:
    return name.lower().replace("_", "").replace("-", "") in _SECRET_WORDS


def _masked_header(name: bytes, value: bytes) -> bytes:
    header = name.decode("latin-1").lower()
    if header not in _SECRET_HEADERS and not _is_secret(header.removeprefix("x-")):
        return redact(value.decode("latin-1")).encode("latin-1")
    scheme, space, _ = value.decode("latin-1").partition(" ")
    # Without a scheme, the whole value is the secret.
    return (f"{scheme} {MASK}" if space else MASK).encode("latin-1")


def _masked(value: JSONValue) -> JSONValue:
    if isinstance(value, dict):
        return {name: MASK if _is_secret(name) else _masked(item) for name, item in value.items()}
    return [_masked(item) for item in value] if isinstance(value, list) else value
