"""Faults as JSON objects, for files, the command line and the admin API.

    {"fault": "status", "status": 503, "times": 1, "on": "movies_details"}

`fault` is the name of a method of `server.faults`; the other keys are its parameters. Their types are those of the
method's signature. `sequence` takes its statuses as a list: `{"fault": "sequence", "statuses": [503, 200]}`.

A timeline has phases, each with a list of faults, and `"where"` has the parameters of `server.faults.where`:

    {"timeline": [{"requests": 5}, {"seconds": 10, "faults": [{"fault": "status", "status": 503}]}]}
    {"fault": "latency", "seconds": 2, "where": {"user_agent": "worker/*", "probability": 0.2, "seed": 7}}

A recorded outage (`outage_document`) and a HAR file are faults too.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from inspect import Parameter
from types import GenericAlias, UnionType
from typing import NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from .api import Faults
from .conditions import Conditions
from .outages import is_outage, outage_of
from .outcome import Phase, Rule
from .rules import Fault

T = TypeVar("T")


class _PhaseDocument(msgspec.Struct, forbid_unknown_fields=True):
    requests: int | None = None
    seconds: float | None = None
    faults: list[dict[str, object]] = []


class _TimelineDocument(msgspec.Struct, forbid_unknown_fields=True):
    timeline: list[_PhaseDocument]
    on: str | None = None


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
        document: The object: `fault`, and the parameters of the method of this name; or `timeline`, or a recorded outage.
            `where` has conditions, and `on` the requests to hit.

    Returns:
        The fault.

    Raises:
        ValueError: The fault is unknown, a parameter is unknown, missing or of the wrong type, or the method rejects it.
    """
    sent = dict(document)
    if (where := sent.pop("where", None)) is not None:
        faults = faults.where(**_converted("where", where, Conditions).given())
    if "timeline" in sent:
        return _add_timeline(faults, _converted("timeline", sent, _TimelineDocument))
    if is_outage(sent):
        on = sent.pop("on", None)
        try:
            return faults.replay(outage_of(sent), on=_converted("on", on, str) if on is not None else None)
        except ValueError as error:
            raise ValueError(f"outage: {error}") from error
    return _add_simple(faults, sent)


def _add_simple(faults: Faults, sent: dict[str, object]) -> Fault:
    name = sent.pop("fault", None)
    methods = _methods()
    if not isinstance(name, str) or name not in methods:
        raise ValueError(_unknown(name))
    method = methods[name]
    try:
        typed = msgspec.convert(sent, method.struct)
        values = {key: value for key in method.parameters if (value := getattr(typed, key)) is not msgspec.UNSET}
        positional = cast("list[object]", values.pop(method.listed, [])) if method.listed else []
        return cast("Fault", getattr(faults, name)(*positional, **values))
    except ValueError as error:
        known = ", ".join(method.parameters)
        hint = f"; its parameters: {known}" if isinstance(error, msgspec.ValidationError) else ""
        raise ValueError(f"fault {name}: {error}{hint}") from error


def _add_timeline(faults: Faults, document: _TimelineDocument) -> Fault:
    timeline = faults.timeline(on=document.on)
    for number, phase in enumerate(document.timeline, 1):
        try:
            in_phase = timeline.phase(requests=phase.requests, seconds=phase.seconds)
            for fault in phase.faults:
                add_fault(in_phase, fault)
        except ValueError as error:
            timeline.remove()
            raise ValueError(f"timeline, phase {number}: {error}") from error
    return timeline


def _converted(name: str, value: object, kind: type[T]) -> T:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise ValueError(f"{name}: {error}") from error


def fault_document(fault: Fault) -> dict[str, object]:
    """Return the JSON object that describes a fault: `add_fault` adds the same fault again.

    JSON has no bytes, so a `body` of bytes is shown as UTF-8 text.
    """
    return _rule_document(fault.rule)


def _rule_document(rule: Rule) -> dict[str, object]:
    conditions = rule.conditions.given()
    return _call_document(rule) | ({"where": conditions} if conditions else {})


def _call_document(rule: Rule) -> dict[str, object]:
    if rule.phases is not None:
        on = {} if rule.pattern.on is None else {"on": rule.pattern.on}
        return {"timeline": [_phase_document(phase) for phase in rule.phases], **on}
    name, positional, named = rule.call
    bound = inspect.signature(getattr(Faults, name)).bind(None, *positional, **named).arguments
    sent = {
        key: value.decode("utf-8", "replace") if isinstance(value, bytes) else value for key, value in bound.items()
    }
    del sent["self"]
    return {"fault": name, **msgspec.json.decode(msgspec.json.encode(sent, enc_hook=_encodable))}


def _phase_document(phase: Phase) -> dict[str, object]:
    inner = [_rule_document(rule) for rule in phase.rules.rules]
    document: dict[str, object] = {"requests": phase.requests, "seconds": phase.seconds, "faults": inner or None}
    return {name: value for name, value in document.items() if value is not None}


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
