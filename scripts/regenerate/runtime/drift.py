# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""What happens when an answer contradicts its type."""

from __future__ import annotations

import sys
import warnings
from typing import Literal, NamedTuple, TypeAlias

from .parameters import ParameterError

# Frames of these packages are skipped when a warning is placed.
_OURS = (__name__.partition(".")[0], "tmdb_facade")

OnDrift: TypeAlias = Literal["warn", "ignore", "raise"]


class Difference(NamedTuple):
    """One place where an answer contradicts its type. Values are never kept, only the kinds of them.

    Attributes:
        operation: The operation's id.
        model: The model whose field is contradicted, or the type of the whole answer.
        field: The field, or an empty string for the whole answer.
        path: Where it is, as a JSON path.
        expected: The declared type.
        found: What is there: a JSON type, or `nothing` when it is absent.
    """

    operation: str
    model: str
    field: str
    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Say it in one line."""
        name = f"{self.model}.{self.field}" if self.field else self.model
        return f"{self.operation}: {name} at {self.path}: expected {self.expected}, found {self.found}"


class FieldPlace(NamedTuple):
    """Where a value stands: the field that it belongs to, and its JSON path."""

    model: str
    field: str
    path: str


class DriftWarning(UserWarning):
    """An answer contradicts its type; what fits was kept, the rest is `None` or empty."""

    def __init__(self, difference: Difference) -> None:
        """Keep the difference."""
        super().__init__(difference)
        self.difference = difference


class DriftError(ValueError):
    """An answer contradicts its type, and either `on_drift="raise"` was asked for or nothing of it fits."""

    def __init__(self, difference: Difference) -> None:
        """Keep the difference."""
        super().__init__(difference)
        self.difference = difference

    @property
    def operation(self) -> str:
        """The operation's id."""
        return self.difference.operation

    @property
    def model(self) -> str:
        """The model whose field is contradicted."""
        return self.difference.model

    @property
    def path(self) -> str:
        """Where it is, as a JSON path."""
        return self.difference.path

    @property
    def expected(self) -> str:
        """The declared type."""
        return self.difference.expected

    @property
    def found(self) -> str:
        """What is there."""
        return self.difference.found


class NotJSONError(ValueError):
    """An answer that should be JSON is not."""


class Drift:
    """One policy towards contradicted types, and what it has met so far.

    A difference is told once for each operation, model and field, however many answers show it.
    """

    __slots__ = ("_met", "policy")

    def __init__(self, policy: OnDrift = "warn") -> None:
        """Choose what happens.

        Args:
            policy: `warn` warns with `DriftWarning`, `ignore` only collects, `raise` raises `DriftError`.

        Raises:
            ParameterError: There is no such policy.
        """
        if policy not in ("warn", "ignore", "raise"):
            raise ParameterError("on_drift", f"must be 'warn', 'ignore' or 'raise', got {policy!r}")
        self.policy: OnDrift = policy
        self._met: dict[tuple[str, str, str], Difference] = {}

    @property
    def differences(self) -> list[Difference]:
        """What has been met: the first of each operation, model and field."""
        return list(self._met.values())

    def report(self, difference: Difference) -> None:
        """Tell a difference as the policy says.

        Raises:
            DriftError: The policy is `raise`.
        """
        if self.policy == "raise":
            raise DriftError(difference)
        key = (difference.operation, difference.model, difference.field)
        if key in self._met:
            return
        self._met[key] = difference
        if self.policy == "warn":
            warnings.warn(DriftWarning(difference), stacklevel=_level_of_caller())


def child_path(path: str, key: str) -> str:
    """Write the JSON path of a key of an object."""
    if key.isidentifier():
        return f"{path}.{key}"
    quoted = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"{path}['{quoted}']"


def _level_of_caller() -> int:
    """Find the `stacklevel` at which our own packages end, so that a warning points at the user's line."""
    level = 2  # warnings.warn counts from `report`; its caller is the first candidate
    frame = sys._getframe(2)  # pyright: ignore[reportPrivateUsage]  (skip_file_prefixes= needs Python 3.12)
    while frame.f_back is not None and str(frame.f_globals.get("__name__", "")).partition(".")[0] in _OURS:
        frame = frame.f_back
        level += 1
    return level
