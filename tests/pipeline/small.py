"""A small API with its own reviewed data: a library with books, authors and loans."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path

import yaml

from scripts.json_io import Json, dump
from scripts.regenerate.correct.prepare import Preparation, prepare
from scripts.regenerate.read.reviewed_data import read_reviewed_data

BOOK: Json = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "default": 0, "example": 7},
        "title": {"type": "string", "example": "Emma"},
        "published": {"type": "string"},
        "score": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}


def _answer(schema: Json) -> Json:
    return {"200": {"description": "200", "content": {"application/json": {"schema": schema, "examples": {"a": {}}}}}}


def _page(item: Json) -> Json:
    counts = {key: {"type": "integer"} for key in ("page", "total_pages", "total_results")}
    return {"type": "object", "properties": {**counts, "results": {"type": "array", "items": item}}}


def _path(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "integer", "format": "int32"}}


def _query(name: str, **schema: object) -> Json:
    return {"name": name, "in": "query", "schema": {"type": "string", **schema}, "description": "Prose."}


def document() -> Json:
    """Return the upstream document, with errors like those of TMDB's."""
    work: Json = {"type": "object", "properties": {"kind": {"type": "string"}, **BOOK["properties"]}}
    paths: Json = {
        "/3/book/{book_id}": {
            "get": {
                "operationId": "book-details",
                "summary": "Details",
                "parameters": [_path("book_id"), _query("language", default="en")],
                "responses": _answer(
                    {
                        "type": "object",
                        "properties": {
                            **BOOK["properties"],
                            "author": {"type": "object", "properties": {"id": {"type": "integer"}, "name": {}}},
                            "prices": {
                                "type": "object",
                                "properties": {"DE": {"type": "number"}, "FR": {"type": "integer"}},
                            },
                        },
                    }
                ),
            }
        },
        "/3/book/{book_id}/copies": {
            "get": {
                "operationId": "book-copies",
                "parameters": [_path("book_id")],
                "responses": _answer(
                    {
                        "type": "object",
                        "properties": {
                            "id": {"type": "integer"},
                            "copies": {
                                "type": "array",
                                "items": {"type": "object", "properties": {"shelf": {"type": "string"}}},
                            },
                        },
                    }
                ),
            }
        },
        "/3/book/{book_id}/loan": {
            "post": {
                "operationId": "book-loan",
                "parameters": [
                    _path("book_id"),
                    {"name": "Content-Type", "in": "header", "required": True, "schema": {"type": "string"}},
                    {**_query("session_id"), "required": True},
                ],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"RAW_BODY": {"type": "string"}}}
                        }
                    }
                },
                "responses": _answer({"type": "object", "properties": {"status_code": {"type": "integer"}}}),
            }
        },
        "/3/search/book": {
            "get": {
                "operationId": "search-book",
                "parameters": [
                    {**_query("query"), "required": True},
                    _query("page", type="integer", default=1),
                    _query("sort_by", enum=["title.asc", "title.desc"], default="title.asc"),
                ],
                "responses": _answer(_page(copy.deepcopy(BOOK))),
            }
        },
        "/3/search/all": {
            "get": {
                "operationId": "search-all",
                "parameters": [_query("query"), _query("page", type="integer")],
                "responses": _answer(_page(work)),
            }
        },
        "/3/shelves": {
            "get": {"operationId": "shelves", "responses": _answer({"type": "array", "items": {"type": "string"}})}
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "library", "version": "3"},
        "servers": [{"url": "https://library.example"}],
        "paths": paths,
        "x-readme": {"headers": []},
    }


_FIELDS: Json = {
    "id": {"type": "integer", "description": "Its id."},
    "title": {"type": "string", "description": "Its title."},
    "published": {"type": "string", "format": "date"},
    "score": {"type": "number"},
    "tags": {"type": "array", "items": {"type": "string"}},
}
_COUNTS: Json = {key: {"type": "integer"} for key in ("page", "total_pages", "total_results")}

