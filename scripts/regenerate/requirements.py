"""Required and nullable fields of answers, from the evidence and from reviewed exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.json_io import Json, load
from scripts.regenerate.document import is_container, is_object, nullable

#: Observations since 2023 that are needed to mark a field as required.
ENOUGH = 20
#: Share of the observations without a field from which on the decoder expects that an answer lacks it.
OFTEN = 0.1


def read_evidence(path: Path) -> Json:
    """Read `openapi/evidence.json`. Without evidence, only fields in `x-required` are required."""
    return load(path) if path.exists() else {}


def required_fields(name: str, component: Json, evidence: Json) -> list[str]:
    """Return the fields of a component that are always present and never null.

    Args:
        name: Name of the component.
        component: A component with fields.
        evidence: Counts by component and field, see `python -m scripts.evidence.measure`.
    """
    reasons: Json = component.get("x-required") or {}
    doubts = {*(component.get("x-nullable") or ()), *evidence.get("called_nullable", {}).get(name, ())}
    counts = _counts(name, evidence)
    return [
        key
        for key, schema in component["properties"].items()
        if key in reasons or (key not in doubts and _is_always_present(schema, counts.get(key, {})))
    ]


def apply_requirements(components: Mapping[str, Json], evidence: Json) -> dict[str, Json]:
    """Return the components with `required`, `x-often-absent` and nullable types.

    Request bodies and unions are returned unchanged.

    Args:
        components: The components.
        evidence: Counts by component and field, see `python -m scripts.evidence.measure`.
    """
    return {
        name: _required(name, component, evidence)
        if is_object(component) and "x-request-body" not in component
        else component
        for name, component in components.items()
    }


def contradicted_fields(components: Mapping[str, Json], evidence: Json) -> dict[str, str]:
    """Return the evidence against each field in `x-required`, by `Component.field`."""
    found: dict[str, str] = {}
    for name, component in components.items():
        for key in component.get("x-required") or ():
            recent: Json = _counts(name, evidence).get(key, {}).get("since_2023") or {}
            seen = [f"{recent[word]} times {word}" for word in ("null", "absent") if recent.get(word)]
            if seen:
                found[f"{name}.{key}"] = " and ".join(seen)
    return found


def _counts(name: str, evidence: Json) -> Json:
    counts: Json = evidence.get("components", {}).get(name, {})
    return counts


def _required(name: str, component: Json, evidence: Json) -> Json:
    required = required_fields(name, component, evidence)
    counts = _counts(name, evidence)
    properties: Json = {}
    for key, schema in component["properties"].items():
        # Missing and null containers are empty for users, so they are nullable only if null was recorded.
        is_nullable = counts.get(key, {}).get("null") if is_container(schema) else key not in required
        properties[key] = nullable(schema) if is_nullable else schema
    dropped = {"properties", "required", "x-required", "x-nullable"}
    result = {**{key: value for key, value in component.items() if key not in dropped}, "properties": properties}
    often = [key for key in properties if key not in required and _is_often_absent(counts.get(key, {}))]
    return {**result, **({"required": required} if required else {}), **({"x-often-absent": often} if often else {})}


def _is_often_absent(count: Json) -> bool:
    """Return whether many objects lack the field. It can be decoded faster if this is known."""
    recent: Json = count.get("since_2023") or {}
    seen = recent if recent.get("observed", 0) >= ENOUGH else count
    return bool(seen) and seen.get("absent", 0) >= OFTEN * seen["observed"]


def _is_always_present(schema: Json, count: Json) -> bool:
    """Return whether enough recent observations are neither null nor missing. An empty date counts as null."""
    recent: Json = count.get("since_2023") or {}
    if recent.get("observed", 0) < ENOUGH or recent.get("null") or recent.get("absent"):
        return False
    return not ("format" in schema and recent.get("empty"))
