"""The shapes of answers, read from the prepared document: so every rival decodes the same fields of the same types."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

DOCUMENT = Path(__file__).resolve().parent.parent / "openapi" / "tmdb.json"


class Field(NamedTuple):
    """A field of a shape.

    Attributes:
        name: Its JSON key.
        type: An annotation that any of the libraries understands.
        required: Whether it has no default.
        default: What makes its default: a list, a map or None.
    """

    name: str
    type: Any
    required: bool
    default: Callable[[], Any]


@dataclass(slots=True)
class Reader:
    """Turns components into classes of one library.

    Attributes:
        make: Makes a class from a component's name and fields.
        unite: Makes a type that stands for several components, by the value of the tag that tells them apart.
        date: The annotation for a date, where an empty string is none.
        timestamp: The same for a moment.
    """

    make: Callable[[str, list[Field]], Any]
    unite: Callable[[str, str, Mapping[str, list[Field]]], Any]
    date: Any
    timestamp: Any
    _schemas: Mapping[str, Any]
    _made: dict[str, Any]

    @classmethod
    def of(
        cls,
        make: Callable[[str, list[Field]], Any],
        unite: Callable[[str, str, Mapping[str, list[Field]]], Any],
        date: Any,
        timestamp: Any,
    ) -> Reader:
        """Make a reader of the prepared document."""
        return cls(make, unite, date, timestamp, component_schemas(), {})

    def component(self, name: str, extra: Mapping[str, str] | None = None) -> Any:
        """Return the class of a component, with further fields for the blocks that are appended to it."""
        if extra:
            blocks = [Field(key, self.component(block) | None, False, none) for key, block in extra.items()]
            return self.make(name, [*self.fields(name), *blocks])
        if name not in self._made:
            schema = self._schemas[name]
            self._made[name] = self._union(name, schema) if "anyOf" in schema else self.make(name, self.fields(name))
        return self._made[name]

    def fields(self, name: str) -> list[Field]:
        """Return the fields of a component."""
        schema = self._schemas[name]
        required = set(schema.get("required", ()))
        return [self._field(key, value, key in required) for key, value in schema["properties"].items()]

    def _union(self, name: str, schema: Mapping[str, Any]) -> Any:
        mapping: Mapping[str, str] = schema["discriminator"]["mapping"]
        members = {tag: self.fields(reference.rpartition("/")[2]) for tag, reference in mapping.items()}
        return self.unite(name, schema["discriminator"]["propertyName"], members)

    def _field(self, key: str, schema: Mapping[str, Any], required: bool) -> Field:
        annotation, nullable = self._annotation(schema)
        if "items" in schema:
            return Field(key, annotation, False, list)
        if "additionalProperties" in schema:
            return Field(key, annotation, False, dict)
        if required and not nullable:
            return Field(key, annotation, True, none)
        return Field(key, annotation | None, False, none)

    def _annotation(self, schema: Mapping[str, Any]) -> tuple[Any, bool]:
        if "$ref" in schema:
            return self.component(schema["$ref"].rpartition("/")[2]), False
        if "anyOf" in schema:
            inner = [option for option in schema["anyOf"] if option.get("type") != "null"]
            return self._annotation(inner[0])[0], len(inner) < len(schema["anyOf"])
        kinds: Any = schema.get("type", [])
        names = [kinds] if isinstance(kinds, str) else list(kinds)
        nullable = "null" in names
        names = [name for name in names if name != "null"]
        if not names:
            return Any, True
        annotation = self._plain(names[0], schema)
        for name in names[1:]:
            annotation = annotation | self._plain(name, schema)
        return annotation, nullable

    def _plain(self, name: str, schema: Mapping[str, Any]) -> Any:
        match name, schema.get("format"):
            case "array", _:
                return types.GenericAlias(list, (self._annotation(schema["items"])[0],))
            case "object", _:
                inner: Any = schema.get("additionalProperties")
                return types.GenericAlias(dict, (str, self._annotation(inner)[0] if inner else Any))
            case "string", "date":
                return self.date
            case "string", "date-time":
                return self.timestamp
            case _:
                return {"string": str, "integer": int, "number": float, "boolean": bool}[name]


def component_schemas() -> dict[str, Any]:
    """Return the schemas of the prepared document's components."""
    schemas: dict[str, Any] = json.loads(DOCUMENT.read_text(encoding="utf-8"))["components"]["schemas"]
    return schemas


def block_components(name: str) -> dict[str, str]:
    """Return the component of each block that can be appended to one."""
    blocks: dict[str, Any] = component_schemas()[name].get("x-append", {})
    return {block: facts["schema"].rpartition("/")[2] for block, facts in blocks.items()}


def none() -> None:
    """Make the default of what can be missing."""
