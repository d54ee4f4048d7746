"""Patterns that match requests: an operation's id, a path template or a path pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from difflib import get_close_matches
from fnmatch import fnmatchcase, translate
from functools import cache, partial

from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime.operation import Operation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import METHODS, Route, Router, resolved, shape

#: The path prefix of images, which are not operations.
IMAGES = "/t/p/"
_IMAGE = f"{IMAGES}{{size}}/{{file_path}}"


class RequestPattern:
    """A parsed `on=`: an operation's id, or a path template or path pattern with an optional method.

    `movies_details` and `/3/movie/{movie_id}` match the operation. In other paths `*` matches any characters within a
    segment, and a final `**` matches everything below: `/3/movie/550`, `/3/movie/*/credits`, `DELETE /4/list/**`, and
    for images `/t/p/**` or `/t/p/w500/abc.jpg`.
    """

    def __init__(self, on: str | None) -> None:
        """Parse a pattern.

        Args:
            on: The pattern; None matches every request, including those of no operation.

        Raises:
            ValueError: The pattern is invalid or matches no operation.
        """
        self.on: str | None = on
        self.name: str = on or "every request"
        self._matches: Callable[[str, str], bool] = (lambda method, path: True) if on is None else _parse(on)

    def matches(self, method: str, path: str) -> bool:
        """Return whether the pattern matches a request's method and decoded path."""
        return self._matches(method, resolved(path))


def operation_of(method: str, path: str) -> Operation | None:
    """Return the operation of a request's method and decoded path; None if there is no documented one."""
    router, by_route = _directory()
    match = router.find(method, resolved(path))
    return by_route[match.route] if match else None


def _parse(on: str) -> Callable[[str, str], bool]:
    method, _, path = on.rpartition(" ")
    if (method and method not in METHODS) or not path:
        raise ValueError(f"invalid pattern {on!r}: write a path, or one of {', '.join(sorted(METHODS))} and a path")
    if not path.startswith("/"):
        if method:
            raise ValueError(f"invalid pattern {on!r}: write an operation's id without a method")
        if path not in {operation.id for operation in OPERATIONS}:
            raise ValueError(f"unknown operation {path!r}{_suggestion(path)}")
        return partial(_has_operation, {path})
    methods = (method,) if method else METHODS
    ids = {
        operation.id
        for operation in OPERATIONS
        if shape(operation.path) == shape(path) and operation.method in methods and "{" in path
    }
    if ids:
        return partial(_has_operation, ids)
    if path.startswith(IMAGES):
        path = re.sub(r"{[^/]*}", "*", path)
    templates = [operation.path for operation in OPERATIONS if operation.method in methods]
    if "GET" in methods:
        templates.append(_IMAGE)
    if not any(_can_match(path, template) for template in templates):
        raise ValueError(
            f"{on!r} matches no operation of TMDB: paths start with /3/ or /4/, or with {IMAGES} for images"
        )
    pattern = re.compile("/".join(_segment(part) for part in path.split("/")) + r"\Z")
    return partial(_has_path, methods, pattern)


def _has_operation(ids: Container[str], method: str, path: str) -> bool:
    operation = operation_of(method, path)
    return operation is not None and operation.id in ids


def _has_path(methods: Container[str], pattern: re.Pattern[str], method: str, path: str) -> bool:
    return method in methods and pattern.match(path) is not None


def _segment(part: str) -> str:
    if part == "**":
        return ".+"
    # `fnmatch` lets a `*` match slashes too; here it must stay within its segment.
    return translate(part).removesuffix(r"\Z").removesuffix(r"\z").replace(".*", "[^/]*")


def _can_match(path: str, operation_path: str) -> bool:
    """Return whether a path pattern can match a path of a template."""
    parts, template = path.split("/"), operation_path.split("/")
    if "**" in parts[:-1]:
        return False
    if parts[-1] == "**":
        parts.pop()
        if len(template) <= len(parts):
            return False
        template = template[: len(parts)]
    return len(parts) == len(template) and all(
        (segment.startswith("{") and part != "") or fnmatchcase(segment, part)
        for part, segment in zip(parts, template, strict=True)
    )


def _suggestion(name: str) -> str:
    close = get_close_matches(name.replace(".", "_"), [operation.id for operation in OPERATIONS], n=3)
    return f"; did you mean {' or '.join(close)}?" if close else ": see tmdb_bindings.operations for the ids"


@cache
def _directory() -> tuple[Router, dict[Route, Operation]]:
    by_route = {Route(operation.method, operation.path, _unserved): operation for operation in OPERATIONS}
    return Router(by_route), by_route


def _unserved(context: RequestContext) -> JSONObject:
    raise NotImplementedError
