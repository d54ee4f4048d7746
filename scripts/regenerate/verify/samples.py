"""Values made from the schemas of the prepared document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import PREFIX, block_series, is_object, is_union, known_values, target, types
from scripts.regenerate.write.annotations import is_nullable, options

#: `full` has every field, `least` only the required ones, and in `nulls` the others are null where they can be.
Extent = Literal["full", "least", "nulls"]

_SCALARS: Json = {"boolean": True, "integer": 7, "number": 1.5, "string": "text"}
_FORMATS = {"date": "2026-01-31", "date-time": "2026-01-31T12:00:00+00:00"}
#: The key of a map, such as the code of a country.
_MAP_KEY = "DE"
#: The tag of a union's fallback member.
_UNKNOWN = "a new kind"


@dataclass(frozen=True, slots=True)
class Samples:
    """Maker of values.

    Attributes:
        schemas: The components of the prepared document.
        extent: The fields that objects have.
        decoded: Whether a fallback member has its tag only as an entry of a union, as in the models.
    """

    schemas: Json
    extent: Extent = "full"
    decoded: bool = False

    def of_component(self, name: str, outer: tuple[str, ...] = ()) -> Any:
        """Return a value of a component.

        Args:
            name: Name of the component.
            outer: The components that contain the value; a component in itself has its required fields only.
        """
        component: Json = self.schemas[name]
        if is_union(component):
            return self.members(name, outer)[0]
        if not is_object(component):
            values = known_values(component)
            return values[0] if values else self.of_schema(component, outer)
        return self._with_tag(self._object(component, name, outer), name, None)

    def members(self, union: str, outer: tuple[str, ...] = ()) -> list[Json]:
        """Return an object of each member of a union, and of its fallback."""
        component: Json = self.schemas[union]
        discriminator = component["discriminator"]
        tagged = [*discriminator["mapping"].items(), (_UNKNOWN, component["x-union-fallback"])]
        names = [(tag, str(place).rpartition("/")[2]) for tag, place in tagged]
        objects = [(tag, name, self.of_component(name, (*outer, union))) for tag, name in names]
        return [
            self._with_tag({**made, discriminator["propertyName"]: tag}, name, tag if tag == _UNKNOWN else None)
            for tag, name, made in objects
        ]

    def _with_tag(self, made: Json, name: str, tag: str | None) -> Json:
        """Return an object of a component as its model has it, if the component is a fallback member."""
        for union in filter(is_union, self.schemas.values() if self.decoded else ()):
            if union["x-union-fallback"].removeprefix(PREFIX) == name:
                made = {**made, union["discriminator"]["propertyName"]: tag}
        return made

    def of_schema(self, schema: Json, outer: tuple[str, ...] = ()) -> Any:
        """Return a value of a schema."""
        if self.extent == "nulls" and is_nullable(schema):
            return None
        option = next(iter(options(schema)), schema)
        name = target(option)
        if name is not None:
            return self.of_component(name, outer)
        if "const" in option:
            return option["const"]
        kind = next(iter(types(option)), "")
        if kind == "array":
            return self._list(option.get("items", {}), outer)
        if kind == "object":
            values = option.get("additionalProperties")
            return {_MAP_KEY: self.of_schema(values if is_mapping(values) else {}, outer)}
        return _FORMATS.get(option.get("format", ""), "text") if kind == "string" else _SCALARS.get(kind, {"any": [1]})

    def _list(self, items: Json, outer: tuple[str, ...]) -> list[Any]:
        name = target(items)
        if name is not None and is_union(self.schemas[name]):
            return [] if name in outer else self.members(name, outer)
        return [] if name in outer else [self.of_schema(items, outer)]

    def _object(self, component: Json, name: str, outer: tuple[str, ...]) -> Json:
        required = component.get("required", [])
        blocks = set(map(block_series, component.get("x-append", {})))
        return {
            key: self.of_schema(schema, (*outer, name))
            for key, schema in component["properties"].items()
            if key not in blocks and (key in required or (self.extent != "least" and name not in outer))
        }
