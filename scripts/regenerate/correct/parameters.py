"""Builder of the parameters of the prepared document and their enums."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scripts.json_io import Json, is_list
from scripts.regenerate.correct.security import CREDENTIALS
from scripts.regenerate.document import ref
from scripts.regenerate.name.absorb import Absorber
from scripts.regenerate.name.naming import free_name, pascal
from scripts.regenerate.name.shapes import FORMATS, resolved
from scripts.regenerate.read.prepared_operation import PreparedOperation
from scripts.regenerate.read.reviewed_data import ReviewedData

# Keywords of parameters in the prepared document. `default` is omitted, because it would take precedence over the client's
# default language.
_KEYWORDS = ("type", "format", "items", "minimum", "maximum", "minLength", "maxLength", "pattern")


class ParameterBuilder:
    """Builds parameters, and adds their enums to the absorber.

    Args:
        reviewed: The reviewed data.
        absorber: The components and notes.
    """

    def __init__(self, reviewed: ReviewedData, absorber: Absorber) -> None:
        self._reviewed = reviewed
        self._absorber = absorber
        self._owners: dict[str, str] = {}

    def build(self, operation: PreparedOperation) -> Iterator[Json]:
        """Yield the parameters of an operation: path parameters in order, then query parameters by name."""
        overrides: Json = operation.row.get("parameters") or {}
        found: dict[tuple[str, str], Json] = {}
        for parameter in operation.upstream["parameters"]:
            node = resolved(parameter, operation.document)
            # Headers are set by the HTTP client.
            if node.get("in") in {"path", "query"}:
                found[str(node["in"]), str(node["name"])] = node
        # Every parameter of the path is needed, even if the document does not list it.
        names = [("path", name) for name in dict.fromkeys(re.findall(r"\{([^{}]*)\}", operation.path))]
        names += sorted(key for key in found if key[0] == "query")
        for unknown in sorted(overrides.keys() - {name for _, name in names}):
            where = f"{operation.key} {unknown}"
            self._absorber.note("unused", where, "in operations.yaml, but not in TMDB's document")
        for place, name in names:
            yield self._parameter(operation, place, name, found.get((place, name), {}), overrides.get(name) or {})

    def _parameter(self, operation: PreparedOperation, place: str, name: str, node: Json, override: Json) -> Json:
        schema: Json = override.get("schema") or resolved(node.get("schema") or {}, operation.document)
        required = bool(override.get("required", node.get("required"))) and name not in CREDENTIALS
        result: Json = {"name": name, "in": place, "required": place == "path" or required}
        description = override.get("description") or self._reviewed.parameter_descriptions.get(name)
        if description:
            result["description"] = description
        if words := _words(schema.get("enum")):
            return {**result, "schema": ref(self._vocabulary(operation, name, words))}
        limits: Json = {key: schema[key] for key in _KEYWORDS if key in schema}
        if words := _words(limits.get("items", {}).get("enum")):
            limits["items"] = ref(self._vocabulary(operation, name, words))
        if limits.get("format") not in FORMATS:
            limits.pop("format", None)
        return {**result, "schema": limits if "type" in limits else {"type": "string", **limits}}

    def _vocabulary(self, operation: PreparedOperation, parameter: str, words: list[Any]) -> str:
        """Return the component of a parameter's enum. Create or extend it if needed."""
        place = f"{operation.key} {parameter}"
        components = self._absorber.components
        name = self._reviewed.enums.get((operation.key, parameter)) or self._automatic(operation, parameter, words)
        known = components.get(name)
        if known is None:
            kind = "string" if isinstance(words[0], str) else "integer"
            text = self._reviewed.enum_descriptions.get(name) or f"Values of the `{parameter}` parameter."
            components[name] = {"type": kind, "description": text, "enum": words}
        elif known.get("enum") != words:
            merged = _words([*known["enum"], *words])
            known.update(type="string" if isinstance(merged[0], str) else "integer", enum=merged)
            text = f"{name} has other values elsewhere: merged"
            self._absorber.note("enum", place, text)
        self._owners.setdefault(name, place)
        return name

    def _automatic(self, operation: PreparedOperation, parameter: str, words: list[Any]) -> str:
        """Return the enum of the only parameter with this name and these values; otherwise a new name."""
        components = self._absorber.components
        same = [
            name
            for name, owner in sorted(self._owners.items())
            if owner.rpartition(" ")[2] == parameter and components[name]["enum"] == words
        ]
        if len(same) == 1:
            return same[0]
        name = free_name(pascal(operation.tag, operation.name, parameter), components)
        self._absorber.note("enum", f"{operation.key} {parameter}", f"named automatically: {name}")
        return name


def _words(enum: object) -> list[Any]:
    """Return the values of an enum: all integers, or all texts, as a query contains them. Others are omitted.

    Integers of a query are not negative, so with a negative one all are texts.
    """
    values: list[Any] = [value for value in (enum if is_list(enum) else []) if isinstance(value, str | int | float)]
    if all(type(value) is int and value >= 0 for value in values):
        return list(dict.fromkeys(values))
    return list(dict.fromkeys(value if isinstance(value, str) else json.dumps(value) for value in values))
