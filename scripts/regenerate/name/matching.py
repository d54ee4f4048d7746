"""Search for the component that matches an upstream shape."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import is_object, is_union, members, ref, target, types
from scripts.regenerate.name.shapes import ANY, Shape
from scripts.regenerate.requirements import required_fields

Components = Mapping[str, Json]


def nearest(shape: Shape, components: Components, reviewed: Collection[str], evidence: Json) -> list[str]:
    """Return the components with the keys of an object whose inner objects match best.

    Args:
        shape: The object.
        components: All components.
        reviewed: Names of reviewed components. Their inner objects may have more fields than the shape, whereas others
            must match exactly.
        evidence: Counts by component and field, see `required_fields`.

    Returns:
        The names; more than one if several match equally well.
    """
    found: dict[str, int] = {}
    for name, component in components.items():
        if (
            is_object(component)
            and "x-request-body" not in component
            and component["properties"].keys() == shape.fields.keys()
        ):
            far = distance(ref(name), shape, components, evidence) if fits(ref(name), shape, components) else None
            if far is not None and (far == 0 or name in reviewed):
                found[name] = far
    return [name for name, far in found.items() if far == min(found.values())]


def fits(schema: Json, shape: Shape, components: Components, _seen: tuple[str, ...] = ()) -> bool:
    """Return whether a schema accepts values of a shape without a wider type or a new field."""
    if shape.kind == "any" or schema.get("x-json"):
        return True
    name = target(schema)
    if name is not None:
        return name in _seen or _component_fits(components[name], shape, components, (*_seen, name))
    if "anyOf" in schema:
        return any(fits(choice, shape, components, _seen) for choice in schema["anyOf"])
    if types(schema) == ["array"]:
        return shape.kind == "array" and fits(schema["items"], shape.inner or ANY, components, _seen)
    if "additionalProperties" in schema:
        inner = [shape.inner or ANY] if shape.kind == "map" else list(shape.fields.values())
        values = schema["additionalProperties"]
        return shape.kind in {"map", "object"} and all(fits(values, one, components, _seen) for one in inner)
    # Every integer is a number.
    allowed = {*types(schema), *(["integer"] if "number" in types(schema) else [])}
    return shape.kind == "scalar" and shape.scalars <= allowed


def _component_fits(component: Json, shape: Shape, components: Components, seen: tuple[str, ...]) -> bool:
    if is_union(component):
        kinds = [components[member] for member in members(component) if is_object(components[member])]
    elif is_object(component):
        kinds = [component]
    else:
        return fits(component, shape, components, seen)
    return shape.kind == "object" and all(
        any(key in kind["properties"] and fits(kind["properties"][key], inner, components, seen) for kind in kinds)
        for key, inner in shape.fields.items()
    )


def distance(
    schema: Json, shape: Shape, components: Components, evidence: Json, _seen: tuple[str, ...] = ()
) -> int | None:
    """Return the number of fields that a shape lacks, or None if one of them is required."""
    name = target(schema)
    if name is None:
        inner = schema.get("items") or schema.get("additionalProperties")
        return distance(inner, shape.inner, components, evidence, _seen) if is_mapping(inner) and shape.inner else 0
    component = components[name]
    if shape.kind != "object" or name in _seen:
        return 0
    if is_union(component):
        found = [distance(ref(member), shape, components, evidence, _seen) for member in members(component)]
        known = [far for far in found if far is not None]
        # A shape that matches a single member is nearer to this member than to the union.
        return max(known) + 1 if known else None
    if not is_object(component):
        return 0
    missing = component["properties"].keys() - shape.fields.keys()
    if not missing.isdisjoint(required_fields(name, components, evidence)):
        return None
    total = len(missing)
    for key in component["properties"].keys() & shape.fields.keys():
        far = distance(component["properties"][key], shape.fields[key], components, evidence, (*_seen, name))
        if far is None:
            return None
        total += far
    return total
