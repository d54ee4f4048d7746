"""Reader of upstream documents. A snapshot contains the API of the document, without texts and examples."""

from __future__ import annotations

import json
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx

from scripts.json_io import InputError, Json, dump, is_list, is_mapping, sha256
from scripts.regenerate.document import operations
from scripts.regenerate.read.formats import find_problem
from scripts.regenerate.read.lock import Entry

#: Timeout of downloads in seconds.
TIMEOUT = 30.0
# Keywords for texts and examples. Fields may have the same names, so these keywords are not removed from `properties`.
_PROSE = frozenset({"description", "summary", "title", "example", "examples", "externalDocs"})
_DATE = re.compile(r"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")


def read_snapshot(place: str) -> tuple[bytes, Entry]:
    """Read and validate an upstream document, and remove texts and examples.

    Args:
        place: Path or URL (http or https) of the document.

    Returns:
        The snapshot, which is JSON with sorted keys, and its entry in the lock.

    Raises:
        InputError: The document cannot be read, or is not OpenAPI 3 in JSON.
    """
    if re.match(r"https?://", place):
        data, modified = _download(place)
        source = _public(place)
    else:
        data, modified, source = _file(place), "", Path(place).name
    try:
        document = strip(parse(data, source))
        snapshot = dump(document, sort_keys=True).encode()
    except RecursionError as error:
        raise InputError(f"{source}: not OpenAPI: nested too deeply") from error
    except UnicodeEncodeError as error:
        raise InputError(f"{source}: not OpenAPI: a name contains a surrogate, which UTF-8 cannot encode") from error
    found = _DATE.search(source)
    entry = Entry(
        source=source,
        version=document["info"]["version"],
        date=found[0] if found else modified,
        operations=len(operations(document)),
        sha256=sha256(data),
        snapshot=sha256(snapshot),
    )
    return snapshot, entry


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
    node: Json = document if is_mapping(document) else {}
    version = node.get("openapi", f"Swagger {node['swagger']}" if "swagger" in node else "missing")
    if not str(version).startswith("3."):
        raise InputError(f"{name}: not OpenAPI 3: `openapi` is {version}")
    if problem := find_problem(node, "upstream"):
        raise InputError(f"{name}: not OpenAPI: {problem}")
    if not operations(node):
        raise InputError(f"{name}: not OpenAPI: there are no operations")
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


def _ends_too_early(error: json.JSONDecodeError) -> bool:
    """Return whether the text starts as JSON but is incomplete, unlike a web page or an empty file."""
    text = error.doc.strip()
    closing = {"{": "}", "[": "]"}.get(text[:1])
    return closing is not None and (not text.endswith(closing) or error.pos >= len(error.doc.rstrip()))


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
