"""The error for an answer that contradicts its type."""

from __future__ import annotations

from tmdb_bindings.runtime import Difference
from tmdb_facade._core.base_error import TMDBError


class DriftError(TMDBError):
    """An answer that contradicts its type, with `on_drift="raise"`, or that does not fit its type at all.

    `on_drift="warn"` keeps what fits; `with_raw_response()` returns the answer as TMDB sent it.

    Attributes:
        difference: The location, the expected type and the found type.
    """

    def __init__(self, difference: Difference, *, url: str | None = None) -> None:
        name = f"{difference.model}.{difference.field}" if difference.field else difference.model
        super().__init__(
            f"{name} at {difference.path}: expected {difference.expected}, found {difference.found}",
            operation=difference.operation,
            url=url,
        )
        self.difference = difference

    @property
    def model(self) -> str:
        """The model of the contradicted field, or the type of the whole answer."""
        return self.difference.model

    @property
    def path(self) -> str:
        """The location, as a JSON path."""
        return self.difference.path

    @property
    def expected(self) -> str:
        """The declared type."""
        return self.difference.expected

    @property
    def found(self) -> str:
        """The JSON type that was found, or `nothing`."""
        return self.difference.found
