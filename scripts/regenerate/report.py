"""Markdown report of a regeneration for users and maintainers."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.json_io import Json
from scripts.regenerate.document import operations
from scripts.regenerate.user_changes import user_changes
from scripts.text_templates import render_template

if TYPE_CHECKING:
    from scripts.regenerate.build import Build


def render_report(before: Json | None, result: Build, uses: Mapping[str, list[str]]) -> str:
    """Return the report.

    Args:
        before: The committed prepared document, or None if there is none.
        result: The new build.
        uses: The result of `facade_uses`.
    """
    changes = None if before is None else user_changes(before, result.document)
    values = {"changes": changes, "uses": uses, "notes": result.notes, "stale": result.stale}
    return render_template("regenerate/templates/report.md.jinja", **values)


def figures(result: Build) -> str:
    """Return the size of a build as one line."""
    schemas: Json = result.document["components"]["schemas"]
    named = sum(note.kind in {"component", "operation", "enum", "body"} for note in result.notes)
    read = ", ".join(f"{version} {count}" for version, count in sorted(result.operations.items()))
    return (
        f"{len(operations(result.document))} operations (read: {read}), {len(schemas)} components, "
        f"{named} named automatically, {len(result.stale)} stale overlay actions"
    )


def facade_uses(package: Path) -> dict[str, list[str]]:
    """Return the facade's methods that call each operation, found as `api.<tag>.<name>` in the async source.

    Args:
        package: The folder `tmdb_facade`.
    """
    found: dict[str, list[str]] = {}
    for path in sorted((package / "_async").rglob("*.py")):
        for outer in ast.parse(path.read_text(encoding="utf-8")).body:
            for inner in outer.body if isinstance(outer, ast.ClassDef) else [outer]:
                names = [str(getattr(node, "name", "(module)")) for node in dict.fromkeys((outer, inner))]
                for operation in dict.fromkeys(re.findall(r"\bapi\.(\w+\.\w+)", ast.unparse(inner))):
                    method = f"{path.relative_to(package).as_posix()}: {'.'.join(names)}"
                    found.setdefault(operation, []).append(method)
    return found
