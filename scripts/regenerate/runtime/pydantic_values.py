# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Enums of answers and partial dates as types of pydantic. Only pydantic causes the import of this module."""

from __future__ import annotations

import contextlib
import inspect
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic_core import PydanticCustomError, PydanticKnownError, PydanticSerializationUnexpectedValue, core_schema

from .partial_date import PartialDate, read_partial_date

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema

    from .open_enums import OpenIntEnum, OpenStrEnum

E = TypeVar("E", bound="OpenIntEnum | OpenStrEnum")


def open_enum_schema(enum: type[E]) -> CoreSchema:
    """Return the core schema of an enum: a member or any value of its type is valid, and JSON has the value."""
    is_code = issubclass(enum, int)

    def validate(value: object) -> E:
        if isinstance(value, enum):
            return value
        found: Any = None  # checkers know the type of a value only from the members of a class
        if is_code and isinstance(value, str) and value.isascii() and value.isdecimal():
            found = int(value)  # parameters of a URL are text
        elif isinstance(value, int) and is_code and not isinstance(value, bool):
            found = int(value)
        elif isinstance(value, str) and not is_code:
            found = str(value)
        if found is not None:
            return enum(found)
        raise PydanticKnownError("int_type" if is_code else "string_type")

    validate.__name__ = validate.__qualname__ = enum.__name__  # for the errors of unions
    known = core_schema.literal_schema([member.value for member in enum.__members__.values()])
    other = core_schema.int_schema() if is_code else core_schema.str_schema()
    return core_schema.no_info_plain_validator_function(
        validate, ref=_reference(enum), json_schema_input_schema=core_schema.union_schema([known, other])
    )


def partial_date_schema() -> CoreSchema:
    """Return the core schema of partial dates: an instance or its text is valid, and JSON has the text."""
    text = core_schema.str_schema(pattern="^[0-9]{4}(-[0-9]{2})?$")
    return core_schema.no_info_plain_validator_function(
        _validate,
        ref=_reference(PartialDate),
        json_schema_input_schema=text,
        serialization=core_schema.plain_serializer_function_ser_schema(_write, return_schema=text, when_used="json"),
    )


def value_json_schema(type_: type[object], schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """Return the JSON schema of an enum or of partial dates, with its name and description."""
    about = {"title": type_.__name__, "description": inspect.cleandoc(type_.__doc__ or "")}
    return {**about, **handler(cast("Any", schema)["json_schema_input_schema"])}


def _reference(type_: type[object]) -> str:
    """Return the name of the schema. pydantic derives that of the component in a JSON schema from it."""
    return f"{type_.__module__}.{type_.__qualname__}:{id(type_)}"


def _validate(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            return read_partial_date(value)
    raise PydanticCustomError("partial_date", "Input should be a year or a month of the form YYYY or YYYY-MM")


def _write(value: object) -> str:
    if not isinstance(value, PartialDate):
        raise PydanticSerializationUnexpectedValue(f"expected PartialDate, got {type(value).__name__}")
    return value.isoformat()
