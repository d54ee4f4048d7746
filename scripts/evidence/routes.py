"""Find the operation of a recorded request."""

from __future__ import annotations

import re
from functools import cache

from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Operation

# A fixed segment (`/3/movie/popular`) takes precedence over a parameter.
_PATTERNS = [
    (operation.method, re.compile(re.sub(r"\{\w+\}", "[^/]+", operation.path)), operation)
    for operation in sorted(OPERATIONS, key=lambda one: one.path.count("{"))
]


@cache
def find_operation(method: str, path: str) -> Operation | None:
    """Return the operation of a request, or None.

    Args:
        method: HTTP method.
        path: A path (`/3/movie/550`) or a template with any parameter names (`/3/movie/{movie_id}`).
    """
    found = (
        one for known, pattern, one in _PATTERNS if known == method.upper() and pattern.fullmatch(path.rstrip("/"))
    )
    return next(found, None)
