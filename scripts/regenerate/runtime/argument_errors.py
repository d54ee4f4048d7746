# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The class of errors for wrong arguments of the models' methods."""

from __future__ import annotations

# Type checkers treat any constant of this name as true; importing it would import `typing`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .parameters import ParameterError

# A package above the bindings has a class of its own for all arguments.
_kind: Callable[[str, str], ValueError] | None = None


def use_argument_error(kind: Callable[[str, str], ValueError]) -> None:
    """Set the class of the errors, which is called with the parameter and the problem."""
    global _kind
    _kind = kind


def argument_error(error: ParameterError) -> ValueError:
    """Return the error to raise for a wrong argument."""
    return error if _kind is None else _kind(error.parameter, error.problem)
