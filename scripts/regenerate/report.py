"""Markdown report of a regeneration for users and maintainers."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.json_io import Json
from scripts.regenerate.document import METHODS
from scripts.regenerate.name.absorb import Note
from scripts.regenerate.user_changes import UserChange, user_changes

if TYPE_CHECKING:
    from scripts.regenerate.build import Build

#: Methods of the facade by the (tag, name) of an operation that they call.
Uses = Mapping[tuple[str, str], list[str]]

# Headings of the automatic decisions, with the file that overrides them.
_AUTOMATIC = {
    "operation": "Operations without a row in `openapi/operations.yaml`",
    "component": "Shapes without a component in `openapi/components/`",
    "field": "Fields that are missing in a component",
    "widened": "Fields whose type contradicts TMDB's document (add an overlay, or correct the component)",
    "enum": "Vocabularies (`openapi/enums.yaml`)",
    "body": "Request bodies",
    "contradicted": "Fields whose `x-required` contradicts the evidence",
    "unused": "Unused operations, parameters and components",
}


def render_report(before: Json | None, result: Build, uses: Uses) -> str:
    """Return the report.

    Args:
        before: The committed prepared document, or None if there is none.
        result: The new build.
        uses: The result of `facade_uses`.
    """
    lines = ["# Changes", ""]
    if before is None:
        lines.append("No prepared document was committed before.")
    else:
        found = user_changes(before, result.document)
        lines += _changes(found, uses) if found else ["No changes for users."]
    lines += _automatic(result.notes)
    if result.stale:
        lines += ["", "## Stale overlay actions", ""]
        lines.append(
            "TMDB may have fixed what they correct. `python -m scripts.regenerate --check` fails until they are removed."
        )
        lines += ["", *(f"- {stale}: {stale.action.reason}" for stale in result.stale)]
    return "\n".join(lines) + "\n"


def figures(result: Build) -> str:
    """Return the size of a build as one line."""
    schemas: Json = result.document["components"]["schemas"]
    operations = sum(method in item for item in result.document["paths"].values() for method in METHODS)
    named = sum(note.kind in {"component", "operation", "enum", "body"} for note in result.notes)
    read = ", ".join(f"{version} {count}" for version, count in sorted(result.operations.items()))
    return (
        f"{operations} operations (read: {read}), {len(schemas)} components, {named} named automatically, "
        f"{len(result.stale)} stale overlay actions"
    )


def facade_uses(package: Path) -> dict[tuple[str, str], list[str]]:
    """Return the facade's methods that call each operation, found as `api.<tag>.<name>` in the async source.

    Args:
        package: The folder `tmdb_facade`.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted((package / "_async").rglob("*.py")):
        for where, tag, name in _uses(ast.parse(path.read_text(encoding="utf-8")), ""):
            method = f"{path.relative_to(package).as_posix()}: {where}"
            methods = found.setdefault((tag, name), [])
            if method not in methods:
                methods.append(method)
    return found


def _uses(node: ast.AST, where: str) -> Iterator[tuple[str, str, str]]:
    for child in ast.iter_child_nodes(node):
        inner = where
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            inner = f"{where}.{child.name}" if where else child.name
        if (
            isinstance(child, ast.Attribute)
            and isinstance(child.value, ast.Attribute)
            and isinstance(child.value.value, ast.Name)
            and child.value.value.id == "api"
        ):
            yield where or "(module)", child.value.attr, child.attr
        yield from _uses(child, inner)


def _changes(found: list[UserChange], uses: Uses) -> list[str]:
    lines: list[str] = []
    for title, breaking in (("Breaking", True), ("Compatible", False)):
        part = [change for change in found if change.breaking is breaking]
        if not part:
            continue
        lines += ["", f"## {title}"]
        for subject in sorted({change.subject for change in part}):
            lines += ["", f"### {subject}", ""]
            lines += [f"- `{change.where}`: {change.text}" for change in part if change.subject == subject]
    affected = [(change, uses[change.operation]) for change in found if change.operation and change.operation in uses]
    if affected:
        lines += ["", "## Methods of the facade that call a removed operation", ""]
        lines += [f"- `{method}` (called `{change.where}`)" for change, methods in affected for method in methods]
    return lines[1:]


def _automatic(notes: list[Note]) -> list[str]:
    if not notes:
        return []
    lines = ["", "## Automatic decisions", "", "All of these work, but may need a review or a better name."]
    for kind, title in _AUTOMATIC.items():
        part = [note for note in notes if note.kind == kind]
        if part:
            lines += ["", f"### {title}", "", *(f"- `{note.where}`: {note.text}" for note in part)]
    return lines
