# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Models as types of pydantic. Only pydantic causes the import of this module, so it is no dependency."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import (
    InitErrorDetails,
    PydanticCustomError,
    PydanticKnownError,
    PydanticSerializationUnexpectedValue,
    ValidationError,
    core_schema,
    to_jsonable_python,
)

from .conversion import read_dict
from .details import Details, block_names
from .model import Model, unknown_tag
from .pydantic_fields import describe_model, has_fields
from .unions import TaggedUnion
from .wire_names import wire_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core.core_schema import CoreSchema, SerializationInfo

    from .drift import Difference

_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]|\['((?:[^'\\]|\\.)*)'\]")


def model_schema(model: type[Model], source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the core schema of a model: an instance or a dictionary is valid, and `to_dict` writes it.

    A dictionary is the input of a user, not an answer of TMDB: values that contradict their type are errors.

    Args:
        model: The model.
        source: The annotation: the model, or a details class with the markers of its blocks.
        handler: pydantic's handler, which generates the schemas of the fields' types.
    """
    required = required_blocks(model, source)
    description = describe_model(model, required, handler) if has_fields(model) else core_schema.typed_dict_schema({})

    def validate(value: object) -> Model:
        made = value if isinstance(value, model) else _read(model, value)
        if isinstance(made, Details) and (missing := [name for name in required if name not in block_names(made)]):
            raise _validation_error(
                model, [InitErrorDetails(type="missing", loc=(name,), input=None) for name in missing]
            )
        return made

    def write(value: object, info: SerializationInfo[Any]) -> object:
        if not isinstance(value, model):
            # In a union, this is the model of another member.
            raise PydanticSerializationUnexpectedValue(f"expected {model.__name__}, got {type(value).__name__}")
        written: Any = value.to_dict()
        include: Any = info.include
        exclude: Any = info.exclude
        if include is not None or exclude is not None:
            written = to_jsonable_python(written, include=include, exclude=exclude)
        return _without_nulls(written) if info.exclude_none else written

    # pydantic names the members of a union by their functions in the errors of all of them.
    validate.__name__ = validate.__qualname__ = model.__name__
    return core_schema.no_info_plain_validator_function(
        validate,
        ref=_reference(model, required),
        json_schema_input_schema=description,
        serialization=core_schema.plain_serializer_function_ser_schema(write, info_arg=True),
    )


def required_blocks(model: type[Model], source: object) -> tuple[str, ...]:
    """Return TMDB's names of the blocks whose markers an annotation has, such as `MovieDetails[MovieHasCredits]`.

    Blocks with a number are not among them: the type does not say which.
    """
    if not issubclass(model, Details):
        return ()
    markers: set[object] = set()
    for argument in typing.get_args(source):
        markers.update(typing.get_args(argument) or (argument,))
    names = {marker.__name__ for marker in markers if isinstance(marker, type)}
    return tuple(key for key, block in model.__appendable__.items() if block.marker in names and "{" not in key)


def _reference(model: type[Model], required: Iterable[str]) -> str:
    """Return the name of the schema. pydantic derives that of the component in a JSON schema from it."""
    name = f"{model.__module__}.{model.__qualname__}:{id(model)}"
    if not issubclass(model, Details):
        return name  # pydantic's own name of the class, by which it finds the schema of a model that contains itself
    # Another name than pydantic's, by which it would take the class without blocks for that with blocks.
    blocks = ",".join(required)
    return f"details.{name}[{blocks}]" if blocks else f"details.{name}"


def _read(model: type[Model], value: object) -> Model:
    if not has_fields(model):
        raise PydanticKnownError("is_instance_of", {"class": model.__name__})
    if not isinstance(value, Mapping):
        raise PydanticKnownError("model_type", {"class_name": model.__name__})
    fields = cast("Mapping[str, object]", value)
    if wrong := _wrong_tag(model, fields):
        raise _validation_error(model, [wrong])
    made, differences = read_dict(model, fields)
    if differences:
        raise _validation_error(model, [_line(one, fields) for one in differences])
    return made


def _wrong_tag(model: type[Model], fields: Mapping[str, object]) -> InitErrorDetails | None:
    """Return the error of the tag of another member of a union. Its other fields need no error."""
    for field in model.__attrs_attrs__:
        key = wire_name(field)
        if isinstance(field.default, str) and isinstance(kind := fields.get(key), str) and kind != field.default:
            return InitErrorDetails(type="literal_error", loc=(key,), ctx={"expected": repr(field.default)}, input=kind)
    tag = unknown_tag(model)
    if tag and isinstance(kind := fields.get(tag.key), str) and kind in _known_tags(model):
        # Otherwise, an invalid movie would be a valid entry of an unknown kind.
        problem = PydanticCustomError("tmdb_known_tag", "Input should be an unknown kind")
        return InitErrorDetails(type=problem, loc=(tag.key,), input=kind)
    return None


def _known_tags(model: type[Model]) -> set[str]:
    """Return the tags of the other members of the unions whose fallback member is the model."""
    package = model.__module__.rpartition(".")[0].rpartition(".")[0]
    unions = vars(import_module(f"{package}.unions")).values()
    return {tag for one in unions if isinstance(one, TaggedUnion) and one.member(None) is model for tag in one.tags}


def _validation_error(model: type[Model], lines: list[InitErrorDetails]) -> ValidationError:
    return ValidationError.from_exception_data(model.__name__, lines)


def _line(difference: Difference, value: object) -> InitErrorDetails:
    """Return the error of a value that contradicts its type, at its place."""
    where = tuple(
        int(position) if position else name or re.sub(r"\\(.)", r"\1", quoted)
        for name, position, quoted in _STEP.findall(difference.path)
    )
    if difference.found == "nothing":
        return InitErrorDetails(type="missing", loc=where, input=None)
    problem = PydanticCustomError(
        "tmdb_type", "Expected {expected}, found {found}", {"expected": difference.expected, "found": difference.found}
    )
    return InitErrorDetails(type=problem, loc=where, input=_plain_input(value, where))


def _plain_input(value: Any, where: Iterable[str | int]) -> object:
    """Return the value at a place, or None for an object: it may contain credentials."""
    for step in where:
        try:
            value = value[step]
        except (KeyError, TypeError):  # a key that is no text, which JSON does not have
            return None
    return value if isinstance(value, (bool, int, float, str)) else None


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return {key: _without_nulls(entry) for key, entry in entries.items() if entry is not None}
    if isinstance(value, list):
        return [_without_nulls(entry) for entry in cast("list[object]", value)]
    return value
