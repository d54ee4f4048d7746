"""Faults as JSON objects, for files, the command line and the admin API.

    {"fault": "status", "status": 503, "times": 1, "on": "movies_details"}

`fault` is the name of a method of `server.faults`; the other keys are its parameters. Their types are those of the
method's signature. `sequence` takes its statuses as a list: `{"fault": "sequence", "statuses": [503, 200]}`.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from inspect import Parameter
from types import GenericAlias, UnionType
from typing import NamedTuple, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from .api import Faults
from .rules import Fault


class _Method(NamedTuple):
    """A method of `Faults`.

    Attributes:
        parameters: The names of its parameters.
        listed: The parameter that takes any number of positional values, which a JSON object has as a list.
        struct: The type of its JSON objects, without `fault`.
    """

    parameters: tuple[str, ...]
    listed: str | None
    struct: type[msgspec.Struct]


def add_fault(faults: Faults, document: Mapping[str, object]) -> Fault:
    """Add the fault that a JSON object describes.

    Args:
        faults: The faults of a server: `server.faults`.
        document: The object: `fault`, and the parameters of the method of this name.

    Returns:
        The fault.

    Raises:
        ValueError: The fault is unknown, a parameter is unknown, missing or of the wrong type, or the method rejects it.
    """
    name = document.get("fault")
    methods = _methods()
    if not isinstance(name, str) or name not in methods:
        raise ValueError(_unknown(name))
    method = methods[name]
    sent = {key: value for key, value in document.items() if key != "fault"}
    try:
        typed = msgspec.convert(sent, method.struct)
        values = {key: value for key in method.parameters if (value := getattr(typed, key)) is not msgspec.UNSET}
        positional = cast("list[object]", values.pop(method.listed, [])) if method.listed else []
        return cast("Fault", getattr(faults, name)(*positional, **values))
    except ValueError as error:
        known = ", ".join(method.parameters)
        hint = f"; its parameters: {known}" if isinstance(error, msgspec.ValidationError) else ""
        raise ValueError(f"fault {name}: {error}{hint}") from error


def fault_document(fault: Fault) -> dict[str, object]:
    """Return the JSON object that describes a fault: `add_fault` adds the same fault again.

    JSON has no bytes, so a `body` of bytes is shown as UTF-8 text.
    """
    name, positional, named = fault.rule.call
    bound = inspect.signature(getattr(Faults, name)).bind(None, *positional, **named).arguments
    sent = {
        key: value.decode("utf-8", "replace") if isinstance(value, bytes) else value for key, value in bound.items()
    }
    del sent["self"]
    return {"fault": name, **msgspec.json.decode(msgspec.json.encode(sent, enc_hook=_encodable))}


def fault_parameters() -> dict[str, tuple[str, ...]]:
    """Return the names of all faults, each with the names of its parameters."""
    return {name: method.parameters for name, method in _methods().items()}


def _encodable(value: object) -> object:
    return (
        dict(cast("Mapping[str, object]", value))
        if isinstance(value, Mapping)
        else list(cast("Iterable[object]", value))
    )


def _unknown(name: object) -> str:
    names = list(_methods())
    if name is None:
        return f'a fault needs "fault", the name of a method of server.faults: {", ".join(names)}'
    close = get_close_matches(str(name), names, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(names)}"
    return f"unknown fault {name!r}; {hint}"


@cache
def _methods() -> dict[str, _Method]:
    members = inspect.getmembers(Faults, inspect.isfunction)
    hints = {name: get_type_hints(member) for name, member in members if not name.startswith("_")}
    return {name: _method(name, hint) for name, hint in hints.items() if hint.get("return") is Fault}


def _method(name: str, hints: Mapping[str, object]) -> _Method:
    parameters = list(inspect.signature(getattr(Faults, name)).parameters.values())[1:]
    struct = msgspec.defstruct(
        f"{name}_fault",
        [_field(parameter, hints[parameter.name]) for parameter in parameters],
        forbid_unknown_fields=True,
        kw_only=True,
    )
    listed = [parameter.name for parameter in parameters if parameter.kind is Parameter.VAR_POSITIONAL]
    return _Method(tuple(parameter.name for parameter in parameters), listed[0] if listed else None, struct)


def _field(parameter: Parameter, hint: object) -> tuple[str, type] | tuple[str, type, object]:
    """Return the field of a parameter. Without a value it is unset, so that the method's default applies."""
    plain = _json_type(hint)
    if parameter.kind is Parameter.VAR_POSITIONAL:
        return parameter.name, list[plain]  # type: ignore[valid-type]
    if parameter.default is Parameter.empty:
        return parameter.name, plain
    return parameter.name, cast("type", plain | msgspec.UnsetType), msgspec.UNSET


def _json_type(hint: object) -> type:
    """Return the type of a parameter's JSON values: texts have no bytes, and iterables are lists."""
    kind, arguments = get_origin(hint), get_args(hint)
    if kind in (Union, UnionType):
        types = [_json_type(one) for one in arguments if one is not bytes]
        return cast("type", Union[tuple(types)])  # noqa: UP007  # the number of types varies
    return cast("type", GenericAlias(list, arguments) if kind is Iterable else hint)
