"""Application of OpenAPI Overlay 1.0 documents, with detection of stale actions.

Other tools silently ignore an action without matches, so outdated corrections stay unnoticed. A test compares the results
with those of another tool.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from jsonpath import CompoundJSONPath, JSONPath, JSONPathEnvironment
from jsonpath.exceptions import JSONPathError

from scripts.json_io import DataError, Json, copied, is_list, is_mapping
from scripts.regenerate.document import normalise
from scripts.regenerate.read.formats import read_yaml
from scripts.regenerate.read.parse import DEEPEST

_QUOTED_PATH = re.compile(r"""(['"])(/[^'"]*)\1""")

#: The keys and positions that lead to a value of a document.
_Place: TypeAlias = tuple[str | int, ...]


class _Environment(JSONPathEnvironment):
    # `..` visits documents of any depth that the parser accepts.
    max_recursion_depth = DEEPEST + 1


_ENVIRONMENT = _Environment()


Why = Literal[
    "matches nothing",
    "changes nothing",
    "matches a value that cannot be updated",
    "uses an old name of a path parameter",
]


@dataclass(frozen=True, slots=True)
class Action:
    """An action of an overlay.

    Attributes:
        overlay: Name of the file, such as `v3/10-types.yaml`.
        number: Position in the file, starting at 1.
        target: JSONPath of the corrected values.
        reason: The reason of the correction.
        update: The value to merge or append. None removes the target.
    """

    overlay: str
    number: int
    target: str
    reason: str
    update: Any

    @property
    def name(self) -> str:
        """The action's name in messages."""
        return f"{self.overlay} action {self.number} ({self.target})"


@dataclass(frozen=True, slots=True)
class Stale:
    """An action that does not correct anything."""

    action: Action
    why: Why

    def __str__(self) -> str:
        """Return the action's name and the problem."""
        return f"{self.action.name}: {self.why}"


def read_overlays(folder: Path) -> list[Action]:
    """Return the actions of all overlays in a folder, ordered by file name and position.

    Args:
        folder: A folder such as `openapi/overlays/v3`, which may be missing.

    Raises:
        DataError: A file is not an Overlay 1.0 document, or an action has no reason.
    """
    actions: list[Action] = []
    for path in sorted(folder.glob("*.yaml")):
        actions.extend(_actions(path))
    return actions


def apply_overlays(document: Json, actions: list[Action]) -> tuple[Json, list[Stale]]:
    """Return the corrected document and the stale actions.

    Args:
        document: An upstream document, which is not modified.
        actions: The actions, in order.

    Raises:
        DataError: A target is not a JSONPath.
    """
    result = copied(document)
    paths: dict[str, str] = {normalise(path): path for path in document.get("paths", {})}
    stale: list[Stale] = []
    for action in actions:
        target = _with_paths(action.target, paths)
        if target != action.target:
            stale.append(Stale(action, "uses an old name of a path parameter"))
        try:
            places: list[_Place] = [match.parts for match in _compiled(target).finditer(result)]
        except JSONPathError as error:
            raise DataError(f"{action.name}: not a JSONPath: {' '.join(str(error).split())}") from error
        if not places:
            stale.append(Stale(action, "matches nothing"))
            continue
        # In reverse order, so that removing an item does not change the positions of the others.
        changed = [_apply(action, result, place) for place in reversed(places)]
        if None in changed:
            stale.append(Stale(action, "matches a value that cannot be updated"))
        elif not any(changed):
            stale.append(Stale(action, "changes nothing"))
    return result, stale


# A test applies the same overlays to hundreds of documents.
@cache
def _compiled(target: str) -> JSONPath | CompoundJSONPath:
    return _ENVIRONMENT.compile(target)


def _with_paths(target: str, paths: dict[str, str]) -> str:
    """Return the target with the document's names of path parameters, so that it matches after a renaming."""

    def as_written(match: re.Match[str]) -> str:
        return f"{match[1]}{paths.get(normalise(match[2]), match[2])}{match[1]}"

    return _QUOTED_PATH.sub(as_written, target)


def _apply(action: Action, document: Json, place: _Place) -> bool | None:
    """Apply an action to a match. Return whether the document changed, or None if the value cannot be updated."""
    if not place and action.update is None:
        raise DataError(f"{action.name}: cannot remove the whole document")
    holder: Any = document
    for part in place[:-1]:
        holder = holder[part]
    if action.update is None:
        del holder[place[-1]]
        return True
    node: Any = holder[place[-1]] if place else document
    if is_list(node):
        node.append(copied(action.update))
        return True
    if not is_mapping(node) or not is_mapping(action.update):
        return None
    return _merge(node, action.update)


def _merge(node: Json, update: Json) -> bool:
    """Merge an object into another, and append to lists. Return whether anything changed."""
    changed = False
    for key, value in update.items():
        old = node.get(key)
        if is_mapping(old) and is_mapping(value):
            changed |= _merge(old, value)
        elif is_list(old) and is_list(value):
            old.extend(copied(value))
            changed |= bool(value)
        elif key not in node or old != value or type(old) is not type(value):
            node[key] = copied(value)
            changed = True
    return changed


def _actions(path: Path) -> list[Action]:
    result: list[Action] = []
    for number, content in enumerate(read_yaml(path, "overlay").get("actions", []), 1):
        name = f"{path.parent.name}/{path.name}"
        action = Action(name, number, content["target"], content["description"], content.get("update"))
        if ("update" in content) == (content.get("remove") is True):
            raise DataError(f"{action.name}: either update or remove: true is required")
        result.append(action)
    return result
