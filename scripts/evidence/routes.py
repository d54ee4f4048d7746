"""Find the operation of a recorded request."""

from __future__ import annotations

from tmdb_bindings import operations
from tmdb_bindings.runtime import Operation

_ANY = "{}"


class Routes:
    """The operations of the bindings by method and path."""

    def __init__(self) -> None:
        self._operations: dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]] = {}
        for operation in vars(operations).values():
            if isinstance(operation, Operation):
                parts = _parts(operation.path)
                self._operations.setdefault((operation.method, len(parts)), []).append((parts, operation))

    def find(self, method: str, path: str) -> Operation | None:
        """Return the operation of a request.

        Args:
            method: HTTP method.
            path: A path (`/3/movie/550`) or a template with any parameter names (`/3/movie/{movie_id}`).

        Returns:
            The operation, or None. A fixed segment (`/3/movie/popular`) takes precedence over a parameter.
        """
        parts = _parts(path)
        candidates = [
            (tuple(part == _ANY for part in template), operation)
            for template, operation in self._operations.get((method.upper(), len(parts)), [])
            if all(expected in (_ANY, part) for expected, part in zip(template, parts, strict=True))
        ]
        return min(candidates)[1] if candidates else None


def _parts(path: str) -> tuple[str, ...]:
    return tuple(_ANY if part.startswith("{") else part for part in path.strip("/").split("/"))
