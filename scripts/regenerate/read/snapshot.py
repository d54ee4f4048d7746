"""Takes TMDB's document in: reads it, refuses what is not one, and keeps its contract without its prose and examples."""

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

#: Seconds until a server that does not answer counts as unreachable.
TIMEOUT = 30.0
# Keywords that are words for readers or samples, not contract. Fields may have these names, so they go only where a schema,
# an operation or the like stands, never from among `properties`.
_PROSE = frozenset({"description", "summary", "title", "example", "examples", "externalDocs"})
_DATE = re.compile(r"(?<!\d)(20\d\d-[01]\d-[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An upstream document as the project keeps it.

    Attributes:
        document: The contract.
        source: File name or URL that it came from, without anything private.
        version: `info.version` of the document, "" if it has none.
        date: Day of the document (YYYY-MM-DD), "" if unknown.
        operations: Number of operations.
        sha256: Checksum of the bytes that were read.
    """

    document: Json
    source: str
    version: str
    date: str
    operations: int
    sha256: str

    @property
    def text(self) -> str:
        """The canonical JSON of the contract."""
        return dump(self.document, sort_keys=True)


def take(place: str) -> Snapshot:
    """Read, check and strip an upstream document.

    Args:
        place: Path of a file, or a URL (http or https).

    Raises:
        InputError: It cannot be read, or is not an OpenAPI 3 document in JSON.
    """
    if re.match(r"https?://", place):
        data, modified = _download(place)
        source = _public(place)
    else:
        data, modified, source = _file(place), "", Path(place).name
    try:
        document = parse(data, source)
        contract = strip(document)
    except RecursionError as error:
        raise InputError(f"{source}: not OpenAPI: nested too deeply") from error
    found = _DATE.search(source)
    return Snapshot(
        document=contract,
        source=source,
        version=str(document["info"].get("version", "")),
        date=found.group(1) if found else modified,
        operations=count_operations(document),
        sha256=sha256(data),
    )


def parse(data: bytes, name: str) -> Json:
    """Return the OpenAPI document that some bytes hold.

    Args:
        data: The bytes of the document.
        name: What to call it in a message.

    Raises:
        InputError: They hold no OpenAPI 3 document; the message says what they hold instead.
    """
    try:
        document: Any = json.loads(data)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not JSON: byte {error.start} is not {error.encoding.upper()}") from error
    except json.JSONDecodeError as error:
        if _ends_too_early(error):
            raise InputError(f"{name}: truncated: the JSON ends too early, after {len(data)} bytes") from error
        raise InputError(f"{name}: not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    if not is_mapping(document):
        raise InputError(f"{name}: not OpenAPI: the JSON is no object")
    node: Json = document
    if "swagger" in node:
        raise InputError(f"{name}: Swagger {node['swagger']}, but OpenAPI 3 is needed")
    version = node.get("openapi")
    if not isinstance(version, str):
        raise InputError(f"{name}: not OpenAPI: there is no `openapi` version")
    if not version.startswith("3."):
        raise InputError(f"{name}: OpenAPI {version}, but OpenAPI 3 is needed")
    if not is_mapping(node.get("info")):
        raise InputError(f"{name}: not OpenAPI: `info` is missing")
    _check_paths(node.get("paths"), name)
    return node


def strip(document: Json) -> Json:
    """Return the contract of a document: no prose, no examples, no extensions."""
    result: Json = {key: value for key, value in document.items() if key in {"openapi", "servers", "security"}}
    info: Json = document["info"]
    result["info"] = {"title": str(info.get("title", "")), "version": str(info.get("version", ""))}
    if "components" in document:
        result["components"] = _contract(document["components"], named=True)
    result["paths"] = {path: _contract(item) for path, item in document["paths"].items()}
    return result


def count_operations(document: Json) -> int:
    """Return the number of operations of a document."""
    return sum(method in item for item in document["paths"].values() for method in METHODS)


def _ends_too_early(error: json.JSONDecodeError) -> bool:
    """Whether it began as JSON and broke off: a web page or an empty file never was JSON."""
    text = error.doc.strip()
    closing = {"{": "}", "[": "]"}.get(text[:1])
    return closing is not None and (not text.endswith(closing) or error.pos >= len(error.doc.rstrip()))


def _check_paths(paths: Any, name: str) -> None:
    if not is_mapping(paths) or not paths:
        raise InputError(f"{name}: not OpenAPI: `paths` is missing or empty")
    items: Json = paths
    for path, item in items.items():
        if not is_mapping(item):
            raise InputError(f"{name}: not OpenAPI: {path} is no object")
        for method in METHODS:
            operation: Any = item.get(method, {})
            if not is_mapping(operation):
                raise InputError(f"{name}: not OpenAPI: {method.upper()} {path} is no object")
            fields: Json = operation
            parts = (
                (fields.get("parameters", []), list),
                (fields.get("responses", {}), dict),
                (fields.get("requestBody", {}), dict),
            )
            if not all(isinstance(part, kind) for part, kind in parts) or not _is_whole(fields):
                raise InputError(f"{name}: not OpenAPI: {method.upper()} {path} is malformed")
    if not any(method in item for item in items.values() for method in METHODS):
        raise InputError(f"{name}: not OpenAPI: no operation in it")


def _is_whole(operation: Json) -> bool:
    """Whether the parts of an operation have the kind that everything after this relies on."""
    parameters: list[Any] = operation.get("parameters", [])
    responses: Json = operation.get("responses", {})
    return all(is_mapping(one) and ("$ref" in one or {"name", "in"} <= one.keys()) for one in parameters) and all(
        is_mapping(response) and is_mapping(response.get("content", {})) for response in responses.values()
    )


def _contract(value: Any, *, named: bool = False) -> Any:
    """Keep the contract of a part of the document.

    Args:
        value: The part.
        named: True where keys are names that somebody chose (fields, schemas), so that none of them is a keyword.
    """
    if is_list(value):
        return [_contract(item) for item in value]
    if not is_mapping(value):
        return value
    if named:
        return {key: _contract(inner, named=key in _SECTIONS) for key, inner in value.items()}
    result: Json = {}
    for key, inner in value.items():
        if key in _PROSE or key.startswith("x-") or (key == "deprecated" and inner is False):
            continue
        if key in _VALUES:
            result[key] = inner
        elif key == "responses" and is_mapping(inner):
            # OpenAPI wants a description in each response.
            result[key] = {code: {"description": "", **_contract(response)} for code, response in inner.items()}
        else:
            result[key] = _contract(inner, named=key in _NAMED)
    return result


# Values as they are, whatever words are in them.
_VALUES = frozenset({"enum", "const", "default", "required"})
_NAMED = frozenset({"properties", "patternProperties", "content"})
# Of `components`: the names in each section are somebody's too.
_SECTIONS = frozenset({"schemas", "responses", "parameters", "requestBodies", "securitySchemes", "headers"})


def _file(place: str) -> bytes:
    try:
        return Path(place).read_bytes()
    except OSError as error:
        raise InputError(f"{Path(place).name}: cannot be read: {error.strerror}") from error


def _download(url: str) -> tuple[bytes, str]:
    """Bytes of a URL, and the day its server says it changed."""
    try:
        response = httpx.get(url, timeout=TIMEOUT, follow_redirects=True)
        response.raise_for_status()
    except httpx.HTTPStatusError as error:
        raise InputError(f"{_public(url)}: the server answers HTTP {error.response.status_code}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(
            f"{_public(url)}: cannot be reached: {' '.join(str(error).split()) or type(error).__name__}"
        ) from error
    modified = response.headers.get("last-modified")
    try:
        return response.content, parsedate_to_datetime(modified).date().isoformat() if modified else ""
    except ValueError:  # a server's odd date is no reason to refuse its document
        return response.content, ""


def _public(url: str) -> str:
    """A URL without user, password, query and fragment, which may hold secrets."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
