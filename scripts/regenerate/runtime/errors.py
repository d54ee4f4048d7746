# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Errors of the models, whose classes a package above the bindings replaces by its own, with its base class of all errors."""

from __future__ import annotations

from collections.abc import Callable

# Type checkers treat any constant of this name as true; importing it would import `typing`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .parameters import ParameterError


class MissingBlockError(AttributeError):
    """A block was read that the call did not request, or that TMDB's answer does not have."""


# The classes to raise.
_missing_block: type[MissingBlockError] = MissingBlockError


def use_missing_block_error(kind: type[MissingBlockError]) -> None:
    """Set the class of the errors for missing blocks."""
    global _missing_block
    _missing_block = kind


def missing_block(message: str) -> MissingBlockError:
    """Return the error for a missing block."""
    return _missing_block(message)


# The class for wrong arguments of the models' methods, if it is not that for wrong parameters of requests.
_wrong_argument: Callable[[str, str], ValueError] | None = None


def use_argument_error(kind: Callable[[str, str], ValueError]) -> None:
    """Set the class of the errors for wrong arguments, which is called with the parameter and the problem."""
    global _wrong_argument
    _wrong_argument = kind


def argument_error(error: ParameterError) -> ValueError:
    """Return the error to raise for a wrong argument."""
    return error if _wrong_argument is None else _wrong_argument(error.parameter, error.problem)
