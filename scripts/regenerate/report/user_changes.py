"""Changes for users between two prepared documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.json_io import Json
from scripts.regenerate.document import known_values, operations, success, written
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.report.markdown import code
from scripts.regenerate.report.parts import DocumentPart, PartDifference, Parts, compare
from scripts.regenerate.write.attributes import field_attributes

_REQUIRED = ", required"
_DEPRECATED = "deprecated by TMDB"


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
    subject: str
    where: str
    text: str


def user_changes(before: Json, after: Json) -> list[UserChange]:
    """Return the changes between two prepared documents, breaking ones first."""
    found = [
        change for difference in compare(_parts(before), _parts(after), _same_name) for change in _changes(difference)
    ]
    return sorted(found, key=lambda one: (not one.breaking, one.subject, one.where, one.text))


def _same_name(removed: Parts, added: Parts) -> Iterator[tuple[object, object]]:
    """Yield the keys of operations that have another path but the same name: users call them as before."""
    new = {part.name: key for key, part in added.items() if _is_operation(part)}
    yield from ((key, new[part.name]) for key, part in removed.items() if _is_operation(part) and part.name in new)


def _is_operation(part: DocumentPart) -> bool:
    # The parts of an operation have the same kind, and no parts.
    return part.kind == "Operations" and bool(part.parts)


def _changes(difference: PartDifference) -> Iterator[UserChange]:
    old, new = difference.old, difference.new
    where = "".join(part.name for part in difference.new_path)
    if old and new:
        if old.name != new.name:
            former = "".join(part.name for part in (*difference.new_holders, old))
            yield UserChange(True, old.kind, former, f"renamed to {code(where)}")
        if _DEPRECATED in {old.text, new.text}:
            yield UserChange(False, new.kind, where, new.text or f"no longer {old.text}")
        elif old.text != new.text and not _is_operation(new):
            # A field that can no longer be null is compatible with code that reads it.
            kept = old.text in {f"{new.text} or null", new.text + _REQUIRED}
            yield UserChange(not kept, new.kind, where, f"{old.text} is now {new.text}")
    elif part := old or new:
        text = ", ".join(filter(None, ("new" if part is new else "removed", part.text)))
        yield UserChange(part is old or part.text.endswith(_REQUIRED), part.kind, where, text)


def _parts(document: Json) -> dict[object, DocumentPart]:
    schemas: dict[str, Json] = document["components"]["schemas"]
    keys = {operation_key(method, path): operation for path, method, operation in operations(document)}
    return {
        **{key: _operation(key, operation) for key, operation in keys.items()},
        **{name: _component(name, schema, schemas) for name, schema in schemas.items()},
    }


def _operation(key: str, operation: Json) -> DocumentPart:
    facts = operation["x-operation"]
    answer = success(operation)
    parts: dict[object, DocumentPart] = {
        "answer": DocumentPart("Operations", ": answer", written(answer or {})),
        "auth": DocumentPart("Operations", ": auth", facts["auth"]),
        "paging": DocumentPart("Operations", ": paging", facts["paging"]),
        "deprecated": DocumentPart("Operations", "", _DEPRECATED if operation.get("deprecated") else ""),
    }
    # The names of path parameters can change, their order cannot.
    for position, parameter in enumerate(operation.get("parameters", [])):
        identity = (parameter["in"], position if parameter["in"] == "path" else parameter["name"])
        text = written(parameter["schema"]) + (_REQUIRED if parameter["required"] else "")
        parts[identity] = DocumentPart("Parameters", f"({parameter['name']})", text)
    if body := operation.get("requestBody"):
        text = written(body["content"]["application/json"]["schema"]) + (_REQUIRED if body["required"] else "")
        parts["body"] = DocumentPart("Parameters", "(body)", text)
    return DocumentPart("Operations", f"{facts['tag']}.{facts['name']}", key, parts)


def _component(name: str, schema: Json, schemas: dict[str, Json]) -> DocumentPart:
    # The keys of a request body are TMDB's names.
    attributes = {} if "x-request-body" in schema else field_attributes(schema, schemas)
    # Only the fields of a request body can be required from the user.
    required: list[str] = schema.get("required", []) if "x-request-body" in schema else []
    fields: dict[object, DocumentPart] = {
        key: DocumentPart(
            "Fields", f".{attributes.get(key, key)}", written(inner) + (_REQUIRED if key in required else "")
        )
        for key, inner in schema.get("properties", {}).items()
    }
    # An empty word would look like a missing name.
    words: dict[object, DocumentPart] = {
        ("word", word): DocumentPart("Vocabularies", f": {word}" if word != "" else ': ""')
        for word in known_values(schema)
    }
    tags: Json = schema.get("discriminator", {}).get("mapping", {})
    members: dict[object, DocumentPart] = {
        ("tag", tag): DocumentPart("Types", f": {tag}", written({"$ref": member})) for tag, member in tags.items()
    }
    blocks: dict[object, DocumentPart] = {
        ("block", block): DocumentPart("Appended blocks", f": {block}", entry["schema"])
        for block, entry in schema.get("x-append", {}).items()
    }
    text = written(schema) if "anyOf" in schema else ""
    return DocumentPart("Types", name, text, {**fields, **words, **members, **blocks})
