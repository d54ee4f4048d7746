"""Appendable blocks, from `append_block` of operations and `x-append` of components."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.json_io import Json
from scripts.regenerate.document import success, target
from scripts.regenerate.read.sources import Prepared


def link_appended(prepared: list[Prepared], components: Mapping[str, Json]) -> None:
    """Add blocks to the details components, and `appendable` and `append_parent` to the operations.

    Args:
        prepared: The operations.
        components: The components, changed in place: they lose the blocks of operations that no longer exist.
    """
    _drop_removed(components, {operation.id for operation in prepared})
    by_key = {operation.key: operation for operation in prepared}
    parents: dict[str, Prepared] = {}
    for operation in prepared:
        block = operation.row.get("append_block")
        parent = by_key.get(_parent_key(operation, str(block))) if block else None
        answer = _answer(operation)
        owner = _answer(parent) if parent is not None else None
        if parent is not None and answer is not None and owner is not None:
            operation.node["x-operation"]["append_parent"] = parent.id
            blocks: Json = components[owner].setdefault("x-append", {})
            blocks.setdefault(str(block), {"schema": answer, "operation": operation.id})
            parents[parent.id] = parent
    # Set on these operations only, because others (`latest`) return the same component but do not accept blocks.
    for parent in parents.values():
        parent.node["x-operation"]["appendable"] = sorted(components[str(_answer(parent))]["x-append"])


def _drop_removed(components: Mapping[str, Json], ids: set[str]) -> None:
    for component in components.values():
        blocks: Json = component.get("x-append") or {}
        # Blocks without an operation in TMDB's document are reviewed data and stay.
        for block in [
            block for block, entry in blocks.items() if "operation" in entry and entry["operation"] not in ids
        ]:
            del blocks[block]


def _parent_key(operation: Prepared, block: str) -> str:
    path = operation.key.partition(" ")[2]
    return "GET " + "/".join(path.split("/")[: -(block.count("/") + 1)])


def _answer(operation: Prepared) -> str | None:
    schema = success(operation.node)
    return None if schema is None else target(schema)
