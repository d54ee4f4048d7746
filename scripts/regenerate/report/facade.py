"""The methods of the facade that a change of an operation, a parameter or a body field breaks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.json_io import Json
from scripts.regenerate.document import operations, references
from scripts.regenerate.name.absorb import Note
from scripts.regenerate.name.python_names import python_name
from scripts.regenerate.read.facade_source import source_members
from scripts.regenerate.report.markdown import code
from scripts.regenerate.report.user_changes import UserChange

# The functions that pass their keywords on to the request function of an operation.
_CALLING = frozenset({"call", "call_raw", "_paginate", "_call_localized", "_details", "prepare", "build"})
# An operation with a parameter, or with another part such as its body, whose change concerns each method.
_WHERE = re.compile(r"(\w+\.\w+)(?:\(body\)|\((.+)\)|: .+)?")
_REQUIRED = ", required"


@dataclass(frozen=True, slots=True)
class FacadeCall:
    """Use of an operation by a method of the facade.

    Attributes:
        method: The path of the module in the project, and the method.
        parameters: The names of the passed parameters, or None if they are not known.
        fields: The names of the body fields, or None if they are not known.
    """

    method: str
    parameters: frozenset[str] | None
    fields: frozenset[str] | None


@dataclass(frozen=True, slots=True, order=True)
class BrokenMethod:
    """A method of the facade, the operation that it uses, and the change that breaks it."""

    method: str
    operation: str
    change: str


def facade_calls(package: Path) -> dict[str, list[FacadeCall]]:
    """Return the uses of each operation in the async source.

    Args:
        package: The folder `tmdb_facade`.
    """
    found: dict[str, list[FacadeCall]] = {}
    for path in sorted((package / "_async").rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for member in source_members(path.read_text(encoding="utf-8")):
            for operation in member.operations:
                call = FacadeCall(f"{place}: {member.path}", _parameters(member.node, operation), _fields(member.node))
                found.setdefault(operation, []).append(call)
    return found


def broken_methods(
    changes: Iterable[UserChange],
    notes: Iterable[Note],
    calls: Mapping[str, list[FacadeCall]],
    documents: Iterable[Json],
) -> list[BrokenMethod]:
    """Return the methods of the facade that use something that changed or that TMDB's document no longer has.

    Args:
        changes: The changes for users.
        notes: The automatic decisions.
        calls: The result of `facade_calls`.
        documents: The prepared documents before and after the changes.
    """
    bodies: dict[str, set[str]] = {}
    in_path: set[tuple[str, str]] = set()
    for document in documents:
        for _, _, operation in operations(document):
            name = f"{operation['x-operation']['tag']}.{operation['x-operation']['name']}"
            for component in _body_components(operation, document):
                bodies.setdefault(component, set()).add(name)
            in_path |= {(name, one["name"]) for one in operation.get("parameters", []) if one["in"] == "path"}
    found: set[BrokenMethod] = set()
    for where, text in [
        *((change.where, change.text) for change in changes if change.breaking),
        *((note.where, note.text) for note in notes if note.kind == "lost"),
    ]:
        component, _, field = where.partition(".")
        if component in bodies:
            affected = [
                (name, call.method)
                for name in bodies[component]
                for call in calls.get(name, ())
                if _is_affected(call.fields, field, text)
            ]
        elif match := _WHERE.fullmatch(where):
            name, parameter = str(match[1]), str(match[2] or "")
            is_in_path = (name, parameter) in in_path
            # Path parameters are passed by position.
            if is_in_path and text.startswith("renamed"):
                continue
            affected = [
                (name, call.method)
                for call in calls.get(name, ())
                if is_in_path or not parameter or _is_affected(call.parameters, python_name(parameter), text)
            ]
        else:
            continue
        found |= {BrokenMethod(method, operation, f"{code(where)}: {text}") for operation, method in affected}
    return sorted(found)


def _is_affected(passed: frozenset[str] | None, name: str, text: str) -> bool:
    """Return whether a call passes what changed, or does not pass what is required now."""
    was, _, now = text.rpartition(" is now ")
    is_only_required_now = text.startswith("new, ") or now == f"{was}{_REQUIRED}"
    return passed is None or (name in passed) != is_only_required_now


def _parameters(function: ast.AST, operation: str) -> frozenset[str] | None:
    """Return the keywords of the calls of an operation, or None if another function makes the calls."""
    aliases = {f"api.{operation}"}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.value) in aliases:
            aliases |= {ast.unparse(goal) for goal in node.targets}
    passed: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and any(ast.unparse(argument) in aliases for argument in node.args):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if name not in _CALLING or any(keyword.arg is None for keyword in node.keywords):
                return None
            passed |= {str(keyword.arg) for keyword in node.keywords}
    return frozenset(passed)


def _fields(function: ast.AST) -> frozenset[str] | None:
    """Return the keys of the dictionaries in a function, or None if it has none."""
    keys: list[ast.expr | None] = []
    for node in ast.walk(function):
        if isinstance(node, ast.Dict):
            keys += node.keys
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            keys.append(node.slice)
    names = {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    return frozenset(names) if names else None


def _body_components(operation: Json, document: Json) -> set[str]:
    """Return the components of a request body, with those of the objects in it."""
    schemas: dict[str, Json] = document["components"]["schemas"]
    found: set[str] = set()
    waiting = list(references(operation.get("requestBody", {})))
    while waiting:
        name = waiting.pop()
        if name not in found and "x-request-body" in schemas[name]:
            found.add(name)
            waiting.extend(references(schemas[name]))
    return found
