# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Base class of all models: equality, `repr`, `to_dict`, `to_json` and pickling."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, cast

import msgspec
from attrs import NOTHING

from .wire_names import attribute_name, wire_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FunctionType

    from attrs import Attribute

    from .unions import Unions

_SHORT = 40
_MOST_FIELDS = 5
# The fields that `repr` shows first.
_IDENTITY = ("id", "credit_id", "kind", "title", "name", "status_code", "status_message")
# Credentials. Their values must not appear in a repr, log or traceback.
_SECRETS = frozenset({"access_token", "guest_session_id", "password", "request_token", "session_id"})

# The result of `field_keys` for each model.
_keys: dict[type[Model], dict[str, str]] = {}


class Model:
    """Base class of all models.

    Models are mutable objects with slots. Two models are equal if they have the same class and equal values.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[tuple[Attribute[Any], ...]]
        __unions__: ClassVar[Unions]
    else:
        # The union of each field that contains one; such a field is undecoded JSON until `__attrs_post_init__` runs.
        # Not annotated here, because msgspec evaluates every annotation that it finds on a class.
        __unions__ = {}

    def to_dict(self) -> dict[str, Any]:
        """Convert the model to JSON types.

        Returns:
            A new dictionary in the order of the fields, by TMDB's names. Dates and datetimes are ISO 8601 strings, and
            members of enums are their values.
        """
        return {key: _plain(getattr(self, name)) for name, key in field_keys(type(self)).items()}

    def to_json(self) -> str:
        """Return the result of `to_dict` as JSON text."""
        return msgspec.json.encode(self.to_dict()).decode()

    def __eq__(self, other: object) -> bool:
        """Return whether the other object has the same class and equal values."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in field_names(type(self)))

    def __repr__(self) -> str:
        """Return the class name with at most five fields, those that identify the object first."""
        # The class implies the tag of a union's member, which is a constant.
        names = [attribute_name(one) for one in type(self).__attrs_attrs__ if not isinstance(one.default, str)]
        first = [name for name in _IDENTITY if name in names]
        parts: list[str] = []
        for name in [*first, *(name for name in names if name not in first)]:
            text = "***" if name in _SECRETS else _short(getattr(self, name))
            if text:
                parts.append(f"{name}={text}")
            if len(parts) == _MOST_FIELDS:
                break
        return f"{type(self).__name__}({', '.join(parts)})"

    def __getstate__(self) -> dict[str, Any]:
        """Return the values by field name, for pickle and copy."""
        return {name: getattr(self, name) for name in field_names(type(self))}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore pickled fields; fields added since the pickle get their empty value."""
        for attribute in type(self).__attrs_attrs__:
            empty = getattr(attribute.default, "factory", None)
            missing = empty() if empty is not None else None if attribute.default is NOTHING else attribute.default
            name = attribute_name(attribute)
            setattr(self, name, state.get(name, missing))


def use_names(model: type[Model], names: Mapping[str, object]) -> None:
    """Let the annotations of `__init__` be evaluated, which can name models that were imported after the class.

    Args:
        model: The class, whose `__init__` attrs made with the names of its module at that time.
        names: The names of its module now.
    """
    init = cast("FunctionType", model.__dict__["__init__"])
    init.__globals__.update(names)


def field_names(model: type[Model]) -> tuple[str, ...]:
    """Return the attributes of a model's fields, in order."""
    return tuple(field_keys(model))


def field_keys(model: type[Model]) -> Mapping[str, str]:
    """Return TMDB's name of each field by its attribute, in order."""
    keys = _keys.get(model)
    if keys is None:
        keys = _keys[model] = {attribute_name(field): wire_name(field) for field in model.__attrs_attrs__}
    return keys


def required_names(model: type[Model]) -> tuple[str, ...]:
    """Return the attributes of the fields that are always there, in order."""
    return tuple([attribute_name(field) for field in model.__attrs_attrs__ if field.default is NOTHING])


def _plain(value: Any) -> Any:
    """Convert a field's value to JSON types."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [_plain(entry) for entry in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in cast("dict[str, object]", value).items()}
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _short(value: Any) -> str:
    """Return a short text for a value, or "" if it is empty."""
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, (list, dict)):
        count = len(cast("list[object]", value))
        return f"<{count} {'entry' if count == 1 else 'entries'}>"
    if isinstance(value, Model):
        return f"<{type(value).__name__}>"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str) and len(value) > _SHORT:
        return repr(value[: _SHORT - 3] + "...")
    return repr(value)
