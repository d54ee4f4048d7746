"""A small prepared document and recordings for the tests of the evidence programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PREFIX = "#/components/schemas/"


def reference(name: str) -> dict[str, object]:
    """Return a `$ref` to a component."""
    return {"$ref": PREFIX + name}


def operation(operation_id: str, schema: Mapping[str, object]) -> dict[str, object]:
    """Return an operation that answers with a schema."""
    content = {"application/json": {"schema": schema}}
    return {"operationId": operation_id, "responses": {"200": {"content": content}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/3/movie/{movie_id}": {"get": operation("movies_details", reference("MovieDetails"))},
        "/3/movie/popular": {"get": operation("movies_popular", reference("MoviePage"))},
        "/3/movie/{movie_id}/cast": {"get": operation("movies_cast", reference("Cast"))},
        "/3/search": {"get": operation("search_all", reference("MixedPage"))},
        "/3/words": {"get": operation("words_list", {"type": "array", "items": {"type": "string"}})},
        "/3/people": {"get": operation("people_list", {"type": "array", "items": reference("Person")})},
    },
    "components": {
        "schemas": {
            "MovieDetails": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer"},
                    "title": {"type": "string"},
                    "vote": {"type": "number"},
                    "series": {"anyOf": [reference("Series"), {"type": "null"}]},
                    "offers": {
                        "type": "object",
                        "additionalProperties": {"type": "array", "items": reference("Offer")},
                    },
                },
                "x-append": {
                    "cast": {"schema": "Cast", "operation": "movies_cast"},
                    "watch/offers": {"schema": "Offer", "operation": "movies_offers"},
                },
            },
            "Series": {"type": "object", "properties": {"id": {"type": "integer"}, "poster": {"type": "string"}}},
            "Offer": {"type": "object", "properties": {"name": {"type": "string"}}},
            "Cast": {
                "type": "object",
                "properties": {"id": {"type": "integer"}, "cast": {"type": "array", "items": reference("Person")}},
            },
            "Person": {"type": "object", "properties": {"name": {"type": "string"}, "photo": {"type": "string"}}},
            "Movie": {"type": "object", "properties": {"title": {"type": "string"}, "poster": {"type": "string"}}},
            "Unknown": {"type": "object", "properties": {"id": {"type": "integer"}}},
            "Mixed": {
                "anyOf": [reference("Movie"), reference("Person"), reference("Unknown")],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"movie": PREFIX + "Movie", "person": PREFIX + "Person"},
                },
                "x-union-fallback": PREFIX + "Unknown",
            },
            "MoviePage": {"type": "object", "properties": {"results": {"type": "array", "items": reference("Movie")}}},
            "MixedPage": {"type": "object", "properties": {"results": {"type": "array", "items": reference("Mixed")}}},
        }
    },
}


def entry(
    template: str,
    body: object,
    *,
    method: str = "GET",
    path: str | None = None,
    status: int | None = 200,
    **source: object,
) -> dict[str, object]:
    """Return one line of a corpus file."""
    return {
        "operation_id": "anything",
        "source": {"kind": "recorded", "date": "2024-05-01", **source},
        "request": {"method": method, "path": path, "path_template": template, "query": {}},
        "response": {"status": status, "headers": {}, "body": body},
    }


def write_corpus(folder: Path, *entries: Mapping[str, object]) -> Path:
    """Write a corpus of one file into a folder and return the folder."""
    lines = [json.dumps(line) for line in entries]
    (folder / "answers.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
