"""Changes for users between two prepared documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

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
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            yield UserChange(True, "Operations", _name(old[key]), f"removed ({key})", _id(old[key]))
        elif key not in old:
            yield UserChange(False, "Operations", _name(new[key]), f"new ({key})")
        else:
            yield from _operation(old[key], new[key])


def _operation(old: Json, new: Json) -> Iterator[UserChange]:
    if _id(old) != _id(new):
        yield UserChange(True, "Operations", _name(old), f"renamed to {_name(new)}", _id(old))
    one, other = _answer(old), _answer(new)
    if one != other:
        yield UserChange(True, "Operations", _name(new), f"returns {other} instead of {one}")
    for fact in ("auth", "paging"):
        if old["x-operation"][fact] != new["x-operation"][fact]:
            text = f"{fact} is {new['x-operation'][fact]} instead of {old['x-operation'][fact]}"
            yield UserChange(True, "Operations", _name(new), text)
    yield from _parameters(old, new)
    yield from _body(old, new)


def _parameters(old: Json, new: Json) -> Iterator[UserChange]:
    for place in ("path", "query"):
        before = {str(one["name"]): one for one in old.get("parameters", []) if one["in"] == place}
        after = {str(one["name"]): one for one in new.get("parameters", []) if one["in"] == place}
        gone, come = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
        if place == "path" and len(gone) == len(come):
            # The paths match, so these parameters were renamed.
            gone = [name for name in before if name in gone]
            come = [name for name in after if name in come]
            for name, other in zip(gone, come, strict=True):
                yield UserChange(True, "Parameters", f"{_name(new)}({name})", f"renamed to `{other}`")
            gone = come = []
        for name in gone:
            yield UserChange(True, "Parameters", f"{_name(new)}({name})", "removed")
        for name in come:
            required = bool(after[name]["required"])
            yield UserChange(required, "Parameters", f"{_name(new)}({name})", "new, required" if required else "new")
        for name in sorted(before.keys() & after.keys()):
            yield from _parameter(f"{_name(new)}({name})", before[name], after[name])


def _parameter(where: str, old: Json, new: Json) -> Iterator[UserChange]:
    if old["required"] != new["required"]:
        yield UserChange(
            bool(new["required"]), "Parameters", where, "now required" if new["required"] else "no longer required"
        )
    if old["schema"] != new["schema"]:
        yield UserChange(True, "Parameters", where, f"{written(old['schema'])} is now {written(new['schema'])}")


def _body(old: Json, new: Json) -> Iterator[UserChange]:
    before, after = old.get("requestBody"), new.get("requestBody")
    if before != after:
        text = "has a body now" if not before else "has no body anymore" if not after else "has another body"
        yield UserChange(True, "Parameters", _name(new), text)


def _components(before: Json, after: Json) -> Iterator[UserChange]:
    old: Json = before["components"]["schemas"]
    new: Json = after["components"]["schemas"]
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield UserChange(True, "Types", name, "removed")
        elif name not in old:
            yield UserChange(False, "Types", name, "new")
        elif "enum" in old[name] or "enum" in new[name]:
            yield from _words(name, old[name], new[name])
        else:
            yield from _fields(name, old[name], new[name])
            yield from _blocks(name, old[name], new[name])


def _words(name: str, old: Json, new: Json) -> Iterator[UserChange]:
    before, after = [str(word) for word in old.get("enum", [])], [str(word) for word in new.get("enum", [])]
    for word in before:
        if word not in after:
            yield UserChange(True, "Vocabularies", name, f"`{word}` removed")
    for word in after:
        if word not in before:
            yield UserChange(False, "Vocabularies", name, f"`{word}` new")


def _fields(name: str, old: Json, new: Json) -> Iterator[UserChange]:
    before: Json = old.get("properties", {})
    after: Json = new.get("properties", {})
    body = "x-request-body" in new
    for key in sorted(before.keys() | after.keys()):
        where = f"{name}.{key}"
        required = key in new.get("required", [])
        if key not in after:
            yield UserChange(True, "Fields", where, "removed")
        elif key not in before:
            yield UserChange(body and required, "Fields", where, f"new, {written(after[key])}")
        else:
            one, other = written(before[key]), written(after[key])
            if one != other:
                # A value that can no longer be null is compatible with code that reads it.
                yield UserChange(one != f"{other} or null", "Fields", where, f"{one} is now {other}")
            if body and required and key not in old.get("required", []):
                yield UserChange(True, "Fields", where, "now required")
    if old.get("anyOf") != new.get("anyOf") or old.get("discriminator") != new.get("discriminator"):
        yield UserChange(True, "Types", name, "has other members")


def _blocks(name: str, old: Json, new: Json) -> Iterator[UserChange]:
    before: Json = old.get("x-append", {})
    after: Json = new.get("x-append", {})
    for block in sorted(before.keys() | after.keys()):
        where = f"{name}: {block}"
        if block not in after:
            yield UserChange(True, "Appended blocks", where, "cannot be appended anymore")
        elif block not in before:
            yield UserChange(False, "Appended blocks", where, "can be appended")
        elif before[block]["schema"] != after[block]["schema"]:
            yield UserChange(
                True, "Appended blocks", where, f"is {after[block]['schema']} instead of {before[block]['schema']}"
            )


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
