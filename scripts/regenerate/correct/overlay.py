"""Applies OpenAPI Overlay 1.0 documents, and says of each action whether it still has something to correct.

The reason for an applier of our own: overlay tools apply an action silently when it matches nothing any more, and that
is how a correction outlives what it corrected. A test compares the results with an independent tool's.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import jsonpath
from jsonpath.exceptions import JSONPathError

from scripts.json_io import DataError, Json, is_list, is_mapping, load_yaml
from scripts.regenerate.document import normalise

_QUOTED_PATH = re.compile(r"""(['"])(/[^'"]*)\1""")


Why = Literal[
    "matches nothing",
    "changes nothing",
    "selects what cannot be updated",
    "names a path parameter as it is no longer called",
]


@dataclass(frozen=True, slots=True)
class Action:
    """One correction.

    Attributes:
        overlay: Name of its file, as in `v3/10-types.yaml`.
        number: Place in the file, from 1.
        target: JSONPath of what it corrects.
        reason: Why it is needed.
        update: What to merge in, or to append; None when it removes.
    """

    overlay: str
    number: int
    target: str
    reason: str
    update: Any

    @property
    def name(self) -> str:
        """What the action is called in messages."""
        return f"{self.overlay} action {self.number} ({self.target})"


@dataclass(frozen=True, slots=True)
class Stale:
    """An action that has nothing to do any more."""

    action: Action
    why: Why

    def __str__(self) -> str:
        """Name the action and what is wrong with it."""
        return f"{self.action.name}: {self.why}"


def read_overlays(folder: Path) -> list[Action]:
    """Return the actions of every overlay of a folder, by file name and then in their order.

    Args:
        folder: As in `openapi/overlays/v3`; a folder that is not there holds no actions.

    Raises:
        DataError: A file is no Overlay 1.0 document, or an action has no reason.
    """
    actions: list[Action] = []
    for path in sorted(folder.glob("*.yaml")):
        actions.extend(_actions(path))
    return actions


def apply_overlays(document: Json, actions: list[Action]) -> tuple[Json, list[Stale]]:
    """Return the corrected document, and the actions that corrected nothing.

    Args:
        document: An upstream document; it is left as it is.
        actions: What to correct, in order.

    Raises:
        DataError: A target is no JSONPath.
    """
    result = copy.deepcopy(document)
    paths: dict[str, str] = {normalise(path): path for path in document.get("paths", {})}
    stale: list[Stale] = []
    for action in actions:
        target = _with_paths(action.target, paths)
        if target != action.target:
            stale.append(Stale(action, "names a path parameter as it is no longer called"))
        try:
            matches = list(jsonpath.finditer(target, result))
        except JSONPathError as error:
            raise DataError(f"{action.name}: not a JSONPath: {' '.join(str(error).split())}") from error
        if not matches:
            stale.append(Stale(action, "matches nothing"))
            continue
        # From the back, so that removing an item of a list leaves the places of the others as they are.
        changed = [_apply(action, result, list(match.parts)) for match in reversed(matches)]
        if None in changed:
            stale.append(Stale(action, "selects what cannot be updated"))
        elif not any(changed):
            stale.append(Stale(action, "changes nothing"))
    return result, stale


def _with_paths(target: str, paths: dict[str, str]) -> str:
    """The target with each path as the document writes it: a renamed path parameter must not cost a correction."""

    def as_written(match: re.Match[str]) -> str:
        return f"{match[1]}{paths.get(normalise(match[2]), match[2])}{match[1]}"

    return _QUOTED_PATH.sub(as_written, target)


def _apply(action: Action, document: Json, parts: list[Any]) -> bool | None:
    """Whether one place changed; None where TMDB has another kind of value than the one that the action corrects."""
    if not parts and action.update is None:
        raise DataError(f"{action.name}: cannot remove the whole document")
    holder: Any = document
    for part in parts[:-1]:
        holder = holder[part]
    if action.update is None:
        del holder[parts[-1]]
        return True
    node: Any = holder[parts[-1]] if parts else document
    if is_list(node):
        node.append(copy.deepcopy(action.update))
        return True
    if not is_mapping(node) or not is_mapping(action.update):
        return None
    return _merge(node, action.update)


def _merge(node: Json, update: Json) -> bool:
    """Merge one object into another; lists grow at their end. Returns whether anything changed."""
    changed = False
    for key, value in update.items():
        old = node.get(key)
        if is_mapping(old) and is_mapping(value):
            changed |= _merge(old, value)
        elif is_list(old) and is_list(value):
            old.extend(copy.deepcopy(value))
            changed |= bool(value)
        elif key not in node or old != value or type(old) is not type(value):
            node[key] = copy.deepcopy(value)
            changed = True
    return changed


def _actions(path: Path) -> list[Action]:
    name = f"{path.parent.name}/{path.name}"
    content = load_yaml(path)
    if content.get("overlay") not in {"1.0.0", "1.0"} or not is_mapping(content.get("info")):
        raise DataError(f"{name}: not an Overlay 1.0 document")
    result: list[Action] = []
    for number, action in enumerate(content.get("actions") or [], 1):
        where = f"{name} action {number}"
        if not action.get("target") or not action.get("description"):
            raise DataError(f"{where}: needs a target and a description (the reason)")
        if ("update" in action) == (action.get("remove") is True):
            raise DataError(f"{where}: needs either update or remove: true")
        result.append(Action(name, number, action["target"], action["description"], action.get("update")))
    return result
