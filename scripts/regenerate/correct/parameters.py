"""Makes the parameters of the prepared document and names their vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.json_io import Json
from scripts.regenerate.correct.security import CREDENTIALS
from scripts.regenerate.document import ref
from scripts.regenerate.name.absorb import Absorber
from scripts.regenerate.name.naming import free_name, pascal
from scripts.regenerate.name.shapes import FORMATS, resolved
from scripts.regenerate.read.reviewed_data import ReviewedData
from scripts.regenerate.read.sources import Prepared

# What the prepared document keeps of a parameter's schema. A default is not among them: clients would send it by themselves,
# and no default language could stand above it.
_KEPT = ("type", "format", "items", "minimum", "maximum", "minLength", "maxLength", "pattern")


class ParameterBuilder:
    """Makes parameters; their vocabularies gather in the absorber's components.

    Args:
        tables: The reviewed data.
        absorber: The components and the notes.
    """

    def __init__(self, tables: ReviewedData, absorber: Absorber) -> None:
        self._tables = tables
        self._absorber = absorber
        self._owners: dict[str, str] = {}

    def build(self, one: Prepared) -> Iterator[Json]:
        """Yield the parameters of an operation: those of the path as they stand in it, then the query's by name."""
        overrides: Json = one.row.get("parameters") or {}
        found: dict[tuple[str, str], Json] = {}
        for parameter in one.source.node["parameters"]:
            node = resolved(parameter, one.source.document)
            # Headers say how a body is sent; that is the transport's business.
            if node.get("in") in {"path", "query"}:
                found[str(node["in"]), str(node["name"])] = node
        # A path parameter that the document forgot would leave a request with a hole.
        names = [("path", name) for name in re.findall(r"\{([^{}]*)\}", one.source.path)]
        names += sorted(key for key in found if key[0] == "query")
        for unknown in sorted(overrides.keys() - {name for _, name in names}):
            where = f"{one.source.key} {unknown}"
            self._absorber.note("unused", where, "corrected in operations.yaml, not in TMDB's document")
        for place, name in names:
            yield self._parameter(one, place, name, found.get((place, name), {}), overrides.get(name) or {})

    def _parameter(self, one: Prepared, place: str, name: str, node: Json, override: Json) -> Json:
        schema: Json = override.get("schema") or resolved(node.get("schema") or {}, one.source.document)
        required = bool(override.get("required", node.get("required"))) and name not in CREDENTIALS
        result: Json = {"name": name, "in": place, "required": place == "path" or required}
        description = override.get("description") or self._tables.parameter_descriptions.get(name)
        if description:
            result["description"] = description
        if schema.get("enum"):
            return {**result, "schema": ref(self._vocabulary(one, name, schema["enum"]))}
        kept: Json = {key: schema[key] for key in _KEPT if key in schema}
        if kept.get("format") not in FORMATS:
            kept.pop("format", None)
        return {**result, "schema": kept if "type" in kept else {"type": "string", **kept}}

    def _vocabulary(self, one: Prepared, parameter: str, enum: list[Any]) -> str:
        """Name of the component for a parameter's closed vocabulary; its words are TMDB's."""
        place = f"{one.source.key} {parameter}"
        words = [word for word in enum if word is not None]
        components = self._absorber.components
        name = self._tables.enums.get((one.source.key, parameter)) or self._automatic(one, parameter, words)
        known = components.get(name)
        if known is None:
            kind = "integer" if all(isinstance(word, int) for word in words) else "string"
            text = self._tables.enum_descriptions.get(name) or f"Values of the parameter `{parameter}`."
            components[name] = {"type": kind, "description": text, "enum": words}
        elif known.get("enum") != words:
            missing = [word for word in words if word not in known["enum"]]
            known["enum"] = [*known["enum"], *missing]
            text = f"other words than elsewhere under the name {name}: all of them are taken"
            self._absorber.note("enum", place, text)
        self._owners.setdefault(name, place)
        return name

    def _automatic(self, one: Prepared, parameter: str, words: list[Any]) -> str:
        """The one vocabulary with these words that a parameter of this name has elsewhere, else a new name."""
        components = self._absorber.components
        same = [
            name
            for name, owner in sorted(self._owners.items())
            if owner.rpartition(" ")[2] == parameter and components[name]["enum"] == words
        ]
        if len(same) == 1:
            return same[0]
        name = free_name(pascal(one.tag, one.name, parameter), components)
        self._absorber.note("enum", f"{one.source.key} {parameter}", f"named automatically: {name}")
        return name
