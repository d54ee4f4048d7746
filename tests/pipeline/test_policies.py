"""Tests that derived policies are those that people would set, or safer ones."""

from __future__ import annotations

from pathlib import Path

from scripts.json_io import Json, load
from scripts.regenerate.correct.policies import POLICIES, derive_policies
from scripts.regenerate.document import operations, success, target

#: What TMDB does although nothing in its document says so: writes that set a value, a deletion that may not be repeated,
#: lists of a single page, and a check of a key that is the same for all users.
KNOWN_BY_PEOPLE: dict[tuple[str, str], object] = {
    ("repeatable", "account_set_favorite"): True,
    ("repeatable", "account_set_watchlist"): True,
    ("repeatable", "movies_rate"): True,
    ("repeatable", "tv_rate"): True,
    ("repeatable", "tv_episodes_rate"): True,
    ("repeatable", "lists_delete"): False,
    ("paging", "people_tagged_images"): "single",
    ("paging", "lists_details"): "pages",
    ("page_size", "lists_details"): 20,
    ("user_scoped", "auth_validate_key"): False,
}


def test_derived_policies_match_the_reviewed_ones(root: Path) -> None:
    document = load(root / "openapi/tmdb.json")
    differences: dict[tuple[str, str], object] = {}
    for path, method, operation in operations(document):
        query = {one["name"] for one in operation.get("parameters", []) if one["in"] == "query"}
        answer = document["components"]["schemas"].get(str(target(success(operation) or {})), {})
        derived = derive_policies(method, path, query, answer, {})
        for policy in POLICIES:
            if derived[policy] != operation["x-operation"][policy]:
                differences[policy, operation["operationId"]] = operation["x-operation"][policy]
    assert differences == KNOWN_BY_PEOPLE


def test_reviewed_policies_apply() -> None:
    """The derived ones follow from them: what belongs to a user is not cached."""
    made = derive_policies("get", "/3/a", {"page"}, {}, {"auth": "session", "page_size": 7})
    assert made == {
        "auth": "session",
        "user_scoped": True,
        "repeatable": True,
        "cacheable": False,
        "paging": "none",
        "page_size": 7,
    }


def test_get_that_changes_something_is_neither_repeated_nor_cached() -> None:
    made = derive_policies("get", "/4/collection/{id}/clear", (), {}, {})
    assert (made["auth"], made["repeatable"], made["cacheable"]) == ("user_token", False, False)


def test_answer_that_a_pager_cannot_read_has_no_pages() -> None:
    counts: Json = {key: {"type": "integer"} for key in ("page", "total_pages", "total_results")}
    rows: Json = {"type": "array", "items": {}}
    answers: list[tuple[Json, str]] = [
        ({}, "pages"),
        ({"results": {"type": "object"}}, "none"),
        ({"total_pages": {}}, "none"),
    ]
    for changes, paging in answers:
        answer: Json = {"properties": {**counts, "results": rows, **changes}}
        assert derive_policies("get", "/3/books", {"page"}, answer, {})["paging"] == paging
