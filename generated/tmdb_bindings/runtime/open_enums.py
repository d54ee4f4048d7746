# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Base classes of the enums in answers, which keep values that they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema

E = TypeVar("E", bound="OpenIntEnum | OpenStrEnum")

# Equal unknown values are one object, as the known ones are; but only so many, as an answer can contain anything.
_MOST_UNKNOWN: Final = 1000
_LONGEST: Final = 100
_unknown: dict[tuple[type, object], Any] = {}


class OpenIntEnum(IntEnum):
    """Codes of answers. A code that TMDB has added since is kept, with its number as name and label."""

    # The labels of values, for those whose label differs.
    __labels__: ClassVar[Mapping[int, str]] = {}

    @property
    def label(self) -> str:
        """The value in English, such as `Digital`."""
        return self.__labels__.get(self, str(self))

    @property
    def is_known(self) -> bool:
        """Whether the value is a member of the class, instead of an unknown value of an answer."""
        return self in type(self).__members__.values()

    def __repr__(self) -> str:
        """Return the expression that recreates the value."""
        return _written(self)

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        """Return the value, for pickle and copy: unknown values have no name to find them by."""
        return type(self), (self._value_,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes the enum. pydantic is installed if it calls this."""
        from .pydantic_values import open_enum_schema

        return open_enum_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON schema of the enum, for pydantic and FastAPI."""
        from .pydantic_values import value_json_schema

        return value_json_schema(cls, schema, handler)

    @classmethod
    def _missing_(cls, value: object) -> OpenIntEnum | None:
        return _keep(cls, int.__new__(cls, value), value) if type(value) is int else None


class OpenStrEnum(StrEnum):
    """Words of answers. A word that TMDB has added since is kept, with itself as name and label."""

    # The labels of values, for those whose label differs.
    __labels__: ClassVar[Mapping[str, str]] = {}

    @property
    def label(self) -> str:
        """The value in English, such as `Mid-season`."""
        return self.__labels__.get(self, str(self))

    @property
    def is_known(self) -> bool:
        """Whether the value is a member of the class, instead of an unknown value of an answer."""
        return self in type(self).__members__.values()

    def __repr__(self) -> str:
        """Return the expression that recreates the value."""
        return _written(self)

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        """Return the value, for pickle and copy: unknown values have no name to find them by."""
        return type(self), (self._value_,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes the enum. pydantic is installed if it calls this."""
        from .pydantic_values import open_enum_schema

        return open_enum_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON schema of the enum, for pydantic and FastAPI."""
        from .pydantic_values import value_json_schema

        return value_json_schema(cls, schema, handler)

    @classmethod
    def _missing_(cls, value: object) -> OpenStrEnum | None:
        return _keep(cls, str.__new__(cls, value), value) if type(value) is str else None


def _keep(cls: type[E], member: E, value: int | str) -> E:
    """Complete an unknown value; return an equal one if there is one."""
    made: Any = member  # checkers know the type of a value only from the members of a class
    made._name_ = name = str(value)
    made._value_ = value
    kept: E
    if len(_unknown) < _MOST_UNKNOWN and len(name) <= _LONGEST:
        kept = _unknown.setdefault((cls, value), made)
    else:
        kept = _unknown.get((cls, value), made)
    return kept


def _written(value: OpenIntEnum | OpenStrEnum) -> str:
    name = type(value).__name__
    return f"{name}.{value.name}" if value.is_known else f"{name}({value._value_!r})"
