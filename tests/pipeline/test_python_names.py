"""Tests of Python names for any text."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.regenerate.name.python_names import python_name, python_names

# Texts that differ before Python normalizes them, or that no rule for ASCII covers.
TEXTS = st.one_of(st.text(max_size=8), st.text("aA_-.1 ²é\u0303ªﬁ电🎬İ·\u200d\u0345\u017f\x00\n\"'\\{", max_size=5))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("title", "title"),
        ("_id", "_id"),
        ("año", "año"),
        ("语言", "语言"),
        ("list", "list"),
        ("class", "class_"),
        ("None", "None_"),
        ("__typename", "typename"),
        ("vote_average.gte", "vote_average_gte"),
        ("watch/providers", "watch_providers"),
        ("with[0]", "with_0"),
        ("4k", "n4k"),
        ("ﬁeld", "field"),
        ("²", "n2"),
        ("🎬", "clapper_board"),
        ("-", "hyphen_minus"),
        ("__", "low_line_low_line"),
        ("", "empty"),
    ],
)
def test_python_name(text: str, name: str) -> None:
    assert python_name(text) == name


def test_python_name_avoids_names_in_use() -> None:
    assert python_name("self", {"self", "self_"}) == "self__"


def test_python_names_keep_texts_that_are_names() -> None:
    assert python_names(["has-dash", "has_dash", "class", "__class__"]) == {
        "has-dash": "has_dash_",
        "has_dash": "has_dash",
        "class": "class_",
        "__class__": "class__",
    }


@given(st.lists(TEXTS, unique=True), st.sets(TEXTS))
def test_python_names_are_different_names_that_python_reads_unchanged(texts: list[str], taken: set[str]) -> None:
    names = python_names(texts, taken)
    assert list(names) == texts
    assert len(set(names.values())) == len(texts)
    assert not taken.intersection(names.values())
    for name in names.values():
        assert ast.dump(ast.parse(name)) == ast.dump(ast.Module([ast.Expr(ast.Name(name, ast.Load()))], []))
        assert not name.startswith("__")


@given(st.lists(TEXTS, unique=True))
def test_python_names_do_not_depend_on_the_order(texts: list[str]) -> None:
    assert python_names(texts) == python_names(reversed(texts))
