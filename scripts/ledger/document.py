"""The operations of the prepared document, and validation of requests against them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

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
        variables = self.variables(sent.method, sent.path) or {}
        for place, values in (("path", variables), ("query", dict(sent.query))):
            yield from self._values(place, values)
        yield from self._body(sent.json)

    def _parameters(self, place: str) -> dict[str, dict[str, Any]]:
        return {one["name"]: one["schema"] for one in self._content.get("parameters", []) if one["in"] == place}

    def _values(self, place: str, values: Mapping[str, str]) -> Iterator[str]:
        schemas = self._parameters(place)
        for name, text in values.items():
            if name not in schemas:
                yield f"{name} is not a documented parameter"
                continue
            for fault in self._schema_faults(self._parse(text, schemas[name]), schemas[name]):
                yield f"{name}={text}: {fault}"
        for one in self._content.get("parameters", []):
            if one["in"] == place and one.get("required") and one["name"] not in values:
                yield f"{one['name']} is missing"

    def _body(self, body: Json | None) -> Iterator[str]:
        schema = self.body
        if body is None or schema is None:
            if body is not None:
                yield "a body is sent, but none is documented"
            elif schema is not None and self._content["requestBody"].get("required"):
                yield "the body is missing"
            return
        yield from (f"body: {fault}" for fault in self._schema_faults(body, schema))
        yield from (f"body: {name} is not a documented key" for name in body if name not in schema["properties"])

    def _parse(self, text: str, schema: dict[str, Any]) -> object:
        """Parse a parameter by the type of its schema; other text stays a string."""
        kinds: object = self.resolved(schema).get("type")
        for kind in kinds if is_list(kinds) else [kinds]:
            if kind == "boolean" and text in ("true", "false"):
                return text == "true"
            if kind in ("integer", "number") and re.fullmatch(r"-?\d+(\.\d+)?", text):
                return float(text) if "." in text else int(text)
        return text

    def _schema_faults(self, value: object, schema: dict[str, Any]) -> Iterator[str]:
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            whole = {**schema, "components": self._components}
            self._validators[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        yield from (error.message for error in self._validators[key].iter_errors(value))

    #: Building a validator reads all components, and the schemas of parameters are few.
    _validators: ClassVar[dict[str, jsonschema_rs.Draft202012Validator]] = {}


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
