"""Walk a JSON answer along the prepared document and yield each object with its component.

The walk uses only the structure (`$ref`, arrays, maps, unions, appended blocks), never `required` or `null`, because its
counts decide which fields are required and nullable.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.json_io import Json, is_list, is_mapping
from scripts.regenerate.document import METHODS, PREFIX, is_object, is_union, ref, references, success, target
from scripts.regenerate.name.naming import operation_key
from tmdb_bindings.runtime.unions import TaggedUnion


class WalkedObject(NamedTuple):
    """One object of an answer and the component that describes it.

    Attributes:
        component: The component's name, such as `Movie`.
        value: The object.
        path: Its path in the answer, such as `results[].known_for[]`; a key of a map is `*`.
    """

    component: str
    value: Json
    path: str


class WalkedOperation(NamedTuple):
    """An operation: its id and the schema of its success body."""

    id: str
    schema: Json | None


class DocumentWalk:
    """The components and operations of a prepared document.

    Args:
        document: The prepared OpenAPI document.
    """

    def __init__(self, document: Json) -> None:
        self._components: dict[str, Json] = document["components"]["schemas"]
        self._unions = {name: _tagged(name, schema) for name, schema in self._components.items() if is_union(schema)}
        self._operations = {
            operation_key(method, path): WalkedOperation(operation["operationId"], success(operation))
            for path, item in document["paths"].items()
            for method, operation in item.items()
            if method in METHODS
        }

    def operation(self, method: str, template: str) -> WalkedOperation | None:
        """Return the operation with a method and path template, whatever the names of its path parameters."""
        return self._operations.get(operation_key(method, template))

    def fields(self, component: str) -> tuple[str, ...]:
        """Return the field names of an object component in their order."""
        return tuple(self._components[component]["properties"])

    def places(self, schema: Json, value: Any, path: str = "", owner: Json | None = None) -> Iterator[WalkedObject]:
        """Yield each object inside a value that a component describes, outermost first.

        A value of another type than its schema is skipped; the counts of its field record its type.

        Args:
            schema: The schema.
            value: The value.
            path: Its path in the answer.
            owner: The enclosing object, if the value is a field of it.
        """
        name = target(schema)
        if name is not None:
            yield from self._component_places(name, value, path, owner or {})
        elif "anyOf" in schema:
            for member in schema["anyOf"]:
                yield from self.places(member, value, path, owner)
        elif is_list(value):
            for item in value:
                yield from self.places(schema.get("items", {}), item, f"{path}[]")
        elif is_mapping(value):
            for item in value.values():
                yield from self.places(schema.get("additionalProperties", {}), item, _join(path, "*"))

    def _component_places(self, name: str, value: Any, path: str, owner: Json) -> Iterator[WalkedObject]:
        component = self._components[name]
        if name in self._unions:
            if is_mapping(value):
                union = self._unions[name]
                tag = union.find_tag(value, owner.get(union.tag))
                member = component["discriminator"]["mapping"].get(tag, component["x-union-fallback"])
                yield from self._component_places(member.removeprefix(PREFIX), value, path, {})
        elif not is_object(component):
            yield from self.places(component, value, path)
        elif is_mapping(value):
            yield WalkedObject(name, value, path)
            blocks: Json = {block: ref(entry["schema"]) for block, entry in component.get("x-append", {}).items()}
            for key, schema in [*component["properties"].items(), *blocks.items()]:
                if key in value:
                    yield from self.places(schema, value[key], _join(path, key), value)

    def locate(self, schema: Json, pointer: str) -> set[tuple[str, str]]:
        """Return the (component, field) pairs that a pointer resolves to: several behind a union, none if it is wrong.

        Args:
            schema: The schema to start from.
            pointer: Keys joined by dots, `[]` after a list: `results[].known_for[].poster_path`.
        """
        head, dot, rest = pointer.partition(".")
        key = head.removesuffix("[]")
        found: set[tuple[str, str]] = set()
        for name in self._objects(schema):
            field = self._components[name]["properties"].get(key)
            if field is not None:
                found |= self.locate(field, rest) if dot else {(name, key)}
        return found

    def _objects(self, schema: Json) -> set[str]:
        """Return the object components that a schema reaches through lists, maps and unions."""
        found: set[str] = set()
        for name in references(schema):
            component = self._components[name]
            found |= {name} if is_object(component) else self._objects(component)
        return found


def _tagged(name: str, union: Json) -> TaggedUnion[object]:
    """Return a union that selects members as in the bindings."""
    return TaggedUnion(
        name,
        "",
        tag=union["discriminator"]["propertyName"],
        members=union["discriminator"]["mapping"],
        fallback=union["x-union-fallback"],
        enclosing_tags=union.get("x-enclosing-tags"),
        deciding_keys=union.get("x-deciding-keys"),
    )


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
