"""Reader of upstream documents. A snapshot contains the API of the document, without texts and examples."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx

from scripts.json_io import InputError, Json, dump, is_list, is_mapping, sha256
from scripts.regenerate.document import METHODS

#: Timeout of downloads in seconds.
TIMEOUT = 30.0
# Keywords for texts and examples. Fields may have the same names, so these keywords are not removed from `properties`.
_PROSE = frozenset({"description", "summary", "title", "example", "examples", "externalDocs"})
_DATE = re.compile(r"(?<!\d)(20\d\d-[01]\d-[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An upstream document without texts and examples.

    Attributes:
        document: The document.
        source: File name or URL of the original, without folders and credentials.
        version: `info.version` of the document, "" if missing.
        date: Date of the document (YYYY-MM-DD), "" if unknown.
        operations: Number of operations.
        sha256: Checksum of the original.
    """

    document: Json
    source: str
    version: str
    date: str
    operations: int
    sha256: str

    @property
    def text(self) -> str:
        """The document as JSON with sorted keys."""
        return dump(self.document, sort_keys=True)


def read_snapshot(place: str) -> Snapshot:
    """Read and validate an upstream document, and remove texts and examples.

    Args:
        place: Path or URL (http or https) of the document.

    Raises:
        InputError: The document cannot be read, or is not OpenAPI 3 in JSON.
    """
    if re.match(r"https?://", place):
        data, modified = _download(place)
        source = _public(place)
    else:
        data, modified, source = _file(place), "", Path(place).name
    try:
        document = parse(data, source)
        stripped = strip(document)
    except RecursionError as error:
        raise InputError(f"{source}: not OpenAPI: nested too deeply") from error
    found = _DATE.search(source)
    return Snapshot(
        document=stripped,
        source=source,
        version=str(document["info"].get("version", "")),
        date=found.group(1) if found else modified,
        operations=count_operations(document),
        sha256=sha256(data),
    )


