"""The prepared document, and whether an answer is as it says."""

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
    """Make what checks an answer against a schema of the document, given as JSON."""
    return jsonschema_rs.validator_for({**json.loads(schema), "components": DOCUMENT["components"]})


def complaints(body: object, schema: dict[str, Any]) -> list[str]:
    """Say where a body is not as the schema has it."""
    found = validator(json.dumps(schema)).iter_errors(body)
    return [f"/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in found]


def answer_schema(template: str, method: str = "get") -> dict[str, Any]:
    """Return the schema of the successful answer of an operation."""
    responses: dict[str, Any] = DOCUMENT["paths"][template][method]["responses"]
    [status] = [status for status in responses if status.startswith("2")]
    schema: dict[str, Any] = responses[status]["content"]["application/json"]["schema"]
    return schema


def check_answer(answer: httpx.Response) -> None:
    """Fail when an answer is not as the document says; made to be a response hook of a client."""
    answer.read()
    request = answer.request
    match = ROUTER.find(request.method, request.url.path)
    if match is None or answer.status_code == 304:
        return
    if answer.is_success:
        schema = answer_schema(match.route.path, request.method.lower())
    else:
        schema = {"$ref": "#/components/schemas/ErrorResponse"}
    assert complaints(answer.json(), schema) == [], f"{request.method} {request.url.path}: {answer.text}"
