"""`@deprecated` on the hand-written methods of the facade whose operations TMDB deprecated."""

from __future__ import annotations

from pathlib import Path

from scripts.json_io import Json
from scripts.regenerate.document import operations
from scripts.regenerate.read.facade_source import source_members
from scripts.regenerate.write.bindings_view import endpoint_names
from scripts.regenerate.write.endpoint_facts import DEPRECATED
from scripts.sync_twin import format_tree

_MARK = f'@deprecated("{DEPRECATED}")'
_IMPORT = "from typing_extensions import deprecated\n"


def mark_deprecated_methods(document: Json, package: Path, target: Path) -> list[Path]:
    """Write the modules of the facade in which a mark is missing or no longer needed.

    Args:
        document: The prepared document.
        package: The facade's folder `_async`.
        target: The folder for the changed modules, with those that were generated.

    Returns:
        The paths of the changed modules in the folder.
    """
    ids = {
        ".".join(endpoint_names(operation)) for _, _, operation in operations(document) if operation.get("deprecated")
    }
    changed: list[Path] = []
    for path in sorted(package.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        place = path.relative_to(package)
        # Generated modules are in the folder already.
        if (target / place).exists() or not (ids or _MARK in source):
            continue
        if (marked := _mark(source, ids)) != source:
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            (target / place).write_text(marked, encoding="utf-8")
            changed.append(place)
    if changed:
        format_tree(target)
    return changed


def _mark(source: str, ids: set[str]) -> str:
    """Return the source with marks on exactly the methods that use deprecated operations only."""
    lines = [line for line in source.splitlines(keepends=True) if line.strip() != _MARK]
    members = [member for member in source_members("".join(lines)) if member.line]
    # Overloads have the name of the method.
    deprecated = {member.path for member in members if member.operations and ids.issuperset(member.operations)}
    # In reverse order, so that the lines above stay where they are.
    for member in reversed([member for member in members if member.path in deprecated]):
        line = lines[member.line - 1]
        lines.insert(member.line - 1, f"{line[: -len(line.lstrip())]}{_MARK}\n")
    if deprecated and _IMPORT not in lines:
        # Other packages are imported before the bindings.
        lines.insert(next(number for number, line in enumerate(lines) if line.startswith("from tmdb_")), _IMPORT)
    elif not deprecated and _MARK in source:
        lines.remove(_IMPORT)
    return "".join(lines)
