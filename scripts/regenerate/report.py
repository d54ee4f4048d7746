"""Markdown report of a regeneration for users and maintainers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scripts.json_io import Json
from scripts.regenerate.document import operations
from scripts.regenerate.facade_calls import FacadeCall, broken_methods
from scripts.regenerate.user_changes import user_changes
from scripts.text_templates import render_template

if TYPE_CHECKING:
    from scripts.regenerate.build import Build


def render_report(before: Json | None, result: Build, calls: Mapping[str, list[FacadeCall]]) -> str:
    """Return the report.

    Args:
        before: The committed prepared document, or None if there is none.
        result: The new build.
        calls: The result of `facade_calls`.
    """
    changes = None if before is None else user_changes(before, result.document)
    documents = [result.document] if before is None else [before, result.document]
    broken = broken_methods(changes or (), result.notes, calls, documents)
    values = {"changes": changes, "broken": broken, "notes": result.notes, "stale": result.stale}
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