COMPONENTS: Json = {
    "Book": {"description": "A book.", "properties": _FIELDS, "x-required": {"id": "identity"}},
    "Author": {"description": "An author.", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
    "BookDetails": {
        "description": "All of a book.",
        "properties": {
            **_FIELDS,
            "author": {"$ref": "Author"},
            "binding": {"$ref": "Binding"},
            "prices": {"type": "object", "additionalProperties": {"type": "number"}},
        },
        "x-required": {"id": "identity"},
    },
    "Binding": {"description": "Bindings.", "type": "string", "x-words": {"hard": "Hardcover", "soft": "Paperback"}},
    "Copy": {"description": "A copy.", "properties": {"shelf": {"type": "string"}, "binding": {"$ref": "Binding"}}},
    "Copies": {
        "description": "Copies of a book.",
        "properties": {"id": {"type": "integer"}, "copies": {"type": "array", "items": {"$ref": "Copy"}}},
    },
    "BookPage": {
        "description": "A page of books.",
        "properties": {**_COUNTS, "results": {"type": "array", "items": {"$ref": "Book"}}},
    },
    "UnknownWork": {"description": "A work of a new kind.", "properties": {"kind": {"type": "string"}}},
    "Essay": {
        "description": "An essay.",
        "properties": {"id": {"type": "integer"}, "title": {"type": "string"}, "kind": {"type": "string"}},
    },
    "Novel": {"description": "A novel.", "properties": {**_FIELDS, "kind": {"type": "string"}}},
    "Work": {
        "description": "An essay or a novel.",
        "anyOf": [{"$ref": "Essay"}, {"$ref": "Novel"}, {"$ref": "UnknownWork"}],
        "discriminator": {"propertyName": "kind", "mapping": {"essay": "Essay", "novel": "Novel"}},
        "x-union-fallback": "UnknownWork",
    },
    "WorkPage": {
        "description": "A page of works.",
        "properties": {**_COUNTS, "results": {"type": "array", "items": {"$ref": "Work"}}},
    },
    "StatusResponse": {"description": "An outcome.", "properties": {"status_code": {"type": "integer"}}},
    "LoanBody": {
        "description": "Lends a book.",
        "x-request-body": True,
        "properties": {"days": {"type": "integer"}},
        "required": ["days"],
    },
}

OPERATIONS: Json = {
    "GET /3/book/{book_id}": {"tag": "books", "name": "details", "answer": "BookDetails", "reference": "book-details"},
    "GET /3/book/{book_id}/copies": {
        "tag": "books",
        "name": "copies",
        "answer": "Copies",
        "append_block": "copies",
    },
    "POST /3/book/{book_id}/loan": {
        "tag": "books",
        "name": "lend",
        "answer": "StatusResponse",
        "body": "LoanBody",
        "auth": "session",
        "status": 201,
        "repeatable": False,
    },
    "GET /3/search/book": {"tag": "search", "name": "books", "answer": "BookPage", "paging": "pages"},
    "GET /3/search/all": {"tag": "search", "name": "all", "answer": "WorkPage", "paging": "pages"},
    "GET /3/shelves": {"tag": "shelves", "name": "list", "answer": ["string"]},
}

ENUMS: Json = {"BookSortBy": {"parameters": ["GET /3/search/book sort_by"]}}


def write_project(root: Path, evidence: Json | None = None) -> Path:
    """Write the reviewed data and an overlay to a folder. Return the folder."""
    openapi = root / "openapi"
    (openapi / "components").mkdir(parents=True)
    (openapi / "overlays/v3").mkdir(parents=True)
    _write(openapi / "operations.yaml", OPERATIONS)
    _write(openapi / "enums.yaml", ENUMS)
    _write(openapi / "components/books.yaml", {"schemas": COMPONENTS})
    _write(openapi / "overlays/v3/10-types.yaml", OVERLAY)
    if evidence is not None:
        (openapi / "evidence.json").write_text(dump(evidence), encoding="utf-8")
    return root


OVERLAY: Json = {
    "overlay": "1.0.0",
    "info": {"title": "Types", "version": "1"},
    "actions": [
        {
            "target": "$.paths['/3/book/{book_id}'].get..properties.author.properties.name",
            "description": "Empty in the document.",
            "update": {"type": "string"},
        }
    ],
}


def prepared(tmp_path: Path, upstream: Json | None = None, evidence: Json | None = None) -> Preparation:
    """Return the prepared document of an upstream document with the small reviewed data."""
    root = tmp_path / "reviewed"
    reviewed = read_reviewed_data((root if root.exists() else write_project(root)) / "openapi")
    return prepare({"v3": upstream or document()}, reviewed, evidence or {})


def schema_of(upstream: Json, path: str, method: str = "get") -> Json:
    """Return the schema of a successful answer, which the test changes."""
    found: Json = upstream["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
    return found


def observed(count: int, **other: int) -> Json:
    """Return the counts of a field, with equal recent and total counts."""
    counts: Json = {"observed": count, "absent": 0, "null": 0, "empty": 0, **other}
    return {**counts, "since_2023": counts}


def _write(path: Path, content: Mapping[str, object]) -> None:
    path.write_text(yaml.safe_dump(dict(content), sort_keys=False), encoding="utf-8")
