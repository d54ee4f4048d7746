"""Files of saved answers: JSON, JSON Lines and vcrpy's cassettes, also compressed ones.

An answer is an object of its `request` and `response`, or a bare body. The path of a bare body may be that of its file:
`movie/550/credits.json`.
"""

from __future__ import annotations

import base64
import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeGuard
from urllib.parse import parse_qsl, unquote, urlsplit

from tmdb_facade.testing.catalogue.catalogue_data import CatalogueError
from tmdb_facade.testing.json_input import decode_json, without_mark

from .bodies import Body, is_array, is_object

_JSON, _LINES, _YAML = (".json",), (".jsonl", ".ndjson"), (".yaml", ".yml")
_KNOWN = (*_JSON, *_LINES, *_YAML)
# The keys of a body in a response. Cassettes of this package have decoded JSON.
# The names of a body; the first one counts.
_BODIES = ("json", "body", "content", "text")
_GZIP = b"\x1f\x8b"


class SavedAnswer(NamedTuple):
    """The body of a successful answer.

    Attributes:
        source: The name of its file, with the number of the answer in it.
        path: The path of its request, such as `/3/movie/550`; empty if it is not known.
        query: The query of its request.
        body: The JSON body.
        is_guess: Whether the path is only that of the file.
        day: The day on which it was recorded, if its file says so.
    """

    source: str
    path: str
    query: Mapping[str, str]
    body: object
    is_guess: bool = False
    day: date | None = None


def saved_answers(sources: Iterable[Path | str]) -> Iterator[SavedAnswer]:
    """Read the successful answers of files and folders, in order; files of a folder are sorted by path.

    Raises:
        CatalogueError: A file does not exist, or cannot be read.
    """
    for source in sources:
        path = Path(source)
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and _suffix(file) in _KNOWN and not _is_hidden(file, path):
                    yield from _of_file(file, file.relative_to(path))
        else:
            yield from _of_file(path, Path(path.name))


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _suffix(path: Path) -> str:
    return (path.with_suffix("") if path.suffix == ".gz" else path).suffix.lower()


def _of_file(path: Path, name: Path) -> Iterator[SavedAnswer]:
    try:
        content = path.read_bytes()
        if content.startswith(_GZIP):
            content = gzip.decompress(content)
        documents = _documents(without_mark(content), _suffix(path))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise CatalogueError(f"{path}: cannot be read as saved answers: {error}") from error
    for number, document in enumerate(documents, start=1):
        where = str(path) if len(documents) == 1 else f"{path}, answer {number}"
        try:
            answer = _answer(where, document, _path_of_name(name))
        except (EOFError, KeyError, TypeError, ValueError, RecursionError, zlib.error) as error:
            raise CatalogueError(f"{where}: {error}") from error
        if answer is not None:
            yield answer


def _documents(content: bytes, suffix: str) -> list[object]:
    """Return the answers of a file, each as it is in the file."""
    if suffix in _LINES:
        return [decode_json(line, object) for line in content.splitlines() if line.strip()]
    if suffix in _YAML:
        document = _yaml(content)
    elif suffix in _JSON:
        document = decode_json(content, object)
    else:
        raise ValueError(f"expected a file that ends with {', '.join(_KNOWN)}, or with .gz after that")
    if is_object(document):
        for key in ("interactions", "http_interactions"):
            if is_array(found := document.get(key)):
                return found
    if is_array(document) and all(map(_is_exchange, document)):
        return document
    return [document]


def _yaml(content: bytes) -> object:
    # Imported on demand: only cassettes need it.
    import yaml

    try:
        return yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _is_exchange(document: object) -> TypeGuard[Body]:
    return is_object(document) and "response" in document and ("request" in document or "url" in document)


def _answer(source: str, document: object, path_of_name: str) -> SavedAnswer | None:
    """Return the answer of a document; None if it is an error, or not of a GET request to TMDB's API."""
    if not _is_exchange(document):
        return SavedAnswer(source, path_of_name, {}, document, is_guess=True)
    response = document["response"]
    method, path, query = _request(document.get("request") or document)
    if method != "GET" or not (path == "" or path.startswith(("/3/", "/4/"))):
        return None
    status, body = _response(response)
    if not 200 <= status < 300:
        return None
    return SavedAnswer(source, path or path_of_name, query, body, is_guess=not path, day=_day(document.get("recorded")))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def _request(request: object) -> tuple[str, str, dict[str, str]]:
    """Return the method, the path and the query of a request."""
    fields: object = {"url": request} if isinstance(request, str) else request
    if not is_object(fields):
        raise ValueError(f"a request must be an object or a URL, got {type(request).__name__}")
    url = fields.get("uri") or fields.get("url") or fields.get("path") or ""
    method = str(fields.get("method") or "GET").upper()
    first, space, rest = str(url).partition(" ")
    if space and first.isupper():
        method, url = first, rest
    parts = urlsplit(str(url))
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    extra = fields.get("query")
    if isinstance(extra, str):
        query.update(parse_qsl(extra, keep_blank_values=True))
    elif is_object(extra):
        query.update({name: str(value) for name, value in extra.items()})
    path = unquote(parts.path)
    # Recordings of another host may have a prefix; cassettes of images have none of these paths.
    for version in ("/3/", "/4/"):
        if version in path:
            return method, path[path.index(version) :].rstrip("/"), query
    return method, path, query


def _response(response: object) -> tuple[int, object]:
    """Return the status and the JSON body of a response."""
    if not is_object(response) or not any(name in response for name in _BODIES):
        return 200, response
    status = response.get("status", response.get("status_code", 200))
    if is_object(status):
        status = status.get("code", 200)
    body = next(response[name] for name in _BODIES if name in response)
    if is_object(body) and {*body} <= {"string", "base64_string", "encoding"}:
        body = base64.b64decode(body["base64_string"]) if "base64_string" in body else body.get("string")
    if not isinstance(status, int) and not (isinstance(status, str) and status.isdecimal()):
        raise ValueError(f"a status must be a number, got {status!r}")
    status = int(status)
    if isinstance(body, str):
        body = body.encode()
    if isinstance(body, bytes) and 200 <= status < 300:
        return status, _decoded(body)
    return status, body


def _decoded(body: bytes) -> object:
    if body.startswith(_GZIP):
        body = gzip.decompress(body)
    try:
        return decode_json(body, object)
    except ValueError as error:
        raise ValueError(
            f"the body is not JSON ({error}): record it with vcrpy's decode_compressed_response=True, or without compression"
        ) from error


def _path_of_name(name: Path) -> str:
    """Return the path that a file's name means: `3/movie/550/credits.json` is `/3/movie/550/credits`."""
    parts = [part for part in name.parts[:-1] if part]
    stem = name.name.removesuffix(".gz")
    stem = stem[: -len(Path(stem).suffix)]
    path = "/".join([*parts, stem])
    return "/" + path if path.startswith(("3/", "4/")) else f"/3/{path}"
