# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Operations, requests, and the protocol of endpoint modules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)


class Operation(NamedTuple):
    """The metadata of an operation, which authentication, caching, retries and redaction depend on.

    Attributes:
        id: The unique name, such as `movies_details`.
        tag: The group, such as `movies`.
        name: The name within the group, such as `details`.
        method: The HTTP method in upper case.
        path: The path template, such as `/3/movie/{movie_id}`.
        query: TMDB's names of the query parameters.
        auth: The required credentials (`application`, `session`, `guest_or_session`, `user_token`, ...).
        user_scoped: Whether the answer is specific to a user.
        repeatable: Whether the request is idempotent.
        cacheable: Whether a shared cache may store the answer.
        paging: The kind of pagination: `none`, `pages`, `changes` or `single`.
        page_size: Number of entries on a full page; 0 without pagination.
        appendable: TMDB's names of the blocks that `append_to_response` accepts.
        reference: URL of TMDB's documentation.
    """

    id: str
    tag: str
    name: str
    method: str
    path: str
    query: tuple[str, ...]
    auth: str
    user_scoped: bool
    repeatable: bool
    cacheable: bool
    paging: str
    page_size: int
    appendable: tuple[str, ...]
    reference: str


class Request:
    """A request for an operation, independent of any HTTP library.

    Attributes:
        operation: The operation's metadata.
        path: The path with quoted values, such as `/3/movie/550`.
        query: The query parameters as text, without those that were omitted.
        body: The JSON body, or `None`.
    """

    __slots__ = ("body", "operation", "path", "query")

    def __init__(
        self,
        operation: Operation,
        path: str,
        query: dict[str, str],
        body: Mapping[str, object] | None = None,
    ) -> None:
        """Store the parts of the request."""
        self.operation: Operation = operation
        self.path: str = path
        self.query: dict[str, str] = query
        self.body: Mapping[str, object] | None = body

    def __eq__(self, other: object) -> bool:
        """Return whether both requests send the same."""
        if not isinstance(other, Request):
            return NotImplemented
        return (self.operation.id, self.path, self.query, self.body) == (
            other.operation.id,
            other.path,
            other.query,
            other.body,
        )

    def __repr__(self) -> str:
        """Return the operation and the names of parameters. Values may be credentials and are omitted."""
        parts = [f"{self.operation.method} {self.operation.path}"]
        if self.query:
            parts.append("query: " + ", ".join(self.query))
        if self.body is not None:
            parts.append("body: " + ", ".join(self.body))
        return f"<Request {self.operation.id} {'; '.join(parts)}>"


class Endpoint(Protocol[P, T_co]):
    """The protocol of the modules in `tmdb_bindings.api`. The module itself is the endpoint."""

    @property
    def operation(self) -> Operation:
        """The operation's metadata."""
        ...

    def request(self, *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request from the operation's parameters."""
        ...

    def response(self) -> type[T_co]:
        """Return the type of the answer."""
        ...
