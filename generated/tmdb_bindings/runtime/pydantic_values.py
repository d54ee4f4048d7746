# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Enums of answers and partial dates as types of pydantic. Only pydantic causes the import of this module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from .partial_date import PartialDate, read_partial_date

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema


def open_enum_json_schema(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """Return the JSON schema of an enum: its values, or another value of their type, which the enum keeps too."""
    made = handler(schema)
    place = handler.resolve_ref_schema(made)
    if "anyOf" not in place:
        known = {key: place.pop(key) for key in ("type", "enum", "const") if key in place}
        place["anyOf"] = [known, {"type": known["type"]}]
    return made


def partial_date_schema() -> CoreSchema:
    """Return the core schema of partial dates: an instance or its text is valid, and JSON has the text."""
    text = core_schema.str_schema(pattern="^[0-9]{4}(-[0-9]{2})?$")
    return core_schema.no_info_plain_validator_function(
        _validate,
        ref=f"{PartialDate.__module__}.{PartialDate.__qualname__}:{id(PartialDate)}",
        json_schema_input_schema=text,
        serialization=core_schema.plain_serializer_function_ser_schema(_write, return_schema=text, when_used="json"),
    )


def partial_date_json_schema(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """Return the JSON schema of partial dates."""
    about = "A date of which only the year, or the year and the month are known."
    return {"title": PartialDate.__name__, "description": about, **handler(schema)}


def _validate(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    problem = "not text"
    if isinstance(value, str):
        try:
            return read_partial_date(value)
        except ValueError as error:
            problem = str(error)
    raise PydanticCustomError("partial_date", "Input should be a date of the form YYYY-MM or YYYY: {problem}", {"problem": problem})


def _write(value: object) -> str:
    if not isinstance(value, PartialDate):
        raise PydanticSerializationUnexpectedValue(f"expected PartialDate, got {type(value).__name__}")
    return value.isoformat()
