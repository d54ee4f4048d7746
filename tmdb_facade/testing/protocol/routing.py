"""Which handler answers a path."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tmdb_facade.errors import TMDBCode

from .refusals import Refusal
from .request_context import JSONAnswer, RequestContext

Handler: TypeAlias = Callable[[RequestContext], JSONAnswer]

METHODS = ("GET", "POST", "PUT", "DELETE")
# Most answers come out of a cache of six to eight hours.
HOURS_6 = 6 * 3600


class Route(NamedTuple):
    """How one operation is answered.

    Attributes:
        method: The HTTP method.
        path: The path's template, as in `/3/movie/{movie_id}`.
        handler: What makes the answer.
        max_age: For how many seconds the answer says that it may be kept.
        appends: Whether it takes `append_to_response`.
    """

    method: str
    path: str
    handler: Handler
    max_age: int = HOURS_6
    appends: bool = False


class Match(NamedTuple):
    """A route that a path leads to, and the values of the path's parameters."""

    route: Route
    path: Mapping[str, str]


class _Node:
    """Where a path has come to: what may follow, and the route that ends here with the names of its parameters."""

    __slots__ = ("end", "fixed", "parameter")

    def __init__(self) -> None:
        self.fixed: dict[str, _Node] = {}
        self.parameter: _Node | None = None
        self.end: tuple[Route, tuple[str, ...]] | None = None


class Router:
    """Finds the route of a path segment by segment; a fixed segment goes before a parameter.

    With 173 operations, trying one pattern after the other would cost more than making most answers.
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self._trees: dict[str, _Node] = {}
        for route in routes:
            node = self._trees.setdefault(route.method, _Node())
            segments = route.path.split("/")
            for segment in segments:
                if segment.startswith("{"):
                    node.parameter = node.parameter or _Node()
                    node = node.parameter
                else:
                    node = node.fixed.setdefault(segment, _Node())
            names = tuple(segment[1:-1] for segment in segments if segment.startswith("{"))
            node.end = node.end or (route, names)

    def find(self, method: str, path: str) -> Match | None:
        """Return the route of a path, or None when no operation is there."""
        tree = self._trees.get(method)
        values: list[str] = []
        end = _walk(tree, path.split("/"), 0, values) if tree else None
        return Match(end[0], dict(zip(end[1], values, strict=True))) if end else None

    def require(self, method: str, path: str) -> Match:
        """Return the route of a path.

        Raises:
            Refusal: No operation is there (404, code 34), or only with another method (405, code 42).
        """
        match = self.find(method, path)
        if match is None:
            elsewhere = any(self.find(other, path) for other in self._trees)
            raise Refusal.of(TMDBCode.METHOD_NOT_SUPPORTED if elsewhere else TMDBCode.RESOURCE_NOT_FOUND)
        return match


def shape(template: str) -> tuple[str, ...]:
    """Give a template without its parameters' names, which documents change now and then."""
    return tuple("{}" if part.startswith("{") else part for part in template.split("/"))


def resolved(path: str) -> str:
    """Resolve `..` in a path that is decoded already, as TMDB's edge does: `movie/x%2F..%2F550` is `movie/550`."""
    if "/." not in path and "//" not in path:
        return path
    return "/" + posixpath.normpath(path).lstrip("/")


def _walk(node: _Node, asked: list[str], at: int, values: list[str]) -> tuple[Route, tuple[str, ...]] | None:
    """Follow a path, and collect the values of its parameters; a way that leads nowhere leaves none."""
    if at == len(asked):
        return node.end
    segment = asked[at]
    if (fixed := node.fixed.get(segment)) is not None:
        end = _walk(fixed, asked, at + 1, values)
        if end is not None:
            return end
    # A parameter is never empty.
    if node.parameter is None or not segment:
        return None
    values.append(segment)
    end = _walk(node.parameter, asked, at + 1, values)
    if end is None:
        values.pop()
    return end
