"""Classes of other libraries, built from the prepared document, so that all decode the same fields and types."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

DOCUMENT = Path(__file__).resolve().parent.parent / "openapi" / "tmdb.json"


class Field(NamedTuple):
    """A field of a component.

    Attributes:
        name: The JSON key.
        type: An annotation that all of the libraries support.
        required: Whether the field has no default.
        default: The factory of its default: a list, a map or None.
    """

    name: str
    type: Any
    required: bool
    default: Callable[[], Any]


@dataclass(slots=True)
class ClassBuilder:
    """Builds classes of one library from components.

    Attributes:
        make: Builds a class from a component's name and fields.
        unite: Builds a union from a name, the key of the discriminator, and the fields for each of its values.
        date: The annotation of a date; an empty string becomes None.
        timestamp: The annotation of a date and time, likewise.
    """

    make: Callable[[str, list[Field]], Any]
    unite: Callable[[str, str, Mapping[str, list[Field]]], Any]
    date: Any
    timestamp: Any
    _schemas: Mapping[str, Any]
    _classes: dict[str, Any]

    @classmethod
    def of(
        cls,
        make: Callable[[str, list[Field]], Any],
        unite: Callable[[str, str, Mapping[str, list[Field]]], Any],
        date: Any,
        timestamp: Any,
    ) -> ClassBuilder:
        """Create a builder for the prepared document."""
        return cls(make, unite, date, timestamp, component_schemas(), {})

    def component(self, name: str, extra: Mapping[str, str] | None = None) -> Any:
        """Return the class of a component, with a field for each appended block."""
        if extra:
            blocks = [Field(key, self.component(block) | None, False, default_none) for key, block in extra.items()]
            return self.make(name, [*self.fields(name), *blocks])
        if name not in self._classes:
            schema = self._schemas[name]
            self._classes[name] = self._union(name, schema) if "anyOf" in schema else self.make(name, self.fields(name))
        return self._classes[name]

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
            return Field(key, annotation, True, default_none)
        return Field(key, annotation | None, False, default_none)

    def _annotation(self, schema: Mapping[str, Any]) -> tuple[Any, bool]:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            target = self._schemas[name]
            # A vocabulary is a string or an integer.
            return self._annotation(target) if "x-extensible-enum" in target else (self.component(name), False)
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
    """Return the component of each block that can be appended to a component."""
    blocks: dict[str, Any] = component_schemas()[name].get("x-append", {})
    return {block: metadata["schema"].rpartition("/")[2] for block, metadata in blocks.items()}


def default_none() -> None:
    """Return the default of optional fields."""
