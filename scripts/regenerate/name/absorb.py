"""Merging of upstream shapes into the reviewed components.

New fields are added, and contradicting types are widened to accept both. Nothing is dropped, and every automatic decision is
noted for review, including the reuse of a component.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scripts.json_io import Json, copied
from scripts.regenerate.document import (
    PAGE_FIELDS,
    block_series,
    is_enum,
    is_object,
    is_union,
    members,
    ref,
    target,
    types,
    written,
)
from scripts.regenerate.name import matching
from scripts.regenerate.name.naming import component_name, free_name, pascal
from scripts.regenerate.name.shapes import ANY, Shape, describe

NoteKind = Literal["field", "component", "matched", "widened", "operation", "derived", "lost", "enum", "unused", "body"]


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """An automatic decision to review.

    Attributes:
        kind: The kind of decision.
        where: `Component.field`, a component, or an operation.
        text: The decision.
    """

    kind: NoteKind
    where: str
    text: str


class Absorber:
    """The components, which upstream shapes are merged into.

    Args:
        components: The reviewed components, which are not modified.
        evidence: The result of `read_evidence`.
    """

    def __init__(self, components: Mapping[str, Json], evidence: Json | None = None) -> None:
        self.components: dict[str, Json] = {name: copied(schema) for name, schema in components.items()}
        self.notes: set[Note] = set()
        self._active: set[str] = set()
        self._reviewed = frozenset(components)
        self._evidence: Json = evidence or {}

    def note(self, kind: NoteKind, where: str, text: str) -> None:
        """Add a note."""
        self.notes.add(Note(kind, where, text))

    def new_schema(self, shape: Shape, name: str, *, body: bool = False) -> Json:
        """Return a schema for a value that is not in the reviewed data.

        Args:
            shape: The upstream shape.
            name: Name of its component, if it needs a new one.
            body: Whether the value is a part of a request body.
        """
        if shape.kind == "scalar":
            listed = sorted(shape.scalars)
            schema: Json = {"type": listed[0] if len(listed) == 1 else listed}
            return {**schema, "format": shape.format} if shape.format else schema
        if shape.kind == "array":
            return {"type": "array", "items": self.new_schema(shape.inner or ANY, name, body=body)}
        if shape.kind == "map":
            return {"type": "object", "additionalProperties": self.new_schema(shape.inner or ANY, name, body=body)}
        if shape.kind == "object" and shape.fields:
            return ref(self.new_body(shape, name) if body else self._component(shape, name))
        if shape.choices:
            return {"anyOf": [without_format(self.new_schema(choice, name, body=body)) for choice in shape.choices]}
        return {"x-json": True}

    def new_body(self, shape: Shape, name: str) -> str:
        """Create a component for a request body, or for an object in one. Return its name.

        Args:
            shape: The upstream shape.
            name: The preferred name.
        """
        return self._create("body", shape, name, {"x-request-body": True})

    def _component(self, shape: Shape, name: str) -> str:
        """Return the component with the same keys that matches best. Create one if none or several match."""
        same = matching.nearest(shape, self.components, self._reviewed, self._evidence)
        if len(same) != 1:
            return self._create("component", shape, name, {"type": "object"})
        self.note("matched", name, f"uses `{same[0]}`, which has the same fields")
        return same[0]

    def _create(self, kind: Literal["body", "component"], shape: Shape, name: str, head: Json) -> str:
        name = free_name(name, self.components)
        text = f"`{name}` as {'accepted' if kind == 'body' else 'returned'} by TMDB."
        self.components[name] = {**head, "description": text, "properties": {}}
        self.note(kind, name, f"named automatically: {', '.join(shape.fields)}")
        for key, inner in shape.fields.items():
            self._add(name, key, inner, required=key in shape.required)
        if kind == "component" and shape.fields.keys() >= PAGE_FIELDS:
            # Like those of all other pages. Pagers rely on them.
            counts = [
                key for key in sorted(PAGE_FIELDS) if types(self.components[name]["properties"][key]) == ["integer"]
            ]
            self.components[name]["x-required"] = dict.fromkeys(counts, "in every page")
        return name

    def _add(self, name: str, key: str, shape: Shape, *, required: bool = False) -> None:
        component = self.components[name]
        body = "x-request-body" in component
        if body and not key:
            self.note("body", name, "has no field with the empty name, which type checkers do not accept")
            return
        best = component_name(name, key, self.components, item=shape.kind in {"array", "map"})
        component["properties"][key] = self.new_schema(shape, best, body=body)
        if body and required:
            component["required"] = [*component.get("required", []), key]

    def _fields(self, name: str, shape: Shape) -> None:
        component = self.components[name]
        if name in self._active:
            return
        if is_union(component):
            self._union(name, component, shape)
        elif is_object(component):
            self._active.add(name)
            for key, inner in shape.fields.items():
                self._field(name, key, inner, required=key in shape.required)
            self._active.discard(name)
        else:
            self.components[name] = self.widen(component, shape, name)

    def _field(self, name: str, key: str, shape: Shape, *, required: bool = False) -> None:
        properties: Json = self.components[name]["properties"]
        if key in map(block_series, self.components[name].get("x-append", {})):
            self.note("field", f"{name}.{key}", f"not added, {describe(shape)}: the block has this name")
            return
        if key in properties:
            properties[key] = self.widen(properties[key], shape, f"{name}.{key}")
            return
        self._add(name, key, shape, required=required)
        if key in properties:
            self.note("field", f"{name}.{key}", f"new, {describe(shape)}")

    def _union(self, name: str, union: Json, shape: Shape) -> None:
        """Merge a shape into a union. Upstream describes a union as one object, so a field belongs to the members that have it, or to all."""
        kinds = [member for member in members(union) if is_object(self.components[member])]
        for key, inner in shape.fields.items():
            owners = [member for member in kinds if key in self.components[member]["properties"]]
            fitting = [member for member in owners if self._fits(self.components[member]["properties"][key], inner)]
            for member in fitting or owners or kinds:
                self._field(member, key, inner)

    def widen(self, schema: Json, shape: Shape, where: str) -> Json:
        """Merge a shape into the schema of the same value.

        Args:
            schema: The schema.
            shape: The upstream shape.
            where: The place, for notes.

        Returns:
            The schema, widened to accept the shape.
        """
        if shape.kind == "any" or schema.get("x-json"):
            return schema
        for choice in shape.choices:
            schema = self.widen(schema, choice, where)
        if shape.choices:
            return schema
        if "anyOf" in schema:
            return self._choice(schema, shape, where)
        if not matching.is_same_kind(schema, shape, self.components):
            return self._alternative(schema, shape, where)
        name = target(schema)
        if name is not None and is_enum(self.components[name]):
            if self._fits(schema, shape):
                return schema
            # Its other fields and parameters keep the enum.
            rest = {key: schema[key] for key in ("description",) if key in schema}
            return self._scalar({"type": self.components[name]["type"], **rest}, shape, where)
        if name is not None:
            if shape.inner is not None and shape.inner.kind != "any":  # a map of typed values instead of the object
                return self._free(schema, shape, where)
            self._fields(name, shape)
            return schema
        if shape.kind == "array":
            return {**schema, "items": self.widen(schema["items"], shape.inner or ANY, f"{where}[]")}
        if shape.kind in {"map", "object"}:
            return self._map(schema, shape, where)
        return self._scalar(schema, shape, where)

    def _fits(self, schema: Json, shape: Shape) -> bool:
        return matching.fits(schema, shape, self.components)

    def _map(self, schema: Json, shape: Shape, where: str) -> Json:
        values = schema["additionalProperties"]
        for one in [shape.inner or ANY] if shape.kind == "map" else shape.fields.values():
            values = self.widen(values, one, f"{where}.*")
        return {**schema, "additionalProperties": values}

    def _choice(self, schema: Json, shape: Shape, where: str) -> Json:
        """Merge a shape into the choice that accepts it, else into one of the same kind of value, else add a choice."""
        choices: list[Json] = schema["anyOf"]
        alike = [choice for choice in choices if matching.is_same_kind(choice, shape, self.components)]
        best = next((choice for choice in alike if self._fits(choice, shape)), alike[0] if alike else None)
        if best is None:
            return self._alternative(schema, shape, where)
        widened = self.widen(best, shape, where)
        return {**schema, "anyOf": [widened if choice is best else choice for choice in choices]}

    def _scalar(self, schema: Json, shape: Shape, where: str) -> Json:
        if self._fits(schema, shape):
            return schema
        both = {*types(schema), *shape.scalars}
        both -= {"integer"} if "number" in both else set()
        listed = sorted(both)
        self._note_widened(schema, shape, where, " or ".join(listed))
        rest = {key: value for key, value in schema.items() if key not in {"type", "format", "enum"}}
        return {"type": listed[0] if len(listed) == 1 else listed, **rest}

    def _alternative(self, schema: Json, shape: Shape, where: str) -> Json:
        """Return a schema that also accepts another kind of value: a list, an object or a scalar."""
        annotations = {key: schema[key] for key in ("description",) if key in schema}
        bare = {key: value for key, value in schema.items() if key not in annotations}
        if not matching.can_be_choice(schema, self.components):
            return self._free(schema, shape, where)
        new = self._related(bare, shape, where)
        if new is None:
            owner, _, key = where.rpartition(".")
            name = component_name(pascal(owner), key, self.components, item=shape.kind in {"array", "map"})
            new = self.new_schema(shape, name, body="x-request-body" in self.components.get(owner, {}))
        if new.get("x-json"):
            return {**new, **annotations}
        known = bare.get("anyOf", [bare])
        widened: Json = {"anyOf": [without_format(choice) for choice in (*known, new)]}
        self._note_widened(schema, shape, where, written(widened))
        return {**widened, **annotations}

    def _free(self, schema: Json, shape: Shape, where: str) -> Json:
        """Return a schema for any JSON, for types that the decoder cannot distinguish."""
        self._note_widened(schema, shape, where, "any JSON")
        return {"x-json": True, **{key: schema[key] for key in ("description",) if key in schema}}

    def _related(self, schema: Json, shape: Shape, where: str) -> Json | None:
        """Return the schema of a list of the object in a schema, or of the object in a list, else None."""
        inner = shape.inner or ANY
        if shape.kind == "array" and matching.resembles(schema, inner, self.components):
            return {"type": "array", "items": self.widen(schema, inner, f"{where}[]")}
        items: Json = schema.get("items") or {}
        return self.widen(items, shape, where) if matching.resembles(items, shape, self.components) else None

    def _note_widened(self, schema: Json, shape: Shape, where: str, now: str) -> None:
        text = f"{describe(shape)} upstream, {written(schema)} in the component: now {now}"
        self.note("widened", where, text)


def without_format(schema: Json) -> Json:
    """Return the schema of a choice. Only strings without a format can be one."""
    return {key: value for key, value in schema.items() if key not in {"format", "enum"}}
