"""Tests of required fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.json_io import Json
from scripts.regenerate.requirements import apply_requirements, read_evidence, required_fields
from tests.pipeline.small import observed

TEXT: Json = {"type": "string"}
DATE: Json = {"type": "string", "format": "date"}
OTHER: Json = {"$ref": "#/components/schemas/Other"}
LIST: Json = {"type": "array", "items": TEXT}
MAP: Json = {"type": "object", "additionalProperties": TEXT}


def decided(
    field: Json,
    counts: Json | None = None,
    component: Json | None = None,
    *,
    called: bool = False,
    by_hand: list[list[str | None]] | None = None,
) -> tuple[Json, bool]:
    """Return the schema of a field and whether it is required."""
    evidence: Json = {"components": {"A": {"field": counts}}} if counts else {}
    evidence["called_nullable"] = {"A": ["field"]} if called else {}
    evidence["by_hand"] = by_hand or []
    made = apply_requirements(["A"], {"A": {"properties": {"field": field}, **(component or {})}}, evidence)["A"]
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
        (TEXT, {"observed": 19, "since_2023": {"observed": 3}}, False),
        (TEXT, {"observed": 20, "since_2023": {"observed": 3}}, True),
        (TEXT, {"observed": 20}, True),
        (DATE, {"observed": 20, "empty": 1}, False),
        (TEXT, {"observed": 500, "absent": 1, "since_2023": {"observed": 19}}, False),
        (TEXT, {"observed": 500, "null": 9, "since_2023": {"observed": 20}}, True),
        (TEXT, {"observed": 500, "null": 1, "since_2023": {"observed": 20, "null": 1}}, False),
    ],
)
def test_field_is_required_after_20_clean_observations(field: Json, counts: Json | None, expected: bool) -> None:
    """None may be null or missing, and an empty date counts as null. Old ones count if they are all clean."""
    schema, required = decided(field, counts)
    assert required == expected
    assert ("null" in str(schema)) != expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (observed(199), False),
        (observed(200), True),
        ({"observed": 200, "since_2023": {"observed": 20}}, True),
        ({"observed": 400, "null": 1, "since_2023": {"observed": 199}}, False),
        ({"observed": 400, "null": 1, "since_2023": {"observed": 200}}, True),
    ],
)
def test_200_clean_observations_outweigh_called_nullable(counts: Json, expected: bool) -> None:
    assert decided(TEXT, counts, called=True)[1] == expected
    assert decided(TEXT, observed(20), {"x-required": {"field": "why"}}, called=True) == (TEXT, True)


@pytest.mark.parametrize(
    ("saved", "by_hand", "expected"),
    [
        ({"observed": 9}, [], True),
        ({"observed": 9, "null": 1}, [], False),
        ({"observed": 9, "absent": 1}, [], False),
        ({"observed": 9, "absent": 1}, [["A.field", "nothing"]], True),
        ({"observed": 9, "absent": 1}, [["A.field", None]], True),
        ({"observed": 9, "absent": 1}, [["A.field", "null"]], False),
        ({"observed": 9, "absent": 1, "null": 1}, [["A.field", "nothing"]], False),
        ({"observed": 9, "absent": 1}, [["A.other", None]], False),
    ],
)
def test_saved_answer_contradicts_unless_a_reason_says_that_it_was_written_by_hand(
    saved: Json, by_hand: list[list[str | None]], expected: bool
) -> None:
    counts = {**observed(500), "saved_since_2023": saved}
    assert decided(TEXT, counts, by_hand=by_hand)[1] == expected


@pytest.mark.parametrize(
    ("own", "sibling", "expected"),
    [
        ({}, observed(20), True),
        ({}, observed(19), False),
        ({}, observed(20, null=1), False),
        (observed(3), observed(20), True),
        (observed(3, null=1), observed(20), False),
        ({"observed": 9, "absent": 9, "since_2023": {"observed": 1}}, observed(20), True),
        ({"observed": 9, "absent": 9}, observed(20), True),
        ({"observed": 3, "saved_since_2023": {"observed": 3, "null": 1}}, observed(20), False),
        (observed(199), observed(20, null=1), False),
        (observed(200), observed(20, null=1), True),
    ],
)
def test_sibling_inherits_what_its_own_evidence_does_not_contradict(own: Json, sibling: Json, expected: bool) -> None:
    components: Json = {
        "A": {"properties": {"field": TEXT, "own": TEXT}, "x-sibling": "B"},
        "B": {"properties": {"field": TEXT, "id": TEXT}, "x-required": {"id": "identity"}},
    }
    evidence: Json = {"components": {"A": {"field": own}, "B": {"field": sibling}}}
    assert required_fields("A", components, evidence) == (["field"] if expected else [])
    assert "x-sibling" not in apply_requirements(["A"], components, evidence)["A"]


def test_sibling_inherits_reviewed_reasons() -> None:
    components: Json = {
        "A": {"properties": {"id": TEXT, "name": TEXT}, "x-sibling": "B", "x-nullable": {"name": "why"}},
        "B": {"properties": {"id": TEXT, "name": TEXT}, "x-required": {"id": "identity", "name": "identity"}},
    }
    assert required_fields("A", components, {}) == ["id"]
    components["B"] = {**components["B"], "x-required": {}, "x-nullable": {"id": "why"}}
    assert required_fields("A", components, {"components": {"A": {"id": observed(500)}}}) == []


def test_read_evidence_reads_the_contradictions_that_people_wrote(tmp_path: Path) -> None:
    (tmp_path / "differences.yaml").write_text(
        "differences:\n"
        "  - {fields: [A.a, B.b], found: nothing, by_hand: true, reason: R}\n"
        "  - {fields: [A.c], reason: R}\n"
        "unknown: []\n",
        encoding="utf-8",
    )
    (tmp_path / "evidence.json").write_text('{"components": {}}', encoding="utf-8")
    assert read_evidence(tmp_path) == {"components": {}, "by_hand": [["A.a", "nothing"], ["B.b", "nothing"]]}


def test_tag_of_a_member_is_not_nullable() -> None:
    tag: Json = {"type": "string", "const": "movie"}
    assert decided(tag) == (tag, False)


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
    made = apply_requirements(["A"], {"A": {"properties": {"field": LIST}}}, evidence)["A"]
    assert made.get("x-often-absent") == (["field"] if expected else None)


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
    components = {"Body": body, "Union": union}
    assert apply_requirements(components, components, {}) == components


def test_free_json_needs_no_null() -> None:
    assert decided({"x-json": True}) == ({"x-json": True}, False)
