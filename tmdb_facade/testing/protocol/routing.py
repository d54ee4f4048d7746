"""Routes, and the router that finds the route of a path."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tmdb_facade.errors import TMDBCode

from .refusals import Refusal
from .request_context import JSONAnswer, RequestContext

Handler: TypeAlias = Callable[[RequestContext], JSONAnswer]

METHODS = ("GET", "POST", "PUT", "DELETE")
# TMDB caches most answers for six to eight hours.
HOURS_6 = 6 * 3600


class Route(NamedTuple):
    """An operation and its handler.

    Attributes:
        method: The HTTP method.
        path: The path template, such as `/3/movie/{movie_id}`.
        handler: Builds the answer.
        max_age: Seconds in the answer's `Cache-Control: max-age`.
        appends: Whether the operation supports `append_to_response`.
        fixed: Whether the answer without appended blocks depends only on the catalogue, the path and the query: not on
            users, the clock or the server's address. Such answers are encoded once.
        leniency: The name of the leniency without which it ignores `append_to_response`, if there is one.
    """

    method: str
    path: str
    handler: Handler
    max_age: int = HOURS_6
    appends: bool = False
    fixed: bool = False
    leniency: str | None = None


class RouteMatch(NamedTuple):
    """The route of a path, with the values of the path parameters."""

    route: Route
    path: Mapping[str, str]


class _Node:
    """A node of the routing tree: its children, and the route that ends here with its parameter names."""

    __slots__ = ("end", "fixed", "parameter")

    def __init__(self) -> None:
        self.fixed: dict[str, _Node] = {}
        self.parameter: _Node | None = None
        self.end: tuple[Route, tuple[str, ...]] | None = None


class Router:
    """Finds the route of a path segment by segment; fixed segments take precedence over parameters.

    With this many operations, trying one pattern after the other would cost more than building most answers.
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

    def find(self, method: str, path: str) -> RouteMatch | None:
        """Return the route of a path, or None if no operation has this path. HEAD has the routes of GET."""
        tree = self._trees.get("GET" if method == "HEAD" else method)
        values: list[str] = []
        end = _walk(tree, path.split("/"), 0, values) if tree else None
        return RouteMatch(end[0], dict(zip(end[1], values, strict=True))) if end else None

    def require(self, method: str, path: str) -> RouteMatch:
        """Return the route of a path.

        Raises:
            Refusal: No operation has this path (404, code 34), or only with another method (405, code 42).
        """
        match = self.find(method, path)
        if match is None:
            elsewhere = any(self.find(other, path) for other in self._trees)
            raise Refusal.of(TMDBCode.METHOD_NOT_SUPPORTED if elsewhere else TMDBCode.RESOURCE_NOT_FOUND)
        return match


def shape(template: str) -> tuple[str, ...]:
    """Return a template's segments without the parameter names, which TMDB's documents change at times."""
    return tuple("{}" if part.startswith("{") else part for part in template.split("/"))


def resolved(path: str) -> str:
    """Resolve a decoded path as TMDB's edge does: `movie/x%2F..%2F550`, `movie//550` and `movie/550/` are `movie/550`."""
    if "/." not in path and "//" not in path and not path.endswith("/"):
        return path
    return "/" + posixpath.normpath(path).lstrip("/")


def _walk(node: _Node, segments: list[str], at: int, values: list[str]) -> tuple[Route, tuple[str, ...]] | None:
    """Follow a path from segment `at`; append the parameter values, and remove those of dead ends."""
    if at == len(segments):
        return node.end
    segment = segments[at]
    if (fixed := node.fixed.get(segment)) is not None:
        end = _walk(fixed, segments, at + 1, values)
        if end is not None:
            return end
    # Parameters are never empty.
    if node.parameter is None or not segment:
        return None
    values.append(segment)
    end = _walk(node.parameter, segments, at + 1, values)
    if end is None:
        values.pop()
    return end
