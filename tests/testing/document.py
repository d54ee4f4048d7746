"""Validate responses against the prepared document."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs

from tmdb_facade.testing.handlers import ROUTES
from tmdb_facade.testing.protocol.routing import Router

DOCUMENT: dict[str, Any] = json.loads((Path(__file__).parents[2] / "openapi" / "tmdb.json").read_text("utf-8"))
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
ROUTER = Router(ROUTES)


@cache
def validator(schema: str) -> jsonschema_rs.Validator:
    """Build the validator of a schema, which is JSON text."""
    return jsonschema_rs.validator_for({**json.loads(schema), "components": DOCUMENT["components"]})


def schema_errors(body: object, schema: dict[str, Any]) -> list[str]:
    """Return the differences between a body and a schema."""
    errors = validator(json.dumps(schema)).iter_errors(body)
    return [f"/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in errors]


def answer_schema(template: str, method: str = "get") -> dict[str, Any]:
    """Return the schema of the successful response of an operation."""
    responses: dict[str, Any] = DOCUMENT["paths"][template][method]["responses"]
    [status] = [status for status in responses if status.startswith("2")]
    schema: dict[str, Any] = responses[status]["content"]["application/json"]["schema"]
    return schema


def check_answer(answer: httpx.Response) -> None:
    """Validate a response against the document. Works as a response hook of a client."""
    answer.read()
    request = answer.request
    match = ROUTER.find(request.method, request.url.path)
    if match is None or answer.status_code == 304:
        return
    if answer.is_success:
        schema = answer_schema(match.route.path, request.method.lower())
    else:
        schema = {"$ref": "#/components/schemas/ErrorResponse"}
    assert schema_errors(answer.json(), schema) == [], f"{request.method} {request.url.path}: {answer.text}"
