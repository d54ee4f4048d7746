"""Which handler answers a path: every operation of the bindings is known, and the served ones have a handler."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tmdb_facade.errors import TMDBCode

from .call import Call, JSONAnswer
from .errors import Refusal

Handler: TypeAlias = Callable[[Call], JSONAnswer]

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


class Router:
    """Finds the route of a path by its number of segments; a fixed segment goes before a parameter.

    With 173 operations, trying one pattern after the other would cost more than making most answers.
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self._by_length: dict[tuple[str, int], list[tuple[tuple[str, ...], Route]]] = {}
        for route in routes:
            segments = tuple(route.path.split("/"))
            self._by_length.setdefault((route.method, len(segments)), []).append((segments, route))
        for same_length in self._by_length.values():
            same_length.sort(key=lambda entry: [segment.startswith("{") for segment in entry[0]])

    def find(self, method: str, path: str) -> Match | None:
        """Return the route of a path, or None when no operation is there."""
        asked = path.split("/")
        for segments, route in self._by_length.get((method, len(asked)), ()):
            values = _values(segments, asked)
            if values is not None:
                return Match(route, values)
        return None

    def require(self, method: str, path: str) -> Match:
        """Return the route of a path.

        Raises:
            Refusal: No operation is there (404, code 34), or only with another method (405, code 42).
        """
        match = self.find(method, path)
        if match is None:
            others = {known for known, _ in self._by_length} - {method}
            elsewhere = any(self.find(other, path) for other in others)
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


def _values(segments: tuple[str, ...], asked: list[str]) -> dict[str, str] | None:
    values: dict[str, str] = {}
    for segment, found in zip(segments, asked, strict=True):
        if segment.startswith("{"):
            if not found:
                return None
            values[segment[1:-1]] = found
        elif segment != found:
            return None
    return values
