"""Tests of required fields."""

from __future__ import annotations

import pytest

from scripts.json_io import Json
from scripts.regenerate.requirements import apply_requirements
from tests.pipeline.small import observed

TEXT: Json = {"type": "string"}
DATE: Json = {"type": "string", "format": "date"}
OTHER: Json = {"$ref": "#/components/schemas/Other"}
LIST: Json = {"type": "array", "items": TEXT}
MAP: Json = {"type": "object", "additionalProperties": TEXT}


def decided(
    field: Json, counts: Json | None = None, component: Json | None = None, *, called: bool = False
) -> tuple[Json, bool]:
    """Return the schema of a field and whether it is required."""
    evidence: Json = {"components": {"A": {"field": counts}}} if counts else {}
    evidence["called_nullable"] = {"A": ["field"]} if called else {}
    made = apply_requirements({"A": {"properties": {"field": field}, **(component or {})}}, evidence)["A"]
    return made["properties"]["field"], made.get("required") == ["field"]


@pytest.mark.parametrize(
    ("field", "counts", "expected"),
    [
        (TEXT, None, False),
        (TEXT, observed(19), False),
        (TEXT, observed(20), True),
        (TEXT, observed(500, null=1), False),
        (TEXT, observed(500, absent=1), False),
        (TEXT, observed(500, empty=3), True),
        (DATE, observed(500, empty=1), False),
        (DATE, observed(500), True),
        (OTHER, observed(20), True),
        (TEXT, {"observed": 500, "absent": 0, "null": 0, "empty": 0, "since_2023": observed(3)}, False),
        (TEXT, {"observed": 500, "absent": 0, "null": 9, "empty": 0, "since_2023": observed(20)}, True),
    ],
)
def test_field_is_required_after_20_recent_observations(field: Json, counts: Json | None, expected: bool) -> None:
    """None of them may be null or missing, and an empty date counts as null."""
    schema, required = decided(field, counts)
    assert required == expected
    assert ("null" in str(schema)) != expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (None, False),
        (observed(100, absent=9), False),
        (observed(100, absent=10), True),
        ({"observed": 500, "absent": 400, "null": 0, "empty": 0, "since_2023": observed(20)}, False),
        ({"observed": 500, "absent": 400, "null": 0, "empty": 0, "since_2023": observed(19)}, True),
    ],
)
def test_field_that_a_tenth_of_the_objects_lack_is_often_absent(counts: Json | None, expected: bool) -> None:
    """Older observations count only where recent ones are few."""
    evidence: Json = {"components": {"A": {"field": counts}}} if counts else {}
    made = apply_requirements({"A": {"properties": {"field": LIST}}}, evidence)["A"]
    assert made.get("x-often-absent") == (["field"] if expected else None)


def test_x_required_takes_precedence_over_called_nullable() -> None:
    assert decided(TEXT, observed(500), called=True) == ({"type": ["string", "null"]}, False)
    assert decided(TEXT, observed(500), {"x-required": {"field": "why"}}, called=True) == (TEXT, True)


def test_x_required_and_x_nullable_take_precedence_over_evidence() -> None:
    assert decided(TEXT, None, {"x-required": {"field": "identity"}}) == (TEXT, True)
    assert decided(TEXT, observed(500), {"x-nullable": {"field": "seen elsewhere"}})[1] is False


@pytest.mark.parametrize("field", [LIST, MAP])
def test_container_is_nullable_only_if_null_was_recorded(field: Json) -> None:
    assert decided(field) == (field, False)
    assert decided(field, observed(20)) == (field, True)
    assert decided(field, observed(500, null=1))[0]["type"] == [field["type"], "null"]


def test_nullable_reference_keeps_its_description() -> None:
    assert decided({**OTHER, "description": "D."})[0] == {"anyOf": [OTHER, {"type": "null"}], "description": "D."}


def test_request_bodies_and_unions_are_unchanged() -> None:
    body: Json = {"x-request-body": True, "properties": {"a": TEXT}, "required": ["a"]}
    union: Json = {"anyOf": [OTHER], "x-union-fallback": "Other"}
    assert apply_requirements({"Body": body, "Union": union}, {}) == {"Body": body, "Union": union}


def test_free_json_needs_no_null() -> None:
    assert decided({"x-json": True}) == ({"x-json": True}, False)
