# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Drift: answers that contradict their type, and the policies for them."""

from __future__ import annotations

import sys
import warnings
from typing import Literal, NamedTuple, TypeAlias

from .parameters import ParameterError

# A warning points at the first frame outside of these packages.
_OURS = (__name__.partition(".")[0], "tmdb_facade")

OnDrift: TypeAlias = Literal["warn", "ignore", "raise"]


class Difference(NamedTuple):
    """One value that contradicts its type. Contains types only, never the value.

    Attributes:
        operation: The operation's id.
        model: The model of the field, or the type of the whole answer.
        field: The field, or an empty string for the whole answer.
        path: The JSON path of the value.
        expected: The declared type.
        found: The JSON type of the value, `nothing` if it is missing, or why it cannot be read.
    """

    operation: str
    model: str
    field: str
    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Return the message as one line."""
        name = f"{self.model}.{self.field}" if self.field else self.model
        return f"{self.operation}: {name} at {self.path}: expected {self.expected}, found {self.found}"


class FieldPlace(NamedTuple):
    """The field of a value and its JSON path."""

    model: str
    field: str
    path: str


class DriftWarning(UserWarning):
    """An answer contradicts its type. Fields that do not match are `None` or empty."""

    def __init__(self, difference: Difference) -> None:
        """Store the difference."""
        super().__init__(difference)
        self.difference = difference


class DriftError(ValueError):
    """An answer contradicts its type, and `on_drift` is `raise` or the whole answer has another type."""

    def __init__(self, difference: Difference) -> None:
        """Store the difference."""
        super().__init__(difference)
        self.difference = difference

    @property
    def operation(self) -> str:
        """The operation's id."""
        return self.difference.operation

    @property
    def model(self) -> str:
        """The model of the field."""
        return self.difference.model

    @property
    def path(self) -> str:
        """The JSON path of the value."""
        return self.difference.path

    @property
    def expected(self) -> str:
        """The declared type."""
        return self.difference.expected

    @property
    def found(self) -> str:
        """The JSON type of the value."""
        return self.difference.found


class NotJSONError(ValueError):
    """An answer that should be JSON is not."""

    def __init__(self, operation: str, reason: str) -> None:
        """Store why it is not."""
        super().__init__(operation, reason)
        self.operation = operation
        self.reason = reason

    def __str__(self) -> str:
        """Return the message as one line."""
        return f"the answer of {self.operation} is not JSON: {self.reason}"


class Drift:
    """A policy for values that contradict their type, and the differences found so far.

    Each combination of operation, model and field is reported once.
    """

    __slots__ = ("_reported", "policy")

    def __init__(self, policy: OnDrift = "warn") -> None:
        """Create a policy.

        Args:
            policy: `warn` issues a `DriftWarning`, `ignore` only collects, `raise` raises a `DriftError`.

        Raises:
            ParameterError: The policy is unknown.
        """
        if policy not in ("warn", "ignore", "raise"):
            raise ParameterError("on_drift", f"must be 'warn', 'ignore' or 'raise', got {policy!r}")
        self.policy: OnDrift = policy
        self._reported: dict[tuple[str, str, str], Difference] = {}

    @property
    def differences(self) -> list[Difference]:
        """The first difference of each operation, model and field."""
        return list(self._reported.values())

    def report(self, difference: Difference) -> None:
        """Report a difference according to the policy.

        Raises:
            DriftError: The policy is `raise`.
        """
        if self.policy == "raise":
            raise DriftError(difference)
        key = (difference.operation, difference.model, difference.field)
        if key in self._reported:
            return
        self._reported[key] = difference
        if self.policy == "warn":
            warn_caller(DriftWarning(difference))


class DeferredDrift(Drift):
    """A policy that keeps the differences found while decoding in another thread or task, for a later report."""

    __slots__ = ("_deferred", "_target")

    def __init__(self, target: Drift) -> None:
        """Create a policy.

        Args:
            target: The policy that gets the differences.
        """
        super().__init__(target.policy)
        self._target = target
        self._deferred: list[Difference] | None = []

    def report(self, difference: Difference) -> None:
        """Keep a difference; after `report_deferred`, report it at once.

        Raises:
            DriftError: The policy is `raise`.
        """
        if self._deferred is None or self.policy == "raise":
            self._target.report(difference)
        else:
            self._deferred.append(difference)

    def report_deferred(self) -> None:
        """Report the differences that were found so far."""
        differences, self._deferred = self._deferred, None
        for difference in differences or ():
            self._target.report(difference)


def child_path(path: str, key: str) -> str:
    """Return the JSON path of a key of an object."""
    if key.isidentifier():
        return f"{path}.{key}"
    quoted = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"{path}['{quoted}']"


def warn_caller(warning: Warning) -> None:
    """Issue a warning that points at the first frame outside of this project."""
    level = 2  # warnings.warn counts from here; the caller is the first candidate
    frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]  (skip_file_prefixes= needs Python 3.12)
    while frame.f_back is not None and str(frame.f_globals.get("__name__", "")).partition(".")[0] in _OURS:
        frame = frame.f_back
        level += 1
    warnings.warn(warning, stacklevel=level)
