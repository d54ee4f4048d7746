"""An independent semantic diff of OpenAPI documents, to which reports of the pipeline are compared.

The documents are expanded first, so that no reference is left, and then flattened to facts: the text of every place by its
address. It shares no rule with the pipeline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scripts.json_io import Json, is_list, is_mapping

Address = tuple[str, ...]
Facts = dict[Address, str]

VERBS = ("get", "post", "put", "patch", "delete")
IGNORED = {"description", "summary", "title", "example", "examples", "externalDocs"}


def text(value: Any) -> str:
    """Return a value as JSON text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def follow(node: Any, document: Any) -> Any:
    """Return the target of a reference, or the node itself."""
    while is_mapping(node) and isinstance(node.get("$ref"), str):
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            target = target.get(step, {}) if is_mapping(target) else {}
        beside: Json = {key: value for key, value in node.items() if key != "$ref"}
        node = {**target, **beside}
    return node


def expand(schema: Any, document: Any, above: tuple[str, ...] = ()) -> Json:
    """Return a schema in one form: without references and compositions, with a set of types and a list of words."""
    found: Json = {"types": set(), "fields": {}, "needed": set(), "other": {}, "choices": []}
    pending: list[Json] = [schema if is_mapping(schema) else {}]
    while pending:
        node = pending.pop(0)
        if "$ref" in node:
            if node["$ref"] in above:
                found["types"].add("recursive")
            else:
                above = (*above, node["$ref"])
                pending.insert(0, follow({"$ref": node["$ref"]}, document))
        pending[0:0] = node.get("allOf", [])
        every = [*node.get("anyOf", []), *node.get("oneOf", [])]
        choices = [choice for choice in every if choice != {"type": "null"}]
        if len(choices) < len(every) or node.get("nullable"):
            found["types"].add("null")
        if len(choices) == 1:
            pending.append(choices[0])
        elif choices:
            made = [expand(choice, document, above) for choice in choices]
            if all(not any(one[key] for key in ("fields", "needed", "other", "choices")) for one in made) and all(
                one.keys() == found.keys() | {"above"} and one["types"] for one in made
            ):
                found["types"] |= set().union(*(one["types"] for one in made))
            else:
                found["choices"] += made
        kinds = node.get("type", [])
        found["types"] |= set(kinds if is_list(kinds) else [kinds])
        found["fields"].update(node.get("properties", {}))
        found["needed"] |= set(node["required"] if is_list(node.get("required")) else [])
        for key in ("format", "items", "enum"):
            if key in node:
                found[key] = node[key]
        if "const" in node:
            found["enum"] = [node["const"]]
        handled = {"$ref", "allOf", "anyOf", "oneOf", "nullable", "type", "properties", "required", "format", "items"}
        for key, value in node.items():
            if key not in handled | {"enum", "const"} | IGNORED and not key.startswith("x-"):
                found["other"][key] = value
    found["above"] = above
    return found


def schema_facts(schema: Any, document: Any, *, sent: bool) -> Iterator[tuple[Address, str]]:
    """Yield the facts of a schema by their addresses below it."""
    waiting: list[tuple[Address, Any, tuple[str, ...], str]] = [((), schema, (), "")]
    while waiting:
        address, node, above, suffix = waiting.pop()
        one: Json = node if is_mapping(node) and "above" in node else expand(node, document, above)
        kinds = one["types"] - {"null"} or {"object" if one["fields"] else "array" if "items" in one else "untyped"}
        shown = " or ".join(sorted(kinds)) + (f" ({one['format']})" if "format" in one else "")
        yield address, shown + (" or null" if "null" in one["types"] else "") + suffix
        for name, inner in one["fields"].items():
            waiting.append(((*address, f".{name}"), inner, one["above"], ", required" * (name in one["needed"])))
        if "array" in kinds:
            waiting.append(((*address, "[]"), one.get("items", {}), one["above"], ""))
        for word in one.get("enum", []):
            yield (*address, f": {text(word)}"), "word"
        for choice in one["choices"]:
            facts = sorted(schema_facts(choice, document, sent=sent))
            yield (*address, "or", text(facts)), "choice"
        for key, value in one["other"].items():
            if key == "additionalProperties" and is_mapping(value):
                if value:
                    waiting.append(((*address, ".*"), value, one["above"], ""))
            elif key == "additionalProperties" and value is True:
                pass
            elif key == "deprecated":
                if value is True:
                    yield (*address, " deprecated"), "true"
            elif sent or key != "default":
                yield (*address, f" {key}"), text(value)


