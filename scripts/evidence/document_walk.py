"""Walk a JSON answer along the prepared document and yield each object with its component.

The walk uses only the structure (`$ref`, arrays, maps, unions, appended blocks), never `required` or `null`, because its
counts decide which fields are required and nullable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from scripts.regenerate.document import METHODS, PREFIX, normalise

JSON: TypeAlias = "Mapping[str, JSON] | list[JSON] | str | int | float | bool | None"
Schema: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class WalkedObject:
    """One object of an answer and the component that describes it.

    Attributes:
        component: The component's name, such as `Movie`.
        value: The object.
        path: Its path in the answer, such as `results[].known_for[]`; a key of a map is `*`.
    """

    component: str
    value: Mapping[str, JSON]
    path: str


@dataclass(frozen=True, slots=True)
class WalkedOperation:
    """An operation: its id, method, path and the schema of its success body."""

    id: str
    method: str
    path: str
    schema: Schema | None


class DocumentWalk:
    """The components and operations of a prepared document.

    Args:
        document: The prepared OpenAPI document.
    """

    def __init__(self, document: Mapping[str, object]) -> None:
        components = _mapping(document.get("components"))
        self._components = {name: _mapping(schema) for name, schema in _mapping(components.get("schemas")).items()}
        self._answers: dict[tuple[str, str], WalkedOperation] = {}
        for path, item in _mapping(document.get("paths")).items():
            for method, operation in _mapping(item).items():
                if method in METHODS:
                    answer = _answer(method.upper(), path, _mapping(operation))
                    self._answers[answer.method, normalise(path)] = answer

    def answers(self) -> list[WalkedOperation]:
        """Return the operations in the document's order."""
        return list(self._answers.values())

    def answer(self, method: str, template: str) -> WalkedOperation | None:
        """Return the operation with a method and path template, whatever the names of its path parameters."""
        return self._answers.get((method.upper(), normalise(template)))

    def fields(self, component: str) -> tuple[str, ...]:
        """Return the field names of an object component in their order; a union has none."""
        return tuple(_mapping(self._components.get(component, {}).get("properties")))

    def components(self) -> tuple[str, ...]:
        """Return the names of all components in the document's order."""
        return tuple(self._components)

    def blocks(self, component: str) -> Mapping[str, object]:
        """Return the `x-append` entries of a component by their keys in the answer."""
        return _mapping(self._components.get(component, {}).get("x-append"))

    def places(self, schema: Schema, value: JSON, path: str = "") -> Iterator[WalkedObject]:
        """Yield each object inside a value that a component describes, outermost first.

        A value of another type than its schema is skipped; the counts of its field record its type.
        """
        reference = schema.get("$ref")
        if isinstance(reference, str):
            yield from self._component_places(reference.removeprefix(PREFIX), value, path)
        elif "anyOf" in schema:
            for member in _schemas(schema["anyOf"]):
                if member.get("type") != "null":
                    yield from self.places(member, value, path)
        elif isinstance(value, list):
            items = _mapping(schema.get("items"))
            for item in value:
                yield from self.places(items, item, f"{path}[]")
        elif isinstance(value, Mapping):
            values = _mapping(schema.get("additionalProperties"))
            for item in value.values():
                yield from self.places(values, item, _join(path, "*"))

    def locate(self, schema: Schema, pointer: str) -> set[tuple[str, str]]:
        """Return the (component, field) pairs that a pointer resolves to: several behind a union, none if it is wrong.

        Args:
            schema: The schema to start from.
            pointer: Keys joined by dots, `[]` after a list: `results[].known_for[].poster_path`.
        """
        head, dot, rest = pointer.partition(".")
        found: set[tuple[str, str]] = set()
        key = head.removesuffix("[]")
        for name in self._objects(schema):
            component = self._components[name]
            field = _mapping(component.get("properties")).get(key)
            if isinstance(field, Mapping):
                found |= self.locate(cast(Schema, field), rest) if dot else {(name, key)}
        return found

    def member(self, union: str, value: JSON) -> str | None:
        """Return the member of a union that describes a value, chosen by discriminator as the bindings do."""
        component = self._components[union]
        discriminator = _mapping(component.get("discriminator"))
        fallback = component.get("x-union-fallback")
        if not isinstance(value, Mapping):
            return None
        kind = value.get(str(discriminator.get("propertyName")))
        mapping = _mapping(discriminator.get("mapping"))
        target = mapping.get(kind, fallback) if isinstance(kind, str) else fallback
        return str(target).removeprefix(PREFIX) if target is not None else None

    def _component_places(self, name: str, value: JSON, path: str) -> Iterator[WalkedObject]:
        component = self._components.get(name, {})
        if "discriminator" in component:
            member = self.member(name, value)
            if member is not None:
                yield from self._component_places(member, value, path)
            return
        if "properties" not in component:
            yield from self.places(component, value, path)
            return
        if not isinstance(value, Mapping):
            return
        yield WalkedObject(name, value, path)
        for key, field in _mapping(component["properties"]).items():
            if key in value:
                yield from self.places(_mapping(field), value[key], _join(path, key))
        for block, entry in self.blocks(name).items():
            if block in value:
                yield from self._component_places(
                    _reference(_mapping(entry).get("schema")), value[block], _join(path, block)
                )

    def _objects(self, schema: Schema) -> set[str]:
        """Return the object components that a schema reaches through lists, maps and unions."""
        reference = schema.get("$ref")
        if isinstance(reference, str):
            name = reference.removeprefix(PREFIX)
            component = self._components.get(name, {})
            if isinstance(component.get("properties"), Mapping):
                return {name}
            return self._objects(component)
        found: set[str] = set()
        for member in _schemas(schema.get("anyOf", [])):
            found |= self._objects(member)
        for key in ("items", "additionalProperties"):
            inner = schema.get(key)
            if isinstance(inner, Mapping):
                found |= self._objects(cast(Schema, inner))
        return found


def _answer(method: str, path: str, operation: Mapping[str, object]) -> WalkedOperation:
    schema: Schema | None = None
    for status, response in _mapping(operation.get("responses")).items():
        if status.startswith("2"):
            media = _mapping(_mapping(_mapping(response).get("content")).get("application/json"))
            schema = _mapping(media.get("schema"))
            break
    return WalkedOperation(str(operation.get("operationId")), method, path, schema)


def _mapping(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _schemas(value: object) -> list[Schema]:
    return [_mapping(member) for member in cast("list[object]", value)] if isinstance(value, list) else []


def _reference(schema: object) -> str:
    """Return the component's name in a block's schema, which is `Component` or `{$ref: ...}`."""
    target = _mapping(schema).get("$ref", schema)
    return str(target).removeprefix(PREFIX)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
