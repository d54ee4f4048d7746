"""TMDB's documents as trees of parts, without what does not change their meaning.

References, `allOf` and single alternatives are resolved. Texts, examples and the defaults of answers are no parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.json_io import Json, is_list, is_mapping
from scripts.regenerate.document import operations
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.name.shapes import resolved
from scripts.regenerate.report.parts import DocumentPart

_NULL = {"type": "null"}
# Keywords that are resolved, or that are parts of their own.
_RESOLVED = frozenset({"$ref", "allOf", "anyOf", "oneOf", "nullable", "const"})
_STRUCTURE = frozenset({"type", "format", "properties", "required", "items", "enum", "deprecated", "anyOf"})
_PROSE = frozenset({"description", "summary", "title", "example", "examples", "externalDocs"})
_OPERATION = frozenset({"operationId", "deprecated", "parameters", "requestBody", "responses"})
_PARAMETER = frozenset({"name", "in", "required", "schema", "content", "deprecated"})


def upstream_parts(documents: Mapping[str, Json], others: Mapping[str, Json]) -> dict[object, DocumentPart]:
    """Return the parts of upstream documents, without the operations that are the same in other ones.

    Args:
        documents: The documents by version (`v3`, `v4`).
        others: The documents that they are compared with.
    """
    return {
        key: part
        for version, document in documents.items()
        for key, part in _Reader(_differing(document, others.get(version, {}))).parts(version).items()
    }


def _differing(document: Json, other: Json) -> Json:
    """Return a document without the paths that are the same in another one, unless their references may differ."""
    if _json(document.get("components")) != _json(other.get("components")):
        return document
    same: Json = other.get("paths", {})
    paths = {
        path: item for path, item in document["paths"].items() if path not in same or _json(item) != _json(same[path])
    }
    return {**document, "paths": paths}


class _Reader:
    def __init__(self, document: Json) -> None:
        self._document = document

    def parts(self, version: str) -> dict[object, DocumentPart]:
        """Return the operations, and what applies to all of them."""
        document = self._document
        info: Json = document["info"]
        schemes: Json = document.get("components", {}).get("securitySchemes", {})
        texts = {
            "title": str(info.get("title", "")),
            "version": str(info.get("version", "")),
            "servers": ", ".join(str(server.get("url")) for server in document.get("servers", [])),
            "security": _json(document.get("security", [])),
            **{f"security scheme {name}": _json(scheme) for name, scheme in schemes.items()},
        }
        return {
            **{(version, name): DocumentPart("document", f"{version} {name}", text) for name, text in texts.items()},
            **{
                operation_key(method, path): self._operation(path, method, node)
                for path, method, node in operations(document)
            },
        }

    def _operation(self, path: str, method: str, node: Json) -> DocumentPart:
        parts: dict[object, DocumentPart] = {
            "operationId": DocumentPart("operation id", " operationId", str(node.get("operationId", ""))),
            **_deprecated(node),
            **_keywords(node, _OPERATION),
            **dict(self._parameters(path, node)),
        }
        if "requestBody" in node:
            body = resolved(node["requestBody"], self._document)
            parts["body"] = DocumentPart("body", "body", _needed(body), self._contents(body, sent=True))
        for status, response in node.get("responses", {}).items():
            answer = resolved(response, self._document)
            parts["answer", status] = DocumentPart(
                "status", f"answer {status}", "", {**_keywords(answer, {"content"}), **self._contents(answer)}
            )
        return DocumentPart("operation", operation_key(method, path), "", parts)

    def _parameters(self, path: str, node: Json) -> Iterator[tuple[object, DocumentPart]]:
        declared: dict[tuple[str, str], Json] = {}
        for parameter in [*self._document["paths"][path].get("parameters", []), *node.get("parameters", [])]:
            found = resolved(parameter, self._document)
            declared[str(found.get("in")), str(found.get("name"))] = found
        # The names of path parameters can change, their order cannot.
        for position, name in enumerate(re.findall(r"\{([^{}]*)\}", path)):
            yield ("path", position), self._parameter("path parameter", name, declared.pop(("path", name), {}))
        for (place, name), parameter in declared.items():
            yield (place, name), self._parameter(f"{place} parameter", name, parameter)

    def _parameter(self, kind: str, name: str, node: Json) -> DocumentPart:
        contents: list[Json] = list(node.get("content", {}).values())
        schema: object = node.get("schema") or (contents[0].get("schema") if contents else None)
        made = self._schema(kind, f"{kind} {name}", schema, node.get("required") is True, sent=True)
        return DocumentPart(
            kind, made.name, made.text, {**made.parts, **_deprecated(node), **_keywords(node, _PARAMETER)}
        )

    def _contents(self, holder: Json, *, sent: bool = False) -> dict[object, DocumentPart]:
        contents: Json = holder.get("content") or {}
        return {
            ("content", name): self._schema("content type", name, media.get("schema"), sent=sent)
            for name, media in contents.items()
        }

    def _schema(
        self,
        kind: str,
        name: str,
        schema: object,
        required: bool = False,
        *,
        sent: bool = False,
        _seen: tuple[str, ...] = (),
    ) -> DocumentPart:
        """Return the part of a schema.

        Args:
            kind: The kind of part.
            name: The name of the part.
            schema: The schema.
            required: Whether the value is required.
            sent: Whether the value is sent to TMDB, where defaults have a meaning.
        """
        node, seen = self._flat(schema, _seen)
        types = _types(node)
        kinds = [one for one in types if one != "null"]
        if not kinds:
            kinds = ["object" if "properties" in node else "array" if "items" in node else "untyped"]
        text = " or ".join(sorted(kinds))
        text += f" ({node['format']})" if "format" in node else ""
        text += " or null" if "null" in types else ""
        parts: dict[object, DocumentPart] = {
            **_deprecated(node),
            **_keywords(node, _STRUCTURE if sent else {*_STRUCTURE, "default"}),
        }
        needed = _list(node.get("required"))
        fields: Json = node["properties"] if is_mapping(node.get("properties")) else {}
        for key, inner in fields.items():
            parts["field", key] = self._schema("field", f".{key}", inner, key in needed, sent=sent, _seen=seen)
        if "array" in kinds:
            parts["items"] = self._schema("items", "[]", node.get("items"), sent=sent, _seen=seen)
        if node.get("additionalProperties") not in (None, True, {}, False):
            values = node["additionalProperties"]
            parts["values"] = self._schema("values", ".*", values, sent=sent, _seen=seen)
        for choice in node.get("anyOf", []):
            made = self._schema("alternative", "", choice, sent=sent, _seen=seen)
            parts["alternative", repr(made)] = DocumentPart("alternative", f" or {made.text}", made.text, made.parts)
        for word in _list(node.get("enum")):
            parts["word", _json(word)] = DocumentPart("word", f": {_json(word)}")
        return DocumentPart(kind, name, text + (", required" if required else ""), parts)

    def _flat(self, schema: object, seen: tuple[str, ...]) -> tuple[Json, tuple[str, ...]]:
        """Return a schema without references, `allOf`, `const` and single alternatives, and the references in it."""
        node: Json = schema if is_mapping(schema) else {}
        layers: list[Json] = []
        reference = node.get("$ref")
        if isinstance(reference, str):
            if reference in seen:
                return {"type": "recursive"}, seen
            seen = (*seen, reference)
            layers.append(resolved(node, self._document))
        layers += _list(node.get("allOf"))
        choices = [*_list(node.get("anyOf")), *_list(node.get("oneOf"))]
        named = [choice for choice in choices if choice != _NULL]
        result: Json = {}
        for layer in [*layers, *(named if len(named) == 1 else [])]:
            flat, seen = self._flat(layer, seen)
            result = _merge(result, flat)
        result = _merge(result, {key: value for key, value in node.items() if key not in _RESOLVED})
        if "const" in node:
            result["enum"] = [node["const"]]
        if len(named) > 1:
            plain = [self._flat(choice, seen)[0] for choice in named]
            if all(choice.keys() == {"type"} for choice in plain):
                result["type"] = [one for choice in plain for one in _types(choice)]
            else:
                result["anyOf"] = named
        if node.get("nullable") is True or len(named) < len(choices):
            result["type"] = [*_types(result), "null"]
        return result, seen


def _merge(one: Json, other: Json) -> Json:
    """Return a schema with the keywords and fields of both."""
    result = {**one, **other}
    for key in ("properties", "required"):
        first, second = one.get(key), other.get(key)
        if is_mapping(first) and is_mapping(second):
            result[key] = {**first, **second}
        elif is_list(first) and is_list(second):
            result[key] = [*first, *second]
    return result


def _list(value: object) -> list[Any]:
    return value if is_list(value) else []


def _types(node: Json) -> list[str]:
    declared = node.get("type")
    return list(dict.fromkeys(str(one) for one in (declared if is_list(declared) else [declared]) if one is not None))


def _needed(node: Json) -> str:
    return "required" if node.get("required") is True else "optional"


def _deprecated(node: Json) -> dict[object, DocumentPart]:
    return {"deprecated": DocumentPart("deprecated", " deprecated")} if node.get("deprecated") is True else {}


def _keywords(node: Json, known: frozenset[str] | set[str]) -> dict[object, DocumentPart]:
    """Return the other keywords, such as limits and defaults. A keyword that allows everything has no meaning."""
    return {
        ("keyword", key): DocumentPart("keyword", f" {key}", _json(value))
        for key, value in node.items()
        if key not in known
        and key not in _PROSE
        and not key.startswith("x-")
        and not (key == "additionalProperties" and value is not False)
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