def template(path: str) -> str:
    """Return a path without the names of its parameters."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def operation_facts(path: str, verb: str, document: Any) -> Facts:
    """Return the facts of an operation. Path parameters are numbered."""
    item = document["paths"][path]
    node = item[verb]
    facts: Facts = {(): "operation", (" operationId",): str(node.get("operationId", ""))}
    if node.get("deprecated") is True:
        facts[" deprecated",] = "true"
    for key in node.keys() - {"operationId", "deprecated", "parameters", "requestBody", "responses"} - IGNORED:
        if not key.startswith("x-"):
            facts[f" {key}",] = text(node[key])
    places = re.findall(r"\{([^{}]*)\}", path)
    listed = [follow(one, document) for one in [*item.get("parameters", []), *node.get("parameters", [])]]
    parameters = {(one["in"], one["name"]): one for one in listed}
    for number, name in enumerate(places):
        facts[f"path {number}",] = name
        parameters.setdefault(("path", name), {})
    for (where, name), one in parameters.items():
        at = (
            (f"path {places.index(name)}", "value")
            if where == "path" and name in places
            else (f"{where} parameter {name}",)
        )
        content = list(one.get("content", {}).values()) or [{}]
        for address, shown in schema_facts(one.get("schema") or content[0].get("schema"), document, sent=True):
            facts[at + address] = shown + ", required" * (one.get("required") is True and not address)
        for key in one.keys() - {"in", "name", "required", "schema", "content"} - IGNORED:
            if not key.startswith("x-") and not (key == "deprecated" and one[key] is not True):
                facts[(*at, f" {key}")] = text(one[key])
    if "requestBody" in node:
        body = follow(node["requestBody"], document)
        facts["body",] = "required" if body.get("required") is True else "optional"
        facts |= content_facts(("body",), body, document, sent=True)
    for status, response in node.get("responses", {}).items():
        answer = follow(response, document)
        facts[f"answer {status}",] = ""
        facts |= {
            (f"answer {status}", f" {key}"): text(value) for key, value in answer.items() if key in {"headers", "links"}
        }
        facts |= content_facts((f"answer {status}",), answer, document, sent=False)
    return facts


def content_facts(at: Address, holder: Any, document: Any, *, sent: bool) -> Facts:
    """Return the facts of a body by content type."""
    return {
        (*at, name, *address): shown
        for name, media in holder.get("content", {}).items()
        for address, shown in schema_facts(media.get("schema"), document, sent=sent)
    }


def document_facts(version: str, document: Any) -> dict[str, Facts]:
    """Return the facts of each operation and of the document itself."""
    head: dict[str, Facts] = {
        f"{version} title": {(): document["info"].get("title", "")},
        f"{version} version": {(): document["info"].get("version", "")},
        f"{version} servers": {(): ", ".join(server["url"] for server in document.get("servers", []))},
        f"{version} security": {(): text(document.get("security", []))},
    }
    for name, scheme in document.get("components", {}).get("securitySchemes", {}).items():
        kept = {key: value for key, value in scheme.items() if not key.startswith("x-") and key not in IGNORED}
        head[f"{version} security scheme {name}"] = {(): text(kept)}
    return head | {
        f"{verb.upper()} {template(path)}": operation_facts(path, verb, document)
        for path, item in document["paths"].items()
        for verb in VERBS
        if verb in item
    }
