"""Tests that every class, attribute and parameter of the bindings has a description."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "generated" / "tmdb_bindings"


def parse(pattern: str) -> Iterator[tuple[str, ast.Module]]:
    """Yield the name and the syntax tree of each module that matches the pattern."""
    for path in sorted(PACKAGE.glob(pattern)):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def classes(pattern: str) -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield each class with its module."""
    for module, tree in parse(pattern):
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                yield module, node


def attributes(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield each public attribute with its docstring, "" if it has none."""
    for node, following in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id[0] != "_":
            match following:
                case ast.Expr(value=ast.Constant(value=str() as text)):
                    yield node.target.id, text
                case _:
                    yield node.target.id, ""


def test_every_class_has_a_docstring() -> None:
    assert [f"{module}: {node.name}" for module, node in classes("**/*.py") if not ast.get_docstring(node)] == []


def test_every_attribute_of_a_model_has_a_docstring() -> None:
    found = [
        (f"{node.name}.{name}", text) for _, node in classes("models/*.py") for name, text in attributes(node.body)
    ]
    assert len(found) > 1000
    assert [name for name, text in found if not text.strip()] == []


def test_every_parameter_of_a_request_has_a_description() -> None:
    missing: list[str] = []
    for module, tree in parse("api/*/*.py"):
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == "request":
                described = re.findall(r"^    (\w+): \S", ast.get_docstring(node) or "", re.MULTILINE)
                parameters = [parameter.arg for parameter in [*node.args.args, *node.args.kwonlyargs]]
                missing += [f"{module}: {name}" for name in parameters if name not in described]
    assert missing == []


def test_every_operation_has_a_summary() -> None:
    assert [module for module, tree in parse("api/*/*.py") if not ast.get_docstring(tree)] == []
