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

_argument_error: Callable[[str, str], Exception] = ParameterError
_drift_error: Callable[[Difference], Exception] = DriftError
_blocks: Mapping[str, str] = {}


def use_extensions(
    *,
    argument_error: Callable[[str, str], Exception],
    drift_error: Callable[[Difference], Exception],
    blocks: Mapping[str, str],
) -> None:
    """Set what `from_dict` and `from_json` raise and know beyond the bindings.

    Args:
        argument_error: The class of errors for arguments, which takes the argument's name and the problem.
        drift_error: The class of errors for values that contradict their type.
        blocks: `module:Class` of each block that the package adds to details, by key. The module is imported when the
            block is read.
    """
    global _argument_error, _drift_error, _blocks
    _argument_error, _drift_error, _blocks = argument_error, drift_error, blocks


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
