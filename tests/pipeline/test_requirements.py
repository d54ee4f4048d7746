"""Which fields are promised to be there: the rule by evidence."""

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
    """Return the schema of a field and whether it is promised."""
    evidence: Json = {"components": {"A": {"field": counts}}} if counts else {}
    evidence["called_nullable"] = {"A": ["field"]} if called else {}
    made = apply_requirements({"A": {"properties": {"field": field}, **(component or {})}}, evidence)["A"]
    return made["properties"]["field"], made.get("required") == ["field"]


@pytest.mark.parametrize(
    ("field", "counts", "promised"),
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
def test_rule(field: Json, counts: Json | None, promised: bool) -> None:
    """At least 20 observations since 2023, none null or absent; an empty date is null."""
    schema, required = decided(field, counts)
    assert required == promised
    assert ("null" in str(schema)) != promised


def test_called_nullable() -> None:
    """What TMDB once called nullable is not promised, however often it was there; a reason outweighs that."""
    assert decided(TEXT, observed(500), called=True) == ({"type": ["string", "null"]}, False)
    assert decided(TEXT, observed(500), {"x-required": {"field": "why"}}, called=True) == (TEXT, True)


def test_reasons() -> None:
    """A person's reason promises without evidence, or takes a promise back."""
    assert decided(TEXT, None, {"x-required": {"field": "identity"}}) == (TEXT, True)
    assert decided(TEXT, observed(500), {"x-nullable": {"field": "seen elsewhere"}})[1] is False


@pytest.mark.parametrize("field", [LIST, MAP])
def test_lists_and_maps_are_null_only_where_it_was_seen(field: Json) -> None:
    """Absent and null are empty for users, so null is written only for the wire's sake."""
    assert decided(field) == (field, False)
    assert decided(field, observed(20)) == (field, True)
    assert decided(field, observed(500, null=1))[0]["type"] == [field["type"], "null"]


def test_null_beside_a_reference() -> None:
    """A reference takes null by a choice, and keeps its description."""
    assert decided({**OTHER, "description": "D."})[0] == {"anyOf": [OTHER, {"type": "null"}], "description": "D."}


def test_bodies_and_unions_are_left_alone() -> None:
    """What we send is as people wrote it."""
    body: Json = {"x-request-body": True, "properties": {"a": TEXT}, "required": ["a"]}
    union: Json = {"anyOf": [OTHER], "x-union-fallback": "Other"}
    assert apply_requirements({"Body": body, "Union": union}, {}) == {"Body": body, "Union": union}


def test_free_json_holds_null_already() -> None:
    """Free JSON needs no null of its own."""
    assert decided({"x-json": True}) == ({"x-json": True}, False)
