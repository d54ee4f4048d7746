# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Base class of all models: conversion from and to JSON, equality, hash, `repr` and pickling."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, cast

import msgspec
from attrs import NOTHING, evolve

from .drift import OnDrift
from .extensions import argument_error
from .wire_names import attribute_name, wire_name

if TYPE_CHECKING:
    from types import FunctionType

    from attrs import Attribute
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema

    from .unions import Unions

# The results of `field_keys`, `json_keys` and `unknown_tag` for each model.
_keys: dict[type[Model], dict[str, str]] = {}
_json_keys: dict[type[Model], dict[str, str]] = {}
_unknown_tags: dict[type[Model], UnknownTag | None] = {}


class UnknownTag(NamedTuple):
    """Where the fallback member of a union has its tag: in an attribute, and in JSON under a key."""

    attribute: str
    key: str


class Model:
    """Base class of all models.

    Models are mutable objects with slots. Two models are equal if they have the same class and equal values. The hash is
    that of the class and the id; models without an id have none.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[tuple[Attribute[Any], ...]]
        __unions__: ClassVar[Unions]
    else:
        # The union of each field that contains one; such a field is undecoded JSON until `__attrs_post_init__` runs.
        # Not annotated here, because msgspec evaluates every annotation that it finds on a class.
        __unions__ = {}

    @classmethod
    def from_dict(cls, value: Mapping[str, object], *, on_drift: OnDrift = "warn") -> Self:
        """Create a model from a dictionary, as answers are decoded: the reverse of `to_dict`.

        Args:
            value: Values by TMDB's names; unknown keys are ignored. Dates and datetimes are ISO 8601 strings or objects.
            on_drift: The policy for values that contradict their type: `warn` issues a `DriftWarning`, `ignore` only makes
                them `None` or empty, `raise` raises a `DriftError`.

        Raises:
            InvalidArgumentError: The value is not a dictionary, or contains what JSON does not have.
            DriftError: A value contradicts its type, and `on_drift` is `raise`.
        """
        # Imported here, because the conversion imports the decoder, which imports this module.
        from .conversion import from_dict

        return from_dict(cls, value, on_drift=on_drift)

    @classmethod
    def from_json(cls, text: str | bytes | bytearray, *, on_drift: OnDrift = "warn") -> Self:
        """Create a model from JSON text, as answers are decoded: the reverse of `to_json`.

        Args:
            text: The text of a JSON object, such as an answer of TMDB; bytes are UTF-8. Unknown keys are ignored.
            on_drift: The policy for values that contradict their type: `warn` issues a `DriftWarning`, `ignore` only makes
                them `None` or empty, `raise` raises a `DriftError`.

        Raises:
            InvalidArgumentError: The text is not a JSON object.
            DriftError: A value contradicts its type, and `on_drift` is `raise`.
        """
        from .conversion import from_json

        return from_json(cls, text, on_drift=on_drift)

    def to_dict(self) -> dict[str, Any]:
        """Convert the model to JSON types.

        Returns:
            A new dictionary in the order of the fields, by TMDB's names. Dates and datetimes are ISO 8601 strings, and
            members of enums are their values.
        """
        return {key: _plain(getattr(self, name)) for name, key in json_keys(type(self)).items()}

    def to_json(self) -> str:
        """Return the result of `to_dict` as JSON text."""
        return msgspec.json.encode(self.to_dict()).decode()

    def __eq__(self, other: object) -> bool:
        """Return whether the other object has the same class and equal values."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in field_names(type(self)))

    def __hash__(self) -> int:
        """Return the hash of the class and the id.

        Raises:
            TypeError: The model has no id.
        """
        id_: object = getattr(self, "id", None)
        if id_ is None:
            raise TypeError(
                f"unhashable: this {type(self).__name__} has no id to hash it by; use one of its fields as the key"
            )
        return hash((type(self), id_))

    def __repr__(self) -> str:
        """Return the class name with the fields that matter most, and `...` if it leaves others out."""
        from .representation import model_parts

        return f"{type(self).__name__}({', '.join(map(str, model_parts(self)))})"

    def __rich_repr__(self) -> Iterator[object]:
        """Yield what `repr` shows, for `rich`."""
        from .representation import rich_parts

        return rich_parts(self)

    def replace(self, **changes: object) -> Self:
        """Return a copy with other values of some fields. Its appended blocks and other fields are the same objects.

        Args:
            **changes: The new values by attribute. They are not checked.

        Raises:
            InvalidArgumentError: The model has no such field.
        """
        return self._copy_with(changes)

    def __replace__(self, /, **changes: object) -> Self:
        """Return the result of `replace`, for `copy.replace` of Python 3.13 and newer."""
        return self._copy_with(changes)

    def _copy_with(self, changes: Mapping[str, object]) -> Self:
        names = field_keys(type(self))
        for name in changes:
            if name not in names:
                problem = f"is not a field of {type(self).__name__}: its fields are {', '.join(names)}"
                raise argument_error(name, problem)
        made = type(self).__new__(type(self))
        for name in names:
            setattr(made, name, changes[name] if name in changes else getattr(self, name))
        return made

    def __init_subclass__(cls) -> None:
        """Keep `__replace__`: since Python 3.13, attrs gives each class one that loses the blocks."""
        super().__init_subclass__()
        if vars(cls).get("__replace__") is evolve:
            del cls.__replace__

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes the model. pydantic is installed if it calls this."""
        from .pydantic_models import model_schema

        return model_schema(cls, source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON schema of the model, for pydantic and FastAPI."""
        from .pydantic_fields import model_json_schema

        return model_json_schema(cls, schema, handler)

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
    """Make the annotations of `__init__` evaluable: they can name models that were imported after the class.

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


def json_keys(model: type[Model]) -> Mapping[str, str]:
    """Return TMDB's name of each field that JSON has by its attribute, in order.

    The fallback member of a union has its tag in another attribute than the members with a constant tag.
    """
    keys = _json_keys.get(model)
    if keys is None:
        keys, tag = dict(field_keys(model)), unknown_tag(model)
        if tag is not None and keys[tag.attribute] != tag.key:
            keys = {name: tag.key if name == tag.attribute else key for name, key in keys.items() if key != tag.key}
        _json_keys[model] = keys
    return keys


def unknown_tag(model: type[Model]) -> UnknownTag | None:
    """Return the place of the tag if the model is the fallback member of a union."""
    if model not in _unknown_tags:
        # By the text of the annotations, because imports are postponed; no other field has these.
        marked = {str(type_): name for name, type_ in model.__annotations__.items()}
        kind = marked.get("OtherTag")
        keys = field_keys(model)
        tag = None if kind is None else UnknownTag(kind, keys[marked.get("NoTag", kind)])
        _unknown_tags[model] = tag
    return _unknown_tags[model]


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
