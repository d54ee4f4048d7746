"""Builder of the operations of the prepared document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from scripts.json_io import Json, is_list
from scripts.regenerate.correct.appended import set_blocks
from scripts.regenerate.correct.parameters import ParameterBuilder
from scripts.regenerate.correct.policies import derive_policies, describe_policies
from scripts.regenerate.correct.security import security
from scripts.regenerate.document import is_template, ref, target
from scripts.regenerate.name.absorb import Absorber
from scripts.regenerate.name.matching import is_same_kind
from scripts.regenerate.name.naming import automatic_operation, pascal
from scripts.regenerate.name.shapes import ANY, Shape, describe, media_shape
from scripts.regenerate.read.prepared_operation import PreparedOperation
from scripts.regenerate.read.reviewed_data import ReviewedData

_REFERENCES = {"4": "https://developer.themoviedb.org/v4/reference/"}
_REFERENCE = "https://developer.themoviedb.org/reference/"


class OperationBuilder:
    """Builds operations, and adds their components to the absorber.

    Args:
        reviewed: The reviewed data.
        absorber: The components and notes.
    """

    def __init__(self, reviewed: ReviewedData, absorber: Absorber) -> None:
        self._reviewed = reviewed
        self._absorber = absorber
        self._parameters = ParameterBuilder(reviewed, absorber)

    def build(self, found: list[PreparedOperation]) -> list[PreparedOperation]:
        """Fill in the operations that have a valid path, and return them."""
        prepared = [operation for operation in found if self._is_callable(operation)]
        self._set_names(prepared)
        set_blocks(prepared)
        # Listed operations come first, so that unlisted ones can reuse their components.
        for operation in sorted(prepared, key=lambda operation: not operation.row):
            operation.node = self._operation(operation)
        for key in sorted(self._reviewed.operations.keys() - {operation.key for operation in prepared}):
            self._absorber.note("unused", key, "in operations.yaml, but not in TMDB's document")
        return prepared

    def _is_callable(self, operation: PreparedOperation) -> bool:
        """Return whether the path is valid; TMDB's v4 document contains `/`, for example."""
        if is_template(operation.path):
            return True
        self._absorber.note("operation", operation.key, "ignored: its path is invalid")
        return False

    def _set_names(self, prepared: list[PreparedOperation]) -> None:
        rows = self._reviewed.operations
        prefixes = [(key.partition(" ")[2], str(row["tag"])) for key, row in rows.items()]
        taken = {f"{row['tag']}_{row['name']}" for row in rows.values()}
        for operation in prepared:
            if row := rows.get(operation.key):
                operation.row, operation.tag, operation.name = row, row["tag"], row["name"]
            else:
                operation.tag, operation.name = automatic_operation(operation.method, operation.path, prefixes, taken)
                self._absorber.note(
                    "operation", operation.key, f"named automatically: {operation.tag}.{operation.name}"
                )
            taken.add(operation.id)

    def _operation(self, operation: PreparedOperation) -> Json:
        row = operation.row
        parameters = list(self._parameters.build(operation))
        query = {str(parameter["name"]) for parameter in parameters if parameter["in"] == "query"}
        status, shape = self._success(operation)
        answer = self._answer(operation, shape)
        component = self._absorber.components.get(str(target(answer)), {})
        policies = derive_policies(operation.method, operation.path, query, component, row)
        if policies["paging"] != "none":
            # A pager asks for the first page without a number.
            for parameter in parameters:
                parameter["required"] &= parameter["name"] != "page"
        if not row:
            self._absorber.note("derived", operation.key, describe_policies(policies))
        slug = row.get("reference") or operation.upstream.get("operationId")
        node: Json = {
            "operationId": operation.id,
            "tags": [operation.tag],
            "summary": row.get("summary") or f"{operation.name.replace('_', ' ').capitalize()}.",
            "description": row.get("description"),
            "externalDocs": {"url": f"{_REFERENCES.get(operation.path[1:2], _REFERENCE)}{quote(str(slug))}"}
            if slug
            else None,
            "deprecated": operation.upstream.get("deprecated") is True,
            "security": security(policies["auth"]),
            "parameters": parameters,
            "requestBody": self._body(operation),
            "responses": _responses(str(row.get("status") or status), answer),
            "x-operation": {"tag": operation.tag, "name": operation.name, **policies, "appendable": []},
        }
        # An operation without `security` would have that of the document.
        return {key: value for key, value in node.items() if value or key == "security"}

    def _answer(self, operation: PreparedOperation, shape: Shape) -> Json:
        answer: Any = operation.row.get("answer")
        if operation.block:
            # Appended blocks have no id.
            shape = replace(shape, optional=shape.optional | {"id"})
        if answer is None:
            return self._new_answer(operation, shape)
        name = str(answer[0] if is_list(answer) else answer)
        schema: Json = {"type": "string"} if name == "string" else ref(name)
        if is_list(answer):
            schema = {"type": "array", "items": schema}
        if shape.kind != "any" and not is_same_kind(schema, shape, self._absorber.components):
            return self._new_answer(operation, shape)
        return self._absorber.widen(schema, shape, operation.key)

    def _new_answer(self, operation: PreparedOperation, shape: Shape) -> Json:
        # The bindings decode an answer as a single type.
        if shape.choices:
            self._absorber.note("widened", operation.key, f"{describe(shape)} upstream: now any JSON")
            return {"x-json": True}
        return self._absorber.new_schema(shape, pascal(operation.tag, operation.name))

    def _success(self, operation: PreparedOperation) -> tuple[str, Shape]:
        """Return the status and shape of the upstream success answer; of several, the first."""
        responses: Json = operation.upstream.get("responses", {})
        status = min((code for code in responses if re.fullmatch("2[0-9][0-9]", code)), default="200")
        return status, media_shape(responses[status], operation.document) if status in responses else ANY

    def _body(self, operation: PreparedOperation) -> Json | None:
        node = operation.upstream.get("requestBody")
        name: Any = operation.row.get("body")
        if not node and name is None:
            return None
        shape = media_shape(node or {}, operation.document)
        if "RAW_BODY" in shape.fields:  # stands for any JSON in TMDB's document
            known = {field: inner for field, inner in shape.fields.items() if field != "RAW_BODY"}
            shape = replace(shape, fields=known) if known else ANY
        if name is None:
            name = self._absorber.new_body(shape, pascal(operation.tag, operation.name, "body"))
        else:
            self._absorber.widen(ref(str(name)), shape, operation.key)
            properties: Json = self._absorber.components[name]["properties"]
            for lost in sorted(properties.keys() - shape.fields.keys()) if shape.fields else ():
                self._absorber.note("lost", f"{name}.{lost}", "not in TMDB's document")
        required = bool(self._absorber.components[name].get("required"))
        return {"required": required, "content": {"application/json": {"schema": ref(name)}}}


def _responses(status: str, answer: Json) -> Json:
    error = {"$ref": "#/components/responses/Error"}
    success: Json = {"description": "Success.", "content": {"application/json": {"schema": answer}}}
    return {status: success, "401": error, "404": error, "422": error, "429": error, "default": error}