def parse(data: bytes, name: str) -> Json:
    """Parse an OpenAPI document.

    Args:
        data: The bytes of the document.
        name: The document's name for error messages.

    Raises:
        InputError: The document is not OpenAPI 3 in JSON.
    """
    try:
        document: Any = json.loads(data)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not JSON: byte {error.start} is not {error.encoding.upper()}") from error
    except json.JSONDecodeError as error:
        if _ends_too_early(error):
            raise InputError(f"{name}: truncated: the JSON is incomplete after {len(data)} bytes") from error
        raise InputError(f"{name}: not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    if not is_mapping(document):
        raise InputError(f"{name}: not OpenAPI: the JSON is not an object")
    node: Json = document
    if "swagger" in node:
        raise InputError(f"{name}: Swagger {node['swagger']}, expected OpenAPI 3")
    version = node.get("openapi")
    if not isinstance(version, str):
        raise InputError(f"{name}: not OpenAPI: `openapi` is missing")
    if not version.startswith("3."):
        raise InputError(f"{name}: OpenAPI {version}, expected OpenAPI 3")
    if not is_mapping(node.get("info")):
        raise InputError(f"{name}: not OpenAPI: `info` is missing")
    _check_paths(node.get("paths"), name)
    return node


def strip(document: Json) -> Json:
    """Return a document without texts, examples and extensions."""
    result: Json = {key: value for key, value in document.items() if key in {"openapi", "servers", "security"}}
    info: Json = document["info"]
    result["info"] = {"title": str(info.get("title", "")), "version": str(info.get("version", ""))}
    if "components" in document:
        result["components"] = _strip_part(document["components"], named=True)
    result["paths"] = {path: _strip_part(item) for path, item in document["paths"].items()}
    return result


def count_operations(document: Json) -> int:
    """Return the number of operations of a document."""
    return sum(method in item for item in document["paths"].values() for method in METHODS)


def _ends_too_early(error: json.JSONDecodeError) -> bool:
    """Return whether the text starts as JSON but is incomplete, unlike a web page or an empty file."""
    text = error.doc.strip()
    closing = {"{": "}", "[": "]"}.get(text[:1])
    return closing is not None and (not text.endswith(closing) or error.pos >= len(error.doc.rstrip()))


def _check_paths(paths: Any, name: str) -> None:
    if not is_mapping(paths) or not paths:
        raise InputError(f"{name}: not OpenAPI: `paths` is missing or empty")
    items: Json = paths
    for path, item in items.items():
        if not is_mapping(item):
            raise InputError(f"{name}: not OpenAPI: {path} is not an object")
        for method in METHODS:
            operation: Any = item.get(method, {})
            if not is_mapping(operation):
                raise InputError(f"{name}: not OpenAPI: {method.upper()} {path} is not an object")
            fields: Json = operation
            parts = (
                (fields.get("parameters", []), list),
                (fields.get("responses", {}), dict),
                (fields.get("requestBody", {}), dict),
            )
            if not all(isinstance(part, kind) for part, kind in parts) or not _is_valid(fields):
                raise InputError(f"{name}: not OpenAPI: {method.upper()} {path} is malformed")
    if not any(method in item for item in items.values() for method in METHODS):
        raise InputError(f"{name}: not OpenAPI: there are no operations")


def _is_valid(operation: Json) -> bool:
    """Return whether the parts of an operation have valid types."""
    parameters: list[Any] = operation.get("parameters", [])
    responses: Json = operation.get("responses", {})
    return all(is_mapping(one) and ("$ref" in one or {"name", "in"} <= one.keys()) for one in parameters) and all(
        is_mapping(response) and is_mapping(response.get("content", {})) for response in responses.values()
    )


def _strip_part(value: Any, *, named: bool = False) -> Any:
    """Remove texts, examples and extensions from a part of the document.

    Args:
        value: The part.
        named: Whether its keys are names (of fields or schemas) instead of keywords.
    """
    if is_list(value):
        return [_strip_part(item) for item in value]
    if not is_mapping(value):
        return value
    if named:
        return {key: _strip_part(inner, named=key in _SECTIONS) for key, inner in value.items()}
    result: Json = {}
    for key, inner in value.items():
        if key in _PROSE or key.startswith("x-") or (key == "deprecated" and inner is False):
            continue
        if key in _VALUES:
            result[key] = inner
        elif key == "responses" and is_mapping(inner):
            # OpenAPI requires a description in each response.
            result[key] = {code: {"description": "", **_strip_part(response)} for code, response in inner.items()}
        else:
            result[key] = _strip_part(inner, named=key in _NAMED)
    return result


# Keywords whose values are copied unchanged.
_VALUES = frozenset({"enum", "const", "default", "required"})
_NAMED = frozenset({"properties", "patternProperties", "content"})
# Sections of `components`, whose keys are names.
_SECTIONS = frozenset({"schemas", "responses", "parameters", "requestBodies", "securitySchemes", "headers"})


def _file(place: str) -> bytes:
    try:
        return Path(place).read_bytes()
    except OSError as error:
        raise InputError(f"{Path(place).name}: cannot be read: {error.strerror}") from error


def _download(url: str) -> tuple[bytes, str]:
    """Return the content of a URL and the date of its `Last-Modified` header."""
    try:
        response = httpx.get(url, timeout=TIMEOUT, follow_redirects=True)
        response.raise_for_status()
    except httpx.HTTPStatusError as error:
        raise InputError(f"{_public(url)}: the server returned HTTP {error.response.status_code}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(
            f"{_public(url)}: cannot be reached: {' '.join(str(error).split()) or type(error).__name__}"
        ) from error
    modified = response.headers.get("last-modified")
    try:
        return response.content, parsedate_to_datetime(modified).date().isoformat() if modified else ""
    except ValueError:  # an invalid header is no reason to reject the document
        return response.content, ""


def _public(url: str) -> str:
    """Return a URL without user, password, query and fragment, which may contain credentials."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
