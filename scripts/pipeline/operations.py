"""Makes the operations of the prepared document: names, parameters, bodies, answers, and the facts beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.absorb import Absorber
from pipeline.canonical import Json
from pipeline.naming import automatic_operation, free_name, operation_key, pascal
from pipeline.schemas import ref
from pipeline.security import CREDENTIALS, automatic_auth, security
from pipeline.shapes import ANY, FORMATS, Shape, shape_of
from pipeline.tables import Tables

METHODS = ("get", "post", "put", "patch", "delete")
_PAGE_KEYS = frozenset({"page", "results", "total_pages", "total_results"})
_PAGE_SIZES = {"none": 0, "pages": 20, "changes": 100, "single": 20}
_REFERENCES = {"4": "https://developer.themoviedb.org/v4/reference/"}
_REFERENCE = "https://developer.themoviedb.org/reference/"
_PARAMETER_KEYS = ("type", "format", "items", "minimum", "maximum", "minLength", "maxLength", "pattern")


@dataclass(frozen=True, slots=True)
class Source:
    """One operation as the corrected upstream document has it."""

    key: str
    method: str
    path: str
    node: Json
    document: Json


@dataclass(slots=True)
class Prepared:
    """One operation of the prepared document while it is made."""

    source: Source
    row: Json
    listed: bool
    tag: str
    name: str
    node: Json

    @property
    def id(self) -> str:
        """Its operationId."""
        return f"{self.tag}_{self.name}"


def sources(documents: list[Json]) -> list[Source]:
    """Return the operations of some documents, sorted by path and method."""
    found: dict[str, Source] = {}
    for document in documents:
        for path, item in (document.get("paths") or {}).items():
            for method in METHODS:
                if method in item:
                    node = {**item[method], "parameters": [*item.get("parameters", []), *item[method].get("parameters", [])]}
                    key = operation_key(method, path)
                    found[key] = Source(key, method, path, node, document)
    return sorted(found.values(), key=lambda source: (source.path, METHODS.index(source.method)))


class OperationBuilder:
    """Makes operations; what they refer to gathers in the absorber's components.

    Args:
        tables: The reviewed data.
        absorber: The components and the notes.
    """

    def __init__(self, tables: Tables, absorber: Absorber) -> None:
        self._tables = tables
        self._absorber = absorber
        self._enum_owners: dict[str, str] = {}

    def build(self, all_sources: list[Source]) -> list[Prepared]:
        """Return the prepared operations, in the order of the sources."""
        named = self._names(all_sources)
        # Listed operations first: an unlisted one may then find its shapes among theirs.
        prepared = [
            Prepared(source, self._tables.operations.get(source.key, {}), source.key in self._tables.operations, tag, name, {})
            for source, (tag, name) in zip(all_sources, named, strict=True)
        ]
        for operation in sorted(prepared, key=lambda one: not one.listed):
            operation.node = self._operation(operation)
        for key in sorted(self._tables.operations.keys() - {source.key for source in all_sources}):
            self._absorber.note("unused", key, "listed in operations.yaml, not in TMDB's document")
        return prepared

    def _names(self, all_sources: list[Source]) -> list[tuple[str, str]]:
        rows = self._tables.operations
        listed = {(str(row["tag"]), str(row["name"])) for row in rows.values()}
        prefixes = [(key.partition(" ")[2], str(row["tag"])) for key, row in rows.items()]
        taken = set(listed)
        result: list[tuple[str, str]] = []
        for source in all_sources:
            row = rows.get(source.key)
            if row is not None:
                name = (str(row["tag"]), str(row["name"]))
            else:
                name = automatic_operation(source.method, source.path, prefixes, taken)
                self._absorber.note("operation", source.key, f"named automatically: {name[0]}.{name[1]}")
            taken.add(name)
            result.append(name)
        return result

    def _operation(self, one: Prepared) -> Json:
        source, row = one.source, one.row
        parameters = list(self._parameters(one))
        query = {str(parameter["name"]) for parameter in parameters if parameter["in"] == "query"}
        auth = str(row.get("auth") or automatic_auth(source.path, query))
        answer = self._answer(one)
        node: Json = {
            "operationId": one.id,
            "tags": [one.tag],
            "summary": row.get("summary") or f"{one.name.replace('_', ' ').capitalize()}.",
        }
        if row.get("description"):
            node["description"] = row["description"]
        slug = row.get("reference") or source.node.get("operationId")
        if slug:
            node["externalDocs"] = {"url": _REFERENCES.get(source.path[1:2], _REFERENCE) + str(slug)}
        node["security"] = security(auth)
        if parameters:
            node["parameters"] = parameters
        body = self._body(one)
        if body:
            node["requestBody"] = body
        node["responses"] = _responses(self._status(one), answer)
        node["x-operation"] = self._facts(one, auth, query, answer)
        return node

    def _facts(self, one: Prepared, auth: str, query: set[str], answer: Json) -> Json:
        row, method = one.row, one.source.method
        user_scoped = bool(row.get("user_scoped", auth != "application"))
        paging = row.get("paging")
        if paging is None:
            component = self._absorber.components.get(str(answer.get("$ref", "")).rpartition("/")[2], {})
            paging = "pages" if "page" in query and component.get("properties", {}).keys() >= _PAGE_KEYS else "none"
        return {
            "tag": one.tag,
            "name": one.name,
            "auth": auth,
            "user_scoped": user_scoped,
            "repeatable": bool(row.get("repeatable", method in {"get", "put", "delete"})),
            "cacheable": bool(row.get("cacheable", method == "get" and not user_scoped)),
            "paging": paging,
            "page_size": int(row.get("page_size", _PAGE_SIZES[str(paging)])),
            "appendable": [],
        }

    def _parameters(self, one: Prepared) -> Iterator[Json]:
        overrides: Json = one.row.get("parameters") or {}
        found: dict[tuple[str, str], Json] = {}
        for parameter in one.source.node["parameters"]:
            node = _resolved(parameter, one.source.document)
            # Headers say how a body is sent; that is the transport's business.
            if node.get("in") in {"path", "query"}:
                found[str(node["in"]), str(node["name"])] = node
        # A path parameter that the document forgot would leave a request with a hole.
        in_path = re.findall(r"\{([^{}]*)\}", one.source.path)
        names = [("path", name) for name in in_path] + sorted(key for key in found if key[0] == "query")
        for unknown in sorted(overrides.keys() - {name for _, name in names}):
            self._absorber.note("unused", f"{one.source.key} {unknown}", "corrected in operations.yaml, not in TMDB's document")
        for place, name in names:
            yield self._parameter(one, place, name, found.get((place, name), {}), overrides.get(name) or {})

    def _parameter(self, one: Prepared, place: str, name: str, node: Json, override: Json) -> Json:
        schema: Json = override.get("schema") or _resolved(node.get("schema") or {}, one.source.document)
        required = bool(override.get("required", node.get("required"))) and name not in CREDENTIALS
        result: Json = {"name": name, "in": place, "required": place == "path" or required}
        if override.get("description"):
            result["description"] = override["description"]
        if "$ref" in schema:
            self._absorber.note("parameter", f"{one.source.key} {name}", "refers to a component")
        if schema.get("enum"):
            result["schema"] = ref(self._enum(one, name, schema))
        else:
            kept = {key: schema[key] for key in _PARAMETER_KEYS if key in schema}
            if kept.get("format") not in FORMATS:
                kept.pop("format", None)
            result["schema"] = kept if "type" in kept else {"type": "string", **kept}
        return result

    def _enum(self, one: Prepared, parameter: str, schema: Json) -> str:
        """Name of the component for a parameter's closed vocabulary; its words are TMDB's."""
        place = f"{one.source.key} {parameter}"
        name = self._tables.enums.get((one.source.key, parameter))
        words: list[Any] = [word for word in schema["enum"] if word is not None]
        components = self._absorber.components
        if name is None:
            same = [
                other
                for other, owner in sorted(self._enum_owners.items())
                if owner.rpartition(" ")[2] == parameter and components[other]["enum"] == words
            ]
            name = same[0] if len(same) == 1 else free_name(pascal(one.tag, one.name, parameter), components)
            if not same:
                self._absorber.note("enum", place, f"named automatically: {name}")
        kind = "integer" if all(isinstance(word, int) for word in words) else "string"
        known = components.get(name)
        if known is None:
            text = self._tables.enum_descriptions.get(name) or f"Values of the parameter `{parameter}`."
            components[name] = {"type": kind, "description": text, "enum": words}
        elif known.get("enum") != words:
            missing = [word for word in words if word not in known["enum"]]
            known["enum"] = [*known["enum"], *missing]
            self._absorber.note("enum", place, f"other words than elsewhere under the name {name}: all of them are taken")
        self._enum_owners.setdefault(name, place)
        return name

    def _status(self, one: Prepared) -> str:
        if one.row.get("status"):
            return str(one.row["status"])
        codes = sorted(code for code in one.source.node.get("responses", {}) if re.fullmatch("2[0-9][0-9]", code))
        return codes[0] if codes else "200"

    def _answer(self, one: Prepared) -> Json:
        shape = self._upstream_answer(one)
        answer: Any = one.row.get("answer")
        if answer is None:
            return self._absorber.fresh(shape, pascal(one.tag, one.name))
        if not isinstance(answer, list):
            self._absorber.known(str(answer), shape, one.source.key)
            return ref(str(answer))
        inner = shape.inner if shape.kind == "array" and shape.inner else ANY
        if shape.kind not in {"array", "any"}:
            self._absorber.note("widened", one.source.key, "upstream answers no array any more, ours is kept")
        if answer[0] == "string":
            return {"type": "array", "items": {"type": "string"}}
        self._absorber.known(str(answer[0]), inner, one.source.key)
        return {"type": "array", "items": ref(str(answer[0]))}

    def _upstream_answer(self, one: Prepared) -> Shape:
        responses: Json = one.source.node.get("responses", {})
        for code in sorted(responses):
            if code.startswith("2"):
                content = _resolved(responses[code], one.source.document).get("content") or {}
                media = content.get("application/json") or next(iter(content.values()), {})
                return shape_of(media.get("schema"), one.source.document)
        return ANY

    def _body(self, one: Prepared) -> Json | None:
        node = _resolved(one.source.node.get("requestBody") or {}, one.source.document)
        name: str | None = one.row.get("body")
        if not node and name is None:
            return None
        content = node.get("content") or {}
        schema: Any = (content.get("application/json") or next(iter(content.values()), {})).get("schema")
        shape = shape_of(schema, one.source.document)
        if "RAW_BODY" in shape.fields:  # the document's way to say: any JSON
            shape = ANY
        components = self._absorber.components
        if name is None:
            name = free_name(pascal(one.tag, one.name, "body"), components)
            properties: Json = {}
            for key, inner in shape.fields.items():
                properties[key] = self._absorber.fresh(inner, free_name(name + pascal(key), components))
            components[name] = {"description": f"Body of `{one.id}`.", "x-request-body": True, "properties": properties}
            if shape.required & shape.fields.keys():
                components[name]["required"] = sorted(shape.required & shape.fields.keys())
            self._absorber.note("body", one.source.key, f"named automatically: {name}")
        elif shape.kind == "object":
            self._absorber.known(name, shape, one.source.key)
        required = bool(components[name].get("required"))
        return {"required": required, "content": {"application/json": {"schema": ref(name)}}}


def link_appended(prepared: list[Prepared], components: Mapping[str, Json]) -> None:
    """Join what can be appended to a details call: `append_block` of the table, and `x-append` of the components.

    Args:
        prepared: The operations; their facts gain `appendable` and `append_parent`.
        components: The components; details gain their blocks, and lose those whose operation is gone.
    """
    by_key = {operation.source.key: operation for operation in prepared}
    ids = {operation.id for operation in prepared}
    for component in components.values():
        blocks: Json = component.get("x-append") or {}
        gone = [block for block, entry in blocks.items() if entry.get("operation", next(iter(ids), "")) not in ids]
        for block in gone:
            del blocks[block]
    for operation in prepared:
        block = operation.row.get("append_block")
        if block:
            path = operation.source.key.partition(" ")[2]
            parent = by_key.get(f"GET {_parent_path(path, str(block))}")
            answer = _answer_name(operation)
            if parent is not None and answer is not None:
                operation.node["x-operation"]["append_parent"] = parent.id
                owner = components[str(_answer_name(parent))]
                owner.setdefault("x-append", {}).setdefault(block, {"schema": answer, "operation": operation.id})
    for operation in prepared:
        answer = _answer_name(operation)
        # A row that has the same component as a details call cannot take blocks along: the details call is the one without.
        takes = any(other.node["x-operation"].get("append_parent") == operation.id for other in prepared)
        if answer is not None and takes:
            operation.node["x-operation"]["appendable"] = sorted(components[answer].get("x-append") or {})


def _parent_path(path: str, block: str) -> str:
    depth = block.count("/") + 1
    return "/".join(path.split("/")[:-depth])


def _answer_name(operation: Prepared) -> str | None:
    for code, response in operation.node["responses"].items():
        if code.startswith("2"):
            reference = response["content"]["application/json"]["schema"].get("$ref")
            return str(reference).rpartition("/")[2] if reference else None
    return None


def _responses(status: str, answer: Json) -> Json:
    error = {"$ref": "#/components/responses/Error"}
    success: Json = {"description": "The answer.", "content": {"application/json": {"schema": answer}}}
    return {status: success, "401": error, "404": error, "422": error, "429": error, "default": error}


def _resolved(node: Json, document: Json) -> Json:
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return node
    value: Any = document
    for part in reference.removeprefix("#/").split("/"):
        value = value.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(value, dict) else {}
    return value if isinstance(value, dict) else {}  # pyright: ignore[reportUnknownVariableType]
