"""Changes for users between two prepared documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from scripts.json_io import Json
from scripts.regenerate.document import operations, success, written
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.write.attributes import field_attributes

ChangeSubject = Literal["Operations", "Parameters", "Fields", "Types", "Vocabularies", "Appended blocks"]
_REQUIRED = ", required"


@dataclass(frozen=True, slots=True, order=True)
class UserChange:
    """A change for users.

    Attributes:
        breaking: Whether code that used to work or type-check may fail.
        subject: The kind of thing that changed.
        where: The name of what changed.
        text: The change.
    """

    breaking: bool
    subject: ChangeSubject
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the document that users can rely on.

    Attributes:
        subject: The kind of part.
        name: The part's name, which is appended to the name of the part that contains it.
        text: The properties of the part. A part that ends with `_REQUIRED` has to be passed by the user.
        parts: Its parts, by keys that identify them in another document.
    """

    subject: ChangeSubject
    name: str
    text: str = ""
    parts: Mapping[object, _Part] = field(default_factory=dict[object, "_Part"])


def user_changes(before: Json, after: Json) -> list[UserChange]:
    """Return the changes between two prepared documents, breaking ones first."""
    found = _compare(_parts(before), _parts(after), "")
    return sorted(found, key=lambda one: (not one.breaking, one.subject, one.where, one.text))


def _compare(before: Mapping[object, _Part], after: Mapping[object, _Part], prefix: str) -> Iterator[UserChange]:
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old and new:
            if old.name != new.name:
                yield UserChange(True, old.subject, prefix + old.name, f"renamed to `{prefix}{new.name}`")
            if old.text != new.text:
                # A field that can no longer be null is compatible with code that reads it.
                breaking = old.text not in {f"{new.text} or null", new.text + _REQUIRED}
                yield UserChange(breaking, new.subject, prefix + new.name, f"{old.text} is now {new.text}")
            yield from _compare(old.parts, new.parts, prefix + new.name)
        elif part := old or new:
            breaking = part is old or part.text.endswith(_REQUIRED)
            text = ", ".join(filter(None, ("new" if part is new else "removed", part.text)))
            yield UserChange(breaking, part.subject, prefix + part.name, text)


def _parts(document: Json) -> dict[object, _Part]:
    schemas: dict[str, Json] = document["components"]["schemas"]
    keys = {operation_key(method, path): operation for path, method, operation in operations(document)}
    return {
        **{key: _operation(key, operation) for key, operation in keys.items()},
        **{name: _component(name, schema, schemas) for name, schema in schemas.items()},
    }


def _operation(key: str, operation: Json) -> _Part:
    facts = operation["x-operation"]
    answer = success(operation)
    parts: dict[object, _Part] = {
        "answer": _Part("Operations", ": answer", written(answer or {})),
        "auth": _Part("Operations", ": auth", facts["auth"]),
        "paging": _Part("Operations", ": paging", facts["paging"]),
    }
    # The names of path parameters can change, their order cannot.
    for position, parameter in enumerate(operation.get("parameters", [])):
        identity = (parameter["in"], position if parameter["in"] == "path" else parameter["name"])
        text = written(parameter["schema"]) + (_REQUIRED if parameter["required"] else "")
        parts[identity] = _Part("Parameters", f"({parameter['name']})", text)
    if body := operation.get("requestBody"):
        text = written(body["content"]["application/json"]["schema"]) + (_REQUIRED if body["required"] else "")
        parts["body"] = _Part("Parameters", "(body)", text)
    return _Part("Operations", f"{facts['tag']}.{facts['name']}", key, parts)


def _component(name: str, schema: Json, schemas: Mapping[str, Json]) -> _Part:
    # The keys of a request body are TMDB's names.
    attributes = {} if "x-request-body" in schema else field_attributes(schema, schemas)
    # Only the fields of a request body can be required from the user.
    required: list[str] = schema.get("required", []) if "x-request-body" in schema else []
    fields: dict[object, _Part] = {
        key: _Part("Fields", f".{attributes.get(key, key)}", written(inner) + (_REQUIRED if key in required else ""))
        for key, inner in schema.get("properties", {}).items()
    }
    values: list[object] = schema.get("enum") or schema.get("x-extensible-enum") or []
    words: dict[object, _Part] = {("word", word): _Part("Vocabularies", f": {word}") for word in values}
    tags: Json = schema.get("discriminator", {}).get("mapping", {})
    members: dict[object, _Part] = {
        ("tag", tag): _Part("Types", f": {tag}", written({"$ref": member})) for tag, member in tags.items()
    }
    blocks: dict[object, _Part] = {
        ("block", block): _Part("Appended blocks", f": {block}", entry["schema"])
        for block, entry in schema.get("x-append", {}).items()
    }
    text = written(schema) if "anyOf" in schema else ""
    return _Part("Types", name, text, {**fields, **words, **members, **blocks})
