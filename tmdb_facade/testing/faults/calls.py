"""The calls that created faults, so that a fault can be listed as it was added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import isfunction
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from .rules import Fault


class FaultCall(NamedTuple):
    """The call that created a fault: the name of the method of `Faults`, and its arguments."""

    method: str
    positional: tuple[object, ...]
    named: Mapping[str, object]


NO_CALL = FaultCall("", (), {})


def remember_calls(kind: type) -> None:
    """Let the faults that the public methods of a class return remember their calls."""
    for name, method in list(vars(kind).items()):
        if isfunction(method) and not name.startswith("_") and method.__annotations__.get("return") == "Fault":
            setattr(kind, name, _remembering(method))


def _remembering(method: Callable[..., Fault]) -> Callable[..., Fault]:
    @wraps(method)
    def remembering(faults: object, *positional: object, **named: object) -> Fault:
        # An iterator can be read only once.
        kept = {
            name: list(cast("Iterator[object]", value)) if isinstance(value, Iterator) else value
            for name, value in named.items()
        }
        fault = method(faults, *positional, **kept)
        fault.rule.call = FaultCall(method.__name__, positional, kept)
        return fault

    return remembering
