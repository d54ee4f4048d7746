# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The fields and blocks of models in pydantic's schemas, and so in JSON schemas and in OpenAPI documents."""

from __future__ import annotations

import ast
import inspect
import sys
import types
import typing
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import attrs
import msgspec
from pydantic_core import core_schema

from .details import Details
from .extensions import added_blocks, added_model
from .model import Model, json_keys
from .partial_date import PartialDate
from .values import Date, NoTag, OnlyFalse, OtherTag, Timestamp
from .wire_names import attribute_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema

    from .details import AppendedBlock
    from .unions import TaggedUnion

_SIMPLE: Final[Mapping[Any, Callable[[], CoreSchema]]] = {
    Any: core_schema.any_schema,
    bool: core_schema.bool_schema,
    int: core_schema.int_schema,
    float: core_schema.float_schema,
    str: core_schema.str_schema,
    Timestamp: core_schema.datetime_schema,
    type(None): core_schema.none_schema,
    OnlyFalse: lambda: core_schema.literal_schema([False]),
    # JSON has the tag of the fallback member of a union under the key of the tag.
    NoTag: lambda: core_schema.nullable_schema(core_schema.str_schema()),
    OtherTag: lambda: core_schema.nullable_schema(core_schema.str_schema()),
}


def has_fields(model: type[Model]) -> bool:
    """Return whether a class is a model, not only the base class of some."""
    return hasattr(model, "__attrs_attrs__")


def describe_model(model: type[Model], required: Iterable[str], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return a schema of what `to_dict` writes, which only documents: nothing is validated with it.

    Args:
        model: The model.
        required: TMDB's names of the blocks that must be there.
        handler: pydantic's handler, which generates the schemas of models and enums.
    """
    hints, keys = typing.get_type_hints(model, include_extras=True), json_keys(model)
    fields: dict[str, core_schema.TypedDictField] = {}
    for field in model.__attrs_attrs__:
        name = attribute_name(field)
        if name not in keys:
            continue
        schema = _describe(hints[name], model.__unions__.get(name), handler)
        if hints[name] is msgspec.Raw and field.default is None:
            # msgspec does not support `Raw | None`, so the annotation lacks the `None`.
            schema = core_schema.nullable_schema(schema)
        fields[keys[name]] = core_schema.typed_dict_field(schema, required=field.default is attrs.NOTHING)
    for key, block in _blocks(model).items():
        fields[key] = core_schema.typed_dict_field(handler.generate_schema(block), required=key in required)
    return core_schema.typed_dict_schema(fields)


def model_json_schema(model: type[Model], schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """Return the JSON schema of a model: what `to_dict` writes, with the descriptions of fields and blocks."""
    made = handler(typing.cast("Any", schema)["json_schema_input_schema"])
    if not has_fields(model):
        return {"title": model.__name__, **made}
    properties, needed = made["properties"], made.get("required", [])
    for key, description in _descriptions(model).items():
        if key in properties:
            properties[key]["description"] = description
    if handler.mode == "serialization":
        # Every field is written, but only the blocks that are there.
        needed = [key for key in properties if key in needed or key in json_keys(model).values()]
    numbered = {key: properties.pop(key) for key in list(properties) if "{" in key}
    about = {"title": model.__name__, "description": inspect.cleandoc(model.__doc__ or "")}
    made = {**about, "type": "object", "properties": properties}
    if numbered:
        made["patternProperties"] = {f"^{key.partition('{')[0]}[0-9]+$": value for key, value in numbered.items()}
    return {**made, "required": needed} if needed else made


def _describe(type_: Any, union: TaggedUnion[Any] | None, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of an annotation. `union` is the union that `msgspec.Raw` in it stands for."""
    if type_ is msgspec.Raw and union is not None:
        members = dict.fromkeys([*map(union.member, union.tags), union.member(None)])
        return core_schema.union_schema([handler.generate_schema(member) for member in members])
    if type_ in _SIMPLE:
        return _SIMPLE[type_]()
    if type_ is Date:
        return core_schema.union_schema([core_schema.date_schema(), handler.generate_schema(PartialDate)])
    origin, arguments = typing.get_origin(type_) or type_, typing.get_args(type_)
    if origin is list:
        return core_schema.list_schema(_describe(arguments[0], union, handler))
    if origin is dict:
        return core_schema.dict_schema(core_schema.str_schema(), _describe(arguments[1], union, handler))
    if origin is typing.Literal:
        return core_schema.literal_schema(list(arguments))
    if origin in (typing.Union, types.UnionType):
        options = [one for one in arguments if one is not type(None)]
        schemas = [_describe(one, union, handler) for one in options]
        schema = schemas[0] if len(schemas) == 1 else core_schema.union_schema([*schemas])
        # A list or map that TMDB may send as null is empty in a model.
        is_never_null = len(options) == 1 and typing.get_origin(options[0]) in (list, dict)
        return schema if is_never_null or len(options) == len(arguments) else core_schema.nullable_schema(schema)
    return handler.generate_schema(origin)  # a model or an enum


def _blocks(model: type[Model]) -> dict[str, type[Model]]:
    """Return the models of the blocks of a details class by TMDB's name; that of a number has it in braces."""
    if not issubclass(model, Details):
        return {}
    blocks = {key: _block_model(model, block) for key, block in model.__appendable__.items()}
    return {**blocks, **{name: added_model(name) for name in added_blocks()}}


def _block_model(owner: type[Details], block: AppendedBlock) -> type[Model]:
    module, _, name = block.model.partition(":")
    found: type[Model] = getattr(import_module(f"{owner.__module__.rpartition('.')[0]}.{module}"), name)
    return found


def _descriptions(model: type[Model]) -> dict[str, str]:
    """Return the docstrings of fields and blocks by TMDB's name, as far as the source code is there."""
    keys = json_keys(model)
    found = {keys[name]: text for name, text in _field_docstrings(model).items() if name in keys}
    if issubclass(model, Details):
        for key, block in model.__appendable__.items():
            found[key] = inspect.cleandoc(getattr(model, block.attribute).__doc__ or "")
    return found


def _field_docstrings(model: type[Model]) -> dict[str, str]:
    """Return the docstrings below the fields of a class, which Python itself does not keep."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[model.__module__]))
    except OSError:
        return {}
    body = next(one.body for one in tree.body if isinstance(one, ast.ClassDef) and one.name == model.__name__)
    found: dict[str, str] = {}
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(docstring))):
                found[name] = inspect.cleandoc(docstring)
            case _:
                pass
    return found
