"""Search for the component that matches an upstream shape."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import is_object, is_union, members, ref, references, target, types
from scripts.regenerate.name.shapes import ANY, Shape, kind_family
from scripts.regenerate.requirements import required_fields

Components = Mapping[str, Json]

# The number of fields of a component of which a shape may lack one.
_FIELDS_PER_MISSING = 3


def nearest(shape: Shape, components: Components, reviewed: Collection[str], evidence: Json) -> list[str]:
    """Return the components with the keys of an object whose inner objects match best.

    Args:
        shape: The object.
        components: All components.
        reviewed: Names of reviewed components. Their inner objects may have more fields than the shape, whereas others
            must match exactly.
        evidence: The result of `read_evidence`.

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
    if shape.choices:
        return all(fits(schema, choice, components, _seen) for choice in shape.choices)
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
    """Return the number of fields that a shape lacks, or None if a component promises more than the shape does.

    A required field of a component must be in the shape with a type, and be neither optional nor nullable there. If the
    shape lacks more than a third of the fields, the component was made for something else.
    """
    name = target(schema)
    if name is None:
        inner = schema.get("items") or schema.get("additionalProperties")
        return distance(inner, shape.inner, components, evidence, _seen) if is_mapping(inner) and shape.inner else 0
    component = components[name]
    if shape.kind != "object" or name in _seen:
        return 0
    if is_union(component):
        if component["discriminator"]["propertyName"] not in shape.fields:
            return None
        found = [distance(ref(member), shape, components, evidence, _seen) for member in members(component)]
        known = [far for far in found if far is not None]
        # A shape that matches a single member is nearer to this member than to the union.
        return max(known) + 1 if known else None
    if not is_object(component):
        return 0
    properties: Json = component["properties"]
    if any(_is_doubtful(key, shape) for key in required_fields(name, components, evidence)):
        return None
    total = len(properties.keys() - shape.fields.keys())
    if total * _FIELDS_PER_MISSING > len(properties):
        return None
    for key in properties.keys() & shape.fields.keys():
        far = distance(properties[key], shape.fields[key], components, evidence, (*_seen, name))
        if far is None:
            return None
        total += far
    return total


def _is_doubtful(key: str, shape: Shape) -> bool:
    """Return whether a field may be missing, null or of another type in a shape."""
    inner = shape.fields.get(key)
    return inner is None or key in shape.optional or inner.nullable or inner.kind == "any"


def is_same_kind(schema: Json, shape: Shape, components: Components) -> bool:
    """Return whether a schema without alternatives accepts the kind of a shape's values: scalars, arrays or objects."""
    return _kind(schema, components) == kind_family(shape.kind)


def can_be_choice(schema: Json, components: Components) -> bool:
    """Return whether a schema can be one of several. The bindings support unions only as fields, lists and maps of them."""
    return not any(is_union(components[name]) for name in references(schema))


def resembles(schema: Json, shape: Shape, components: Components) -> bool:
    """Return whether an object or a scalar of a schema is probably a value of a shape."""
    component = components.get(target(schema) or "", {})
    if shape.kind != "object" or not is_object(component):
        return shape.kind == "scalar" and fits(schema, shape, components)
    common = component["properties"].keys() & shape.fields.keys()
    return 2 * len(common) >= max(len(shape.fields), 1)


def _kind(schema: Json, components: Components) -> str:
    name = target(schema)
    if name is not None:
        component = components[name]
        return "object" if is_union(component) or is_object(component) else _kind(component, components)
    if "additionalProperties" in schema:
        return "object"
    return "array" if types(schema) == ["array"] else "scalar"
