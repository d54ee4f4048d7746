"""Which requests are meant: those of an operation, of a path's template, or of a pattern of paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from difflib import get_close_matches
from fnmatch import fnmatchcase, translate
from functools import cache

from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime.operation import Operation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import METHODS, Route, Router, resolved, shape

#: Where images are; those are no operations.
IMAGES = "/t/p/"
_IMAGE = f"{IMAGES}{{size}}/{{file_path}}"


class RequestPattern:
    """What `on=` says: an operation's name, a path's template, or a pattern of paths, with or without a method.

    `movies_details` and `/3/movie/{movie_id}` mean the operation. In other paths `*` stands for anything within a
    segment, and `**` at the end for all that is below: `/3/movie/550`, `/3/movie/*/credits`, `DELETE /4/list/**`,
    and for images `/t/p/**` or `/t/p/w500/abc.jpg`.
    """

    def __init__(self, on: str | None) -> None:
        """Read it.

        Args:
            on: What is meant; None for every request, also those that are not of an operation.

        Raises:
            ValueError: It names no operation, and no path of one.
        """
        self.name: str = on or "every request"
        self._fits: Callable[[str, str], bool] = _anything if on is None else _read(on)

    def fits(self, method: str, path: str) -> bool:
        """Tell whether a request is meant.

        Args:
            method: The HTTP method.
            path: The path, as it came, decoded.
        """
        return self._fits(method, resolved(path))


def operation_of(method: str, path: str) -> Operation | None:
    """Return the operation that a request leads to, or None when it leads to none that has a name.

    Args:
        method: The HTTP method.
        path: The path, as it came, decoded.
    """
    router, by_route = _directory()
    match = router.find(method, resolved(path))
    return by_route[match.route] if match else None


def _anything(method: str, path: str) -> bool:
    return True


def _read(on: str) -> Callable[[str, str], bool]:
    method, _, path = on.rpartition(" ")
    if (method and method not in METHODS) or not path:
        raise ValueError(f"{on!r} is no target: a method is one of {', '.join(sorted(METHODS))}, before a path")
    if not path.startswith("/"):
        if method:
            raise ValueError(f"{on!r} is no target: the name of an operation stands without a method")
        meant = {operation.id for operation in OPERATIONS if operation.id == path}
        if not meant:
            raise ValueError(f"there is no operation {path!r}{_suggestion(path)}")
        return _of_operations(meant)
    methods = (method,) if method else METHODS
    meant = {
        operation.id
        for operation in OPERATIONS
        if shape(operation.path) == shape(path) and operation.method in methods and "{" in path
    }
    if meant:
        return _of_operations(meant)
    if path.startswith(IMAGES):
        path = re.sub(r"{[^/]*}", "*", path)
    templates = [operation.path for operation in OPERATIONS if operation.method in methods]
    if "GET" in methods:
        templates.append(_IMAGE)
    if not any(_may_fit(path, template) for template in templates):
        raise ValueError(
            f"{on!r} leads to no operation of TMDB: paths begin with /3/ or /4/, those of images with {IMAGES}"
        )
    return _of_pattern(methods, path)


def _of_operations(meant: set[str]) -> Callable[[str, str], bool]:
    def fits(method: str, path: str) -> bool:
        operation = operation_of(method, path)
        return operation is not None and operation.id in meant

    return fits


def _of_pattern(methods: Container[str], path: str) -> Callable[[str, str], bool]:
    pattern = re.compile("/".join(_segment(part) for part in path.split("/")) + r"\Z")

    def fits(method: str, path: str) -> bool:
        return method in methods and pattern.match(path) is not None

    return fits


def _segment(part: str) -> str:
    if part == "**":
        return ".+"
    # Python's pattern for a `*` takes any character; here it must not leave its segment.
    return translate(part).removesuffix(r"\Z").removesuffix(r"\z").replace(".*", "[^/]*")


def _may_fit(path: str, of: str) -> bool:
    """Tell whether a pattern can stand for a path of a template."""
    parts, template = path.split("/"), of.split("/")
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
    return f"; did you mean {' or '.join(close)}?" if close else ": they are named as in tmdb_bindings.operations"


@cache
def _directory() -> tuple[Router, dict[Route, Operation]]:
    by_route = {Route(operation.method, operation.path, _unserved): operation for operation in OPERATIONS}
    return Router(by_route), by_route


def _unserved(context: RequestContext) -> JSONObject:
    raise NotImplementedError
