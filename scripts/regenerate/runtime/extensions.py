# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Additions of a package above the bindings to the models: its own error classes and blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from .drift import Difference, DriftError
from .parameters import ParameterError

if TYPE_CHECKING:
    from .model import Model


class MissingBlockError(AttributeError):
    """A block was read that the call did not request, or that TMDB's answer does not have."""


_missing_block: Callable[[str], AttributeError] = MissingBlockError
_argument_error: Callable[[str, str], Exception] = ParameterError
_drift_error: Callable[[Difference], Exception] = DriftError
_blocks: Mapping[str, str] = {}


def use_extensions(
    *,
    missing_block_error: Callable[[str], AttributeError] = MissingBlockError,
    argument_error: Callable[[str, str], Exception] = ParameterError,
    drift_error: Callable[[Difference], Exception] = DriftError,
    blocks: Mapping[str, str],
) -> None:
    """Set what the models raise and know beyond the bindings.

    Args:
        missing_block_error: The class of errors for blocks that are read but not there, which takes the message.
        argument_error: The class of errors for arguments, which takes the argument's name and the problem.
        drift_error: The class of errors for values that contradict their type.
        blocks: `module:Class` of each block that the package adds to details, by key. The module is imported when the
            block is read.
    """
    global _missing_block, _argument_error, _drift_error, _blocks
    _missing_block, _argument_error = missing_block_error, argument_error
    _drift_error, _blocks = drift_error, blocks


def missing_block(message: str) -> AttributeError:
    """Return the error for a missing block."""
    return _missing_block(message)


def argument_error(parameter: str, problem: str) -> Exception:
    """Return the error for an argument."""
    return _argument_error(parameter, problem)


def drift_error(difference: Difference) -> Exception:
    """Return the error for a value that contradicts its type."""
    return _drift_error(difference)


def added_blocks() -> Mapping[str, str]:
    """Return `module:Class` of each block that the package above the bindings adds to details, by key."""
    return _blocks


def added_model(name: str) -> type[Model]:
    """Return the model of an added block."""
    module, _, model = _blocks[name].partition(":")
    found: type[Model] = getattr(import_module(module), model)
    return found
