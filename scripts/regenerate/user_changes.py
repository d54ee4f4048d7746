"""Changes for users between two prepared documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from scripts.json_io import Json, is_list
from scripts.regenerate.document import METHODS, NULL, success, target
from scripts.regenerate.name.naming import operation_key

ChangeSubject = Literal["Operations", "Parameters", "Fields", "Types", "Vocabularies", "Appended blocks"]


@dataclass(frozen=True, slots=True, order=True)
class UserChange:
    """A change for users.

    Attributes:
        breaking: Whether code that used to work or type-check may fail.
        subject: The kind of thing that changed.
        where: The name of what changed.
        text: The change.
        operation: (tag, name) of a removed or renamed operation.
    """

    breaking: bool
    subject: ChangeSubject
    where: str
    text: str
    operation: tuple[str, str] | None = None


def user_changes(before: Json, after: Json) -> list[UserChange]:
    """Return the changes between two prepared documents, breaking ones first."""
    found = [*_operations(before, after), *_components(before, after)]
    return sorted(found, key=lambda one: (not one.breaking, one.subject, one.where, one.text))


def _operations(before: Json, after: Json) -> Iterator[UserChange]:
    old, new = _by_key(before), _by_key(after)
    for key, one, other in _pairs(old, new):
        if other is None:
            yield UserChange(True, "Operations", _name(one), f"removed ({key})", _id(one))
        elif one is None:
            yield UserChange(False, "Operations", _name(other), f"new ({key})")
        else:
            yield from _operation(one, other)


def _operation(old: Json, new: Json) -> Iterator[UserChange]:
    name = _name(new)
    if _id(old) != _id(new):
        yield UserChange(True, "Operations", _name(old), f"renamed to {name}", _id(old))
    if _answer(old) != _answer(new):
        yield UserChange(True, "Operations", name, f"returns {_answer(new)} instead of {_answer(old)}")
    for fact in ("auth", "paging"):
        one, other = old["x-operation"][fact], new["x-operation"][fact]
        if one != other:
            yield UserChange(True, "Operations", name, f"{fact} is {other} instead of {one}")
    for place in ("path", "query"):
        yield from _parameters(name, place, old, new)
    one, other = old.get("requestBody"), new.get("requestBody")
    if one != other:
        text = "has a body now" if not one else "has no body anymore" if not other else "has another body"
        yield UserChange(True, "Parameters", name, text)


def _parameters(operation: str, place: str, old: Json, new: Json) -> Iterator[UserChange]:
    before, after = (
        {str(one["name"]): one for one in node.get("parameters", []) if one["in"] == place} for node in (old, new)
    )
    if place == "path" and len(before) == len(after):
        # The paths match, so parameters with other names were renamed.
        removed = [name for name in before if name not in after]
        added = [name for name in after if name not in before]
        for name, other in zip(removed, added, strict=True):
            yield UserChange(True, "Parameters", f"{operation}({name})", f"renamed to `{other}`")
            del before[name], after[other]
    for name, one, other in _pairs(before, after):
        where = f"{operation}({name})"
        if other is None:
            yield UserChange(True, "Parameters", where, "removed")
            continue
        required = bool(other["required"])
        if one is None:
            yield UserChange(required, "Parameters", where, "new, required" if required else "new")
            continue
        if one["required"] != required:
            yield UserChange(required, "Parameters", where, "now required" if required else "no longer required")
        if one["schema"] != other["schema"]:
            yield UserChange(True, "Parameters", where, f"{written(one['schema'])} is now {written(other['schema'])}")


def _components(before: Json, after: Json) -> Iterator[UserChange]:
    for name, old, new in _pairs(before["components"]["schemas"], after["components"]["schemas"]):
        if new is None:
            yield UserChange(True, "Types", name, "removed")
        elif old is None:
            yield UserChange(False, "Types", name, "new")
        elif "enum" in old or "enum" in new:
            words, now = ({str(word) for word in one.get("enum", [])} for one in (old, new))
            yield from (UserChange(True, "Vocabularies", name, f"`{word}` removed") for word in words - now)
            yield from (UserChange(False, "Vocabularies", name, f"`{word}` new") for word in now - words)
        else:
            yield from _fields(name, old, new)
            yield from _blocks(name, old, new)


def _fields(name: str, old: Json, new: Json) -> Iterator[UserChange]:
    for key, before, after in _pairs(old.get("properties", {}), new.get("properties", {})):
        where = f"{name}.{key}"
        # Only the fields of a request body can be required from the user.
        required = "x-request-body" in new and key in new.get("required", [])
        if after is None:
            yield UserChange(True, "Fields", where, "removed")
            continue
        if before is None:
            yield UserChange(required, "Fields", where, f"new, {written(after)}")
            continue
        one, other = written(before), written(after)
        if one != other:
            # A value that can no longer be null is compatible with code that reads it.
            yield UserChange(one != f"{other} or null", "Fields", where, f"{one} is now {other}")
        if required and key not in old.get("required", []):
            yield UserChange(True, "Fields", where, "now required")
    if any(old.get(key) != new.get(key) for key in ("anyOf", "discriminator")):
        yield UserChange(True, "Types", name, "has other members")


def _blocks(name: str, old: Json, new: Json) -> Iterator[UserChange]:
    for block, before, after in _pairs(old.get("x-append", {}), new.get("x-append", {})):
        where = f"{name}: {block}"
        if after is None:
            yield UserChange(True, "Appended blocks", where, "cannot be appended anymore")
        elif before is None:
            yield UserChange(False, "Appended blocks", where, "can be appended")
        elif before["schema"] != after["schema"]:
            yield UserChange(True, "Appended blocks", where, f"is {after['schema']} instead of {before['schema']}")


def _pairs(before: Json, after: Json) -> Iterator[tuple[str, Any, Any]]:
    """Yield every key with its old and new value, None if it is missing."""
    for key in sorted(before.keys() | after.keys()):
        yield key, before.get(key), after.get(key)


def written(schema: Json) -> str:
    """Return a schema as text, such as `array of Movie` or `string (date) or null`."""
    if schema.get("x-json"):
        return "any JSON"
    name = target(schema)
    if name is not None:
        return name
    if "anyOf" in schema:
        return " or ".join("null" if choice == NULL else written(choice) for choice in schema["anyOf"])
    declared = schema.get("type", "any JSON")
    listed = [str(one) for one in (declared if is_list(declared) else [declared])]
    return " or ".join(_one(kind, schema) for kind in listed)


def _one(kind: str, schema: Json) -> str:
    if kind == "array":
        return f"array of {written(schema['items'])}"
    if kind == "object" and "additionalProperties" in schema:
        return f"map of {written(schema['additionalProperties'])}"
    return f"{kind} ({schema['format']})" if "format" in schema and kind == "string" else kind


def _by_key(document: Json) -> dict[str, Json]:
    return {
        operation_key(method, path): item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def _id(operation: Json) -> tuple[str, str]:
    return str(operation["x-operation"]["tag"]), str(operation["x-operation"]["name"])


def _name(operation: Json) -> str:
    return ".".join(_id(operation))


def _answer(operation: Json) -> str:
    schema = success(operation)
    return "nothing" if schema is None else written(schema)
