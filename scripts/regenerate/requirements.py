"""The rule of required and nullable fields of answers, from the evidence and from reviewed reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scripts.json_io import Json, load, load_yaml
from scripts.regenerate.document import is_container, is_object, nullable

#: Observations that are needed to mark a field as required.
ENOUGH = 20
#: Observations that are needed if something else says that a field is nullable.
MANY = 200

# The key of a contradiction in the evidence, and its name in `openapi/differences.yaml`.
_CONTRADICTIONS = {"null": "null", "absent": "nothing"}
#: Minimum share of observations without a field for which the decoder prepares for answers without it.
OFTEN = 0.1


def read_evidence(folder: Path) -> Json:
    """Read `evidence.json`, and from `differences.yaml` the contradictions that people wrote by hand.

    Without evidence, only fields in `x-required` are required.

    Args:
        folder: The folder `openapi` of the project.
    """
    path, reasons = folder / "evidence.json", folder / "differences.yaml"
    evidence: Json = load(path) if path.exists() else {}
    rows: list[Json] = load_yaml(reasons)["differences"] if reasons.exists() else []
    by_hand = [[name, row.get("found")] for row in rows if row.get("by_hand") for name in row["fields"]]
    return {**evidence, "by_hand": by_hand}


def required_fields(name: str, components: Mapping[str, Json], evidence: Json) -> list[str]:
    """Return the fields of a component that are always present and never null.

    A field is required if `x-required` states a reason; if it is required in the component's `x-sibling`, which TMDB makes
    from the same record; or if enough observations, since 2023 or of any date, are all neither null nor missing. Many are
    needed if the field is not required in the sibling, or if an earlier document of TMDB called it nullable. A field is not
    required if `x-nullable`, its own or the sibling's, states a reason, or if an answer since 2023 contradicts it.

    Args:
        name: Name of the component.
        components: All components.
        evidence: The result of `read_evidence`.
    """
    return [key for key in components[name]["properties"] if _is_required(name, key, components, evidence)]


def apply_requirements(names: Iterable[str], components: Mapping[str, Json], evidence: Json) -> dict[str, Json]:
    """Return components with `required`, `x-often-absent` and nullable types.

    Request bodies and unions are returned unchanged.

    Args:
        names: The components to return.
        components: All components.
        evidence: The result of `read_evidence`.
    """
    return {
        name: _required(name, components, evidence)
        if is_object(components[name]) and "x-request-body" not in components[name]
        else components[name]
        for name in names
    }


def _counts(name: str, key: str, evidence: Json) -> Json:
    counts: Json = evidence.get("components", {}).get(name, {}).get(key, {})
    return counts


def _required(name: str, components: Mapping[str, Json], evidence: Json) -> Json:
    component = components[name]
    required = required_fields(name, components, evidence)
    properties: Json = {}
    for key, schema in component["properties"].items():
        # Missing and null containers are empty for users, so they are nullable only if null was recorded. A missing tag of a
        # union's member follows from its class.
        is_nullable = _counts(name, key, evidence).get("null") if is_container(schema) else key not in required
        is_nullable = is_nullable and "const" not in schema
        properties[key] = nullable(schema) if is_nullable else schema
    dropped = {"properties", "required", "x-required", "x-nullable", "x-sibling"}
    result = {**{key: value for key, value in component.items() if key not in dropped}, "properties": properties}
    often = [key for key in properties if key not in required and _is_often_absent(_counts(name, key, evidence))]
    return {**result, **({"required": required} if required else {}), **({"x-often-absent": often} if often else {})}


def _is_often_absent(count: Json) -> bool:
    """Return whether many objects lack the field. It can be decoded faster if this is known."""
    recent: Json = count.get("since_2023") or {}
    seen = recent if recent.get("observed", 0) >= ENOUGH else count
    observed: int = seen.get("observed", 0)
    return observed > 0 and seen.get("absent", 0) >= OFTEN * observed


def _is_required(name: str, key: str, components: Mapping[str, Json], evidence: Json) -> bool:
    component = components[name]
    if key in component.get("x-required", ()):
        return True
    sibling: Json = components.get(component.get("x-sibling", ""), {"properties": {}})
    schema = component["properties"][key]
    counts = _counts(name, key, evidence)
    recent: Json = counts.get("since_2023") or {}
    if (
        key in {*component.get("x-nullable", ()), *sibling.get("x-nullable", ())}
        or not _is_clean(recent, schema)
        or any(_saved_contradictions(name, key, evidence))
    ):
        return False
    is_doubted = key in evidence.get("called_nullable", {}).get(name, ())
    if key in sibling["properties"]:
        if _is_required(component["x-sibling"], key, components, evidence):
            return True
        is_doubted = True
    observed: int = max(count.get("observed", 0) for count in (recent, counts) if _is_clean(count, schema))
    return observed >= (MANY if is_doubted else ENOUGH)


def _is_clean(count: Json, schema: Json) -> bool:
    """Return whether no observation is null or missing. An empty date counts as null."""
    return not (count.get("null") or count.get("absent") or ("format" in schema and count.get("empty")))


def _saved_contradictions(name: str, key: str, evidence: Json) -> Iterator[str]:
    """Yield the contradictions of a field in real answers that people saved since 2023."""
    saved: Json = _counts(name, key, evidence).get("saved_since_2023") or {}
    for word, found in _CONTRADICTIONS.items():
        known = ([f"{name}.{key}", found], [f"{name}.{key}", None])
        if saved.get(word) and not any(row in evidence.get("by_hand", ()) for row in known):
            yield word
