"""Places of TMDB's documents in the prepared document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from scripts.json_io import Json
from scripts.regenerate.document import known_values, operations, success, target, types, written
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.report.parts import DocumentPart
from scripts.regenerate.write.attributes import field_attributes

_INNER = frozenset({"field", "items", "values"})


class PreparedPlaces:
    """The operations and components of a prepared document.

    Args:
        document: The prepared document.
    """

    def __init__(self, document: Json) -> None:
        self._schemas: dict[str, Json] = document["components"]["schemas"]
        self._servers = ", ".join(server["url"] for server in document.get("servers", []))
        self._operations = {operation_key(method, path): node for path, method, node in operations(document)}

    def keys(self, parts: Sequence[DocumentPart]) -> list[str]:
        """Return the fields of TMDB's document that are keys of a map in the bindings, such as countries."""
        located = [[*self.locate(parts[: end + 1])] for end in range(len(parts))]
        return [
            part.name.removeprefix(".")
            for part, names in zip(parts, located, strict=True)
            if part.kind == "field" and names and all(name.endswith(".*") for name in names)
        ]

    def locate(self, parts: Sequence[DocumentPart]) -> dict[str, str]:
        """Return the text of each place in the prepared document that a part of TMDB's document describes.

        Args:
            parts: The part after the parts that contain it, outermost first.

        Returns:
            Texts by name, such as `Movie.overview`; several for a union, none if the bindings do not have the part.
        """
        first, *rest = parts
        if first.kind == "document":
            return {"openapi/tmdb.json": self._servers} if first.name.endswith(" servers") else {}
        operation = self._operations.get(first.name)
        if operation is None:
            return {}
        name = "{tag}.{name}".format_map(operation["x-operation"])
        if not rest:
            return {name: first.name}
        return self._locate(name, operation, rest)

    def shown(self, name: str) -> str:
        """Return the name of a place as users write it: `Movie.class` is `Movie.class_`."""
        component, _, key = name.partition(".")
        schema = self._schemas.get(component, {})
        if "properties" not in schema or "x-request-body" in schema:
            return name
        field = key.removesuffix(".*")
        return f"{component}.{field_attributes(schema, self._schemas).get(field, field)}{key.removeprefix(field)}"

    def _locate(self, name: str, operation: Json, parts: Sequence[DocumentPart]) -> dict[str, str]:
        first, *rest = parts
        if first.kind == "deprecated":
            return {name: "deprecated" if operation.get("deprecated") else "current"}
        if first.kind.endswith(" parameter"):
            found = _parameter(operation, first)
            return {} if found is None else self._schema(f"{name}({found['name']})", found, found["schema"], rest)
        if first.kind == "body" and "requestBody" in operation:
            body: Json = operation["requestBody"]
            return self._schema(f"{name}(body)", body, body["content"]["application/json"]["schema"], rest[1:])
        if first.kind == "status" and first.name.startswith("answer 2"):
            if not rest:
                return {name: next(f"answer {status}" for status in operation["responses"] if status.startswith("2"))}
            if rest[0].kind == "content type":
                return self._schema(f"{name}: answer", {}, success(operation) or {}, rest[1:])
        return {}

    def _schema(self, name: str, holder: Json, schema: Json, parts: Sequence[DocumentPart]) -> dict[str, str]:
        """Return the texts of the places that parts of a schema describe."""
        places = [(name, schema)]
        for part in parts:
            if part.kind in _INNER:
                places = [found for owner, node in places for found in self._inside(owner, node, part)]
            elif part.kind == "keyword":
                key = part.name.strip()
                return {owner: str(node[key]) for owner, inner in places for node in (inner, holder) if key in node}
            elif part.kind == "word":
                return {owner: part.name for owner, node in places if part.name.removeprefix(": ") in self._words(node)}
            elif part.kind != "alternative":
                return {}
        required = ", required" if holder.get("required") is True and not parts else ""
        return {owner: written(node) + required for owner, node in places}

    def _inside(self, name: str, schema: Json, part: DocumentPart) -> Iterator[tuple[str, Json]]:
        for owner, node in self._choices(name, schema):
            key = part.name.removeprefix(".")
            if part.kind == "field" and key in node.get("properties", {}):
                yield f"{owner}.{key}", node["properties"][key]
            elif part.kind != "items" and "additionalProperties" in node:
                # A country, for example: a key of a map in the bindings, a field in TMDB's document.
                yield f"{name}.*", node["additionalProperties"]
            elif part.kind == "items" and types(node) == ["array"]:
                yield name, node["items"]
            elif node.get("x-json"):
                yield name, node

    def _choices(self, name: str, schema: Json) -> Iterator[tuple[str, Json]]:
        """Yield the components and other schemas that a schema accepts, with the names of the components."""
        component = target(schema)
        if component is not None:
            yield from self._choices(component, self._schemas[component])
        elif "anyOf" in schema:
            for choice in schema["anyOf"]:
                yield from self._choices(name, choice)
        else:
            yield name, schema

    def _words(self, schema: Json) -> set[str]:
        return {
            json.dumps(word, ensure_ascii=False) for _, node in self._choices("", schema) for word in known_values(node)
        }


def _parameter(operation: Json, part: DocumentPart) -> Json | None:
    """Return the parameter of a prepared operation; a path parameter may have another name there."""
    place, name = part.kind.removesuffix(" parameter"), part.name.removeprefix(f"{part.kind} ")
    for parameter in operation.get("parameters", []):
        if (parameter["in"], parameter["name"]) == (place, name):
            found: Json = parameter
            return found
    return None
