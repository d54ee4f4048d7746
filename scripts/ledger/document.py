"""The operations of the prepared document, and validation of requests against them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import jsonschema_rs

from scripts.json_io import Json, is_list, is_mapping
from scripts.paths import ROOT

SOURCE = ROOT / "openapi" / "tmdb.json"


class Sent(NamedTuple):
    """A request without the client's credentials and headers.

    Attributes:
        method: The HTTP method.
        path: The path.
        query: The query parameters.
        body: The JSON body as text, or "".
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: str

    @property
    def json(self) -> Json | None:
        """The parsed body, or `None`."""
        body: object = json.loads(self.body) if self.body else None
        return body if is_mapping(body) else None

    def __str__(self) -> str:
        """Return the request as one line."""
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.method} {self.path}{'?' if query else ''}{query} {self.body}".rstrip()


class DocumentOperation:
    """One operation of the document.

    Attributes:
        title: Method and path, such as `GET /3/movie/{movie_id}`.
        method: The HTTP method.
        path: The path template.
        record: The `x-operation` record: tag, name, auth, paging, appendable blocks.
        reference: TMDB's page about it.
    """

    def __init__(self, method: str, path: str, content: dict[str, Any], components: dict[str, Any]) -> None:
        """Initialize from the document's operation object; `components` resolves its references."""
        self.title = f"{method.upper()} {path}"
        self.method = method.upper()
        self.path = path
        self.record: dict[str, Any] = content["x-operation"]
        self.reference: str = content["externalDocs"]["url"]
        self._content = content
        self._components = components
        self._pattern = re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path)))

    def variables(self, method: str, path: str) -> dict[str, str] | None:
        """Return the path parameters of a request, or `None` if method or path do not match."""
        match = self._pattern.fullmatch(path) if method == self.method else None
        return None if match is None else match.groupdict()

    @cached_property
    def query(self) -> dict[str, dict[str, Any]]:
        """The schemas of the query parameters."""
        return self._parameters("query")

    @cached_property
    def path_variables(self) -> dict[str, dict[str, Any]]:
        """The schemas of the path parameters."""
        return self._parameters("path")

    @cached_property
    def body(self) -> dict[str, Any] | None:
        """The schema of the body, or `None`."""
        content: dict[str, Any] = self._content.get("requestBody", {}).get("content", {})
        return self.resolved(content["application/json"]["schema"]) if content else None

    @property
    def blocks(self) -> list[str]:
        """The blocks that can be appended."""
        return list(self.record["appendable"])

    @property
    def answers_list(self) -> bool:
        """Whether the answer is a list."""
        schema = self._content["responses"]["200" if "200" in self._content["responses"] else "201"]
        return bool(self.resolved(schema["content"]["application/json"]["schema"]).get("type") == "array")

    def resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return a schema with `$ref` resolved."""
        while "$ref" in schema:
            schema = self._components["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema

    def faults(self, sent: Sent) -> Iterator[str]:
        """Yield one line per fault of a request to this operation."""
        names = [name for name, _ in sent.query]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{name} is sent more than once"
        parts: Json = {
            "path": self._parsed(self.variables(sent.method, sent.path) or {}, self.path_variables),
            "query": self._parsed(dict(sent.query), self.query),
        }
        if sent.json is not None:
            parts["body"] = sent.json
        for error in self._validator.iter_errors(parts):
            yield f"{' '.join(map(str, error.instance_path))}: {error.message}"

    def _parameters(self, place: str) -> dict[str, dict[str, Any]]:
        return {one["name"]: one["schema"] for one in self._content.get("parameters", []) if one["in"] == place}

    @cached_property
    def _validator(self) -> jsonschema_rs.Draft202012Validator:
        """The validator of a request's path parameters, query parameters and body; nothing else is allowed."""
        needed = [one["name"] for one in self._content.get("parameters", []) if one.get("required")]
        parts: Json = {
            place: {
                "properties": parameters,
                "required": [name for name in needed if name in parameters],
                "additionalProperties": False,
            }
            for place, parameters in (("path", self.path_variables), ("query", self.query))
        }
        if self.body is not None:
            parts["body"] = {**self.body, "additionalProperties": False}
        schema: Json = {
            "properties": parts,
            "required": ["body"] if self._content.get("requestBody", {}).get("required") else [],
            "additionalProperties": False,
            "components": self._components,
        }
        return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)

    def _parsed(self, values: Mapping[str, str], schemas: Json) -> Json:
        """Parse parameters by the types of their schemas; other text stays a string."""
        return {name: _parse(text, self.resolved(schemas.get(name, {}))) for name, text in values.items()}


def _parse(text: str, schema: Json) -> object:
    kinds: object = schema.get("type")
    for kind in kinds if is_list(kinds) else [kinds]:
        if kind == "boolean" and text in ("true", "false"):
            return text == "true"
        if kind in ("integer", "number") and re.fullmatch(r"-?\d+(\.\d+)?", text):
            return float(text) if "." in text else int(text)
    return text


class Document:
    """The prepared document.

    Attributes:
        operations: The operations by method and path, in the document's order.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        """Initialize from the OpenAPI document."""
        self.operations = {
            operation.title: operation
            for path, item in content["paths"].items()
            for method, about in item.items()
            for operation in [DocumentOperation(method, path, about, content["components"])]
        }
        self._found: dict[tuple[str, str], DocumentOperation | None] = {}

    def find(self, method: str, path: str) -> DocumentOperation | None:
        """Return the operation of a request; of several, the one with the fewest path parameters."""
        if (method, path) not in self._found:
            found = [one for one in self.operations.values() if one.variables(method, path) is not None]
            self._found[method, path] = min(found, key=lambda one: one.path.count("{"), default=None)
        return self._found[method, path]


def prepared_document() -> Document:
    """Read openapi/tmdb.json."""
    return Document(json.loads(SOURCE.read_text("utf-8")))
