"""Which field of an answer is always there and never null: by evidence, or by a reason that a person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.json_io import Json, load
from scripts.regenerate.document import is_container, is_object, nullable

#: Observations since 2023 below which the evidence is too thin to promise anything.
ENOUGH = 20


def read_evidence(path: Path) -> Json:
    """Read `openapi/evidence.json`; without it everything can be null, except what has a reason."""
    return load(path) if path.exists() else {}


def apply_requirements(components: Mapping[str, Json], evidence: Json) -> dict[str, Json]:
    """Return the components with `required` and null as the evidence has them.

    Args:
        components: Components after the walk; request bodies and unions stay as they are.
        evidence: Counts by component and field, see `python -m scripts.evidence.measure_fields`.
    """
    counts: Json = evidence.get("components", {})
    called: Json = evidence.get("called_nullable", {})
    return {
        name: _required(component, counts.get(name, {}), frozenset(called.get(name, ())))
        if is_object(component) and "x-request-body" not in component
        else component
        for name, component in components.items()
    }


def contradicted(components: Mapping[str, Json], evidence: Json) -> dict[str, str]:
    """Return the fields that a reason promises and recent evidence contradicts: `Component.field` and what was seen."""
    counts: Json = evidence.get("components", {})
    found: dict[str, str] = {}
    for name, component in components.items():
        for key in component.get("x-required") or ():
            recent: Json = counts.get(name, {}).get(key, {}).get("since_2023") or {}
            seen = [f"{recent[word]} times {word}" for word in ("null", "absent") if recent.get(word)]
            if seen:
                found[f"{name}.{key}"] = " and ".join(seen)
    return found


def _required(component: Json, counts: Json, called: frozenset[str]) -> Json:
    reasons: Json = component.get("x-required") or {}
    doubts: Json = component.get("x-nullable") or {}
    properties: Json = {}
    required: list[str] = []
    for key, schema in component["properties"].items():
        count: Json = counts.get(key, {})
        promised = key in reasons or (key not in doubts and key not in called and _always(schema, count))
        if promised:
            required.append(key)
        if is_container(schema):
            # Absent and null are both empty for a user; null is written only where it was seen.
            properties[key] = nullable(schema) if count.get("null") else schema
        else:
            properties[key] = schema if promised else nullable(schema)
    rest = {
        key: value
        for key, value in component.items()
        if key not in {"properties", "required", "x-required", "x-nullable"}
    }
    result: Json = {**rest, "properties": properties}
    return {**result, "required": required} if required else result


def _always(schema: Json, count: Json) -> bool:
    """The rule: enough recent observations, none of them null or absent; an empty date is a null date."""
    recent: Json = count.get("since_2023") or {}
    if recent.get("observed", 0) < ENOUGH or recent.get("null") or recent.get("absent"):
        return False
    return not ("format" in schema and recent.get("empty"))
