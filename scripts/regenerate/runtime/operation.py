# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""What is known of an operation, what a request of it holds, and what a module of an operation offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)


class Operation(NamedTuple):
    """The record of one operation: every policy (auth, cache, retries, redaction) decides by it.

    Attributes:
        id: The unique name, as in `movies_details`.
        tag: The group, as in `movies`.
        name: The name within the group, as in `details`.
        method: The HTTP method in capitals.
        path: The path template, as in `/3/movie/{movie_id}`.
        query: The names of the query parameters, as they are sent.
        auth: The credentials that it needs (`application`, `session`, `guest_or_session`, `user_token`, ...).
        user_scoped: Whether the answer belongs to one user.
        repeatable: Whether sending it twice does what sending it once does.
        cacheable: Whether a shared cache may keep the answer.
        paging: How it pages: `none`, `pages`, `changes` or `single`.
        page_size: Entries on a full page; 0 when it does not page.
        appendable: The blocks that `append_to_response` takes, under their wire names.
        reference: The page of TMDB's documentation.
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
    """One request of an operation, ready to be sent by any HTTP library.

    Attributes:
        operation: The operation's record.
        path: The path with its values filled in and quoted, as in `/3/movie/550`.
        query: The query parameters, as text; those that were not given are left out.
        body: What is sent as JSON, or `None`.
    """

    __slots__ = ("body", "operation", "path", "query")

    def __init__(
        self,
        operation: Operation,
        path: str,
        query: dict[str, str],
        body: Mapping[str, object] | None = None,
    ) -> None:
        """Keep the parts of the request."""
        self.operation: Operation = operation
        self.path: str = path
        self.query: dict[str, str] = query
        self.body: Mapping[str, object] | None = body

    def __eq__(self, other: object) -> bool:
        """Tell whether the other request would send the same."""
        if not isinstance(other, Request):
            return NotImplemented
        return (self.operation.id, self.path, self.query, self.body) == (
            other.operation.id,
            other.path,
            other.query,
            other.body,
        )

    def __repr__(self) -> str:
        """Name the operation and the parameters, never a value: a session id is one, in the path or the query."""
        parts = [f"{self.operation.method} {self.operation.path}"]
        if self.query:
            parts.append("query: " + ", ".join(self.query))
        if self.body is not None:
            parts.append("body: " + ", ".join(self.body))
        return f"<Request {self.operation.id} {'; '.join(parts)}>"


class Endpoint(Protocol[P, T_co]):
    """What each module below `tmdb_bindings.api` offers; the module itself is passed where one is wanted."""

    @property
    def operation(self) -> Operation:
        """The operation's record."""
        ...

    def request(self, *args: P.args, **kwargs: P.kwargs) -> Request:
        """Build a request; it takes the operation's own parameters."""
        ...

    def response(self) -> type[T_co]:
        """Import the type of the answer."""
        ...
