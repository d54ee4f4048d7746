"""Appendable blocks, from `append_block` of operations, the paths of new ones, and `x-append` of components."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import is_object, normalise, success, target
from scripts.regenerate.name.absorb import Absorber
from scripts.regenerate.name.naming import snake
from scripts.regenerate.read.prepared_operation import PreparedOperation

_PARAMETER = "append_to_response"


def set_blocks(prepared: list[PreparedOperation]) -> None:
    """Set the block and its parent of each operation that details can append.

    A GET operation without a row in `operations.yaml` is a block of the details whose path its own path continues, without
    further parameters.
    """
    by_key = {operation.key: operation for operation in prepared}
    for operation in prepared:
        listed = operation.row.get("append_block")
        blocks = [str(listed)] if listed else [] if operation.row else _possible_blocks(operation)
        for block in blocks:
            parent = by_key.get("GET " + normalise(operation.path.removesuffix(f"/{block}")))
            if parent is not None and (listed or _accepts_blocks(parent)):
                operation.block, operation.parent = block, parent
                break


def link_appended(prepared: list[PreparedOperation], absorber: Absorber) -> None:
    """Add blocks to the details components, and `appendable` and `append_parent` to the operations.

    Args:
        prepared: The operations.
        absorber: The components, changed in place: they lose the blocks of operations that no longer exist.
    """
    components = absorber.components
    _drop_removed(components, {operation.id for operation in prepared})
    parents: dict[str, PreparedOperation] = {}
    for operation in prepared:
        parent, block = operation.parent, operation.block
        if parent is None:
            continue
        answer, owner = _answer(operation), _answer(parent)
        blocks: Json = components.get(owner or "", {}).get("x-append") or {}
        is_reviewed = bool(operation.row)
        problem = _problem(block, answer, owner, components, is_reviewed=is_reviewed)
        if problem and block in blocks:
            kept = blocks[block]["schema"]
            absorber.note("widened", operation.key, f"{problem}: the block `{block}` of `{owner}` is still `{kept}`")
        elif problem:
            absorber.note("derived", operation.key, f"not appendable: {problem}")
        elif not is_reviewed:
            text = f"appendable to `{parent.tag}.{parent.name}` as `{block}`"
            absorber.note("derived", operation.key, text)
        if owner is None or (problem and block not in blocks):
            continue
        operation.node["x-operation"]["append_parent"] = parent.id
        if not problem:
            blocks = components[owner].setdefault("x-append", {})
            blocks.setdefault(block, {"schema": answer, "operation": operation.id})
        parents[parent.id] = parent
    # Set on these operations only, because others (`latest`) return the same component but do not accept blocks.
    for parent in parents.values():
        parent.node["x-operation"]["appendable"] = sorted(components[str(_answer(parent))]["x-append"])
        _add_parameter(parent)


def _add_parameter(parent: PreparedOperation) -> None:
    """Add the parameter for blocks if TMDB's document lacks it. The facade's `details` methods pass it."""
    listed: list[Json] = parent.node.setdefault("parameters", [])
    if all((one["in"], one["name"]) != ("query", _PARAMETER) for one in listed):
        listed.append({"name": _PARAMETER, "in": "query", "required": False, "schema": {"type": "string"}})
        listed.sort(key=lambda one: (one["in"], one["name"] if one["in"] == "query" else ""))


def _possible_blocks(operation: PreparedOperation) -> list[str]:
    """Return what follows the last parameter of a path: its ends, shortest first."""
    _, parameter, end = operation.path.rpartition("}/")
    segments = end.split("/") if parameter and "{" not in end and operation.method == "get" else []
    return ["/".join(segments[first:]) for first in range(len(segments) - 1, -1, -1)]


def _accepts_blocks(operation: PreparedOperation) -> bool:
    return any(is_mapping(one) and one.get("name") == _PARAMETER for one in operation.upstream["parameters"])


def _problem(
    block: str, answer: str | None, owner: str | None, components: Mapping[str, Json], *, is_reviewed: bool
) -> str:
    """Return the reason why an operation cannot be a block, or ""."""
    name = snake(block)
    if not is_object(components.get(answer or "", {})):
        return "its answer is not an object"
    if owner is None or not is_object(components[owner]):
        return "the answer of the details is not an object"
    if is_reviewed:
        return ""
    if name in {snake(field) for field in components[owner]["properties"]}:
        return f"`{owner}` has a field of this name"
    others = [other for other in components[owner].get("x-append", {}) if other != block and snake(other) == name]
    return f"the block `{others[0]}` has the same Python name" if others else ""


def _drop_removed(components: Mapping[str, Json], ids: set[str]) -> None:
    for component in components.values():
        blocks: Json = component.get("x-append") or {}
        # Blocks without an operation in TMDB's document are reviewed data and stay.
        for block in [
            block for block, entry in blocks.items() if "operation" in entry and entry["operation"] not in ids
        ]:
            del blocks[block]


def _answer(operation: PreparedOperation) -> str | None:
    schema = success(operation.node)
    return None if schema is None else target(schema)
