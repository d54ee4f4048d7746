"""Use of operations in the source of the facade, found as `api.<tag>.<name>`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceMember:
    """A function of a module or a method of a class, with the operations that it uses.

    Attributes:
        owner: The class, "" for a function.
        name: The name of the function or method, `(module)` for other statements.
        line: The line of its `def`, from 1; 0 for other statements.
        operations: The operations as `<tag>.<name>`, in order of use.
        node: The statement.
    """

    owner: str
    name: str
    line: int
    operations: list[str]
    node: ast.AST

    @property
    def path(self) -> str:
        """The name with the class."""
        return f"{self.owner}.{self.name}" if self.owner else self.name


def source_members(source: str) -> Iterator[SourceMember]:
    """Yield the members of a module in their order."""
    for outer in ast.parse(source).body:
        owner = outer.name if isinstance(outer, ast.ClassDef) else ""
        for inner in outer.body if isinstance(outer, ast.ClassDef) else [outer]:
            name, line = "(module)", 0
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                name, line = inner.name, inner.lineno
            yield SourceMember(owner, name, line, list(dict.fromkeys(_operations(inner))), inner)


def _operations(node: ast.AST) -> Iterator[str]:
    """Yield the operations in a part of a module, as `<tag>.<name>`. Those in docstrings are no uses."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Attribute):
            tag = inner.value
            if ast.unparse(tag.value) == "api":
                yield f"{tag.attr}.{inner.attr}"
