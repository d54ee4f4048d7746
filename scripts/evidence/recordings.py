"""Read recorded TMDB answers from a corpus in JSON Lines or from vcrpy cassettes."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import yaml

from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Operation

# A fixed segment (`/3/movie/popular`) takes precedence over a parameter.
_PATTERNS = [
    (operation.method, re.compile(re.sub(r"\{\w+\}", "[^/]+", operation.path)), operation)
    for operation in sorted(OPERATIONS, key=lambda one: one.path.count("{"))
]


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """One recorded answer.

    Attributes:
        label: Its position: `file:line`, or `file#n` in a cassette.
        method: HTTP method, upper case.
        path: Path of the request (`/3/movie/550`), "" if only the template is known.
        template: Path template (`/3/movie/{movie_id}`), "" if only the path is known.
        query: Query parameters, as far as known.
        status: HTTP status, or None if the recorder did not store it.
        body: The body.
        kind: `recorded`, `saved`, `edited` or `quoted`.
        date: Day of the recording (YYYY-MM-DD, an upper bound), "" if unknown.
        flags: Properties of the source: `reencoded`, `maybe_trimmed`, `scrubbed`.
        source: Name of the project that recorded it, "" if unknown.
        scrubbed: Names of the fields whose numbers the recorder replaced.
    """

    label: str
    method: str
    path: str
    template: str
    status: int | None
    body: bytes
    kind: str = "recorded"
    date: str = ""
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    flags: frozenset[str] = frozenset()
    source: str = ""
    scrubbed: frozenset[str] = frozenset()

    def is_success(self) -> bool:
        """Return whether this is a success answer, by its status or else by `success` in the body."""
        if self.status is not None:
            return 200 <= self.status < 300
        value = json.loads(self.body)
        return not (isinstance(value, dict) and cast("dict[str, object]", value).get("success") is False)


def read_recordings(places: Iterable[Path]) -> Iterator[RecordedAnswer]:
    """Yield every recording in files and folders, sorted by file name.

    Args:
        places: JSON Lines files, cassettes, or folders with such files (`.jsonl`, `.yaml`, `.yml`) at any depth; other YAML
            files in a folder are skipped.

    Raises:
        ValueError: A file is of another format or damaged.
        FileNotFoundError: A place does not exist.
    """
    for place in places:
        for path in _files(place):
            try:
                yield from _corpus_file(path) if path.suffix == ".jsonl" else _cassette(path, is_named=path == place)
            except (KeyError, TypeError, ValueError, yaml.YAMLError) as error:
                raise ValueError(f"{path}: not a readable recording: {error!r}") from error


def _files(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(path for path in place.rglob("*") if path.suffix in {".jsonl", ".yaml", ".yml"})
    if not place.exists():
        raise FileNotFoundError(f"{place}: no such file or folder")
    return [place]


def _corpus_file(path: Path) -> Iterator[RecordedAnswer]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            entry = json.loads(line)
            source, request, response = entry["source"], entry["request"], entry["response"]
            yield RecordedAnswer(
                label=f"{path.name}:{number}",
                method=str(request["method"]),
                path=request.get("path") or "",
                template=request.get("path_template") or "",
                query=request.get("query") or {},
                status=response.get("status"),
                body=json.dumps(response["body"], ensure_ascii=False).encode(),
                kind=source.get("kind") or "recorded",
                date=source.get("date") or "",
                flags=frozenset(flag for flag in ("reencoded", "maybe_trimmed", "scrubbed") if source.get(flag)),
                source=source.get("repo") or "",
                scrubbed=frozenset(source.get("scrubbed") or ()),
            )


def _cassette(path: Path, *, is_named: bool) -> Iterator[RecordedAnswer]:
    with path.open("rb") as file:
        document: Any = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not is_named and not _is_cassette(document):
        return  # another YAML file in a folder of cassettes
    for number, entry in enumerate(document["interactions"], 1):
        request, response = entry["request"], entry["response"]
        url = urlsplit(str(request["uri"]))
        yield RecordedAnswer(
            label=f"{path.name}#{number}",
            method=str(request["method"]),
            path=url.path,
            template="",
            query=dict(parse_qsl(url.query)),
            status=_status(response),
            body=_plain(_body(response), _header(response.get("headers") or {}, "content-encoding")),
        )


def _is_cassette(document: object) -> bool:
    return isinstance(document, dict) and "interactions" in document


def _status(response: Mapping[str, Any]) -> int:
    """Return the status. vcrpy writes `status: {code}`, its older httpx form `status_code`, our cassettes the number."""
    status: Any = response["status"] if "status" in response else response["status_code"]
    return status if isinstance(status, int) else int(status["code"])


def _body(response: Mapping[str, Any]) -> bytes:
    """Return the body. vcrpy writes `body: {string}`, its older httpx form `content`, our cassettes `json` or `text`."""
    if "json" in response:
        return json.dumps(response["json"], ensure_ascii=False).encode()
    body = response["body"]["string"] if "body" in response else response.get("content", response.get("text", ""))
    return body if isinstance(body, bytes) else str(body or "").encode()


def _header(headers: Mapping[str, object], name: str) -> str:
    for key, value in headers.items():
        if key.lower() == name:
            return ",".join(str(one) for one in cast("list[object]", value)) if isinstance(value, list) else str(value)
    return ""


def _plain(body: bytes, encoding: str) -> bytes:
    """Decompress a body if it is compressed; recorders that decompress it often keep the header."""
    if body[:2] == b"\x1f\x8b":
        return gzip.decompress(body)
    if encoding.lower() == "deflate" and not body.lstrip().startswith((b"{", b"[")):
        return zlib.decompress(body)
    return body


@cache
def find_operation(method: str, path: str) -> Operation | None:
    """Return the operation of a request, or None.

    Args:
        method: HTTP method.
        path: A path (`/3/movie/550`) or a template with any parameter names (`/3/movie/{movie_id}`).
    """
    found = (
        one for known, pattern, one in _PATTERNS if known == method.upper() and pattern.fullmatch(path.rstrip("/"))
    )
    return next(found, None)
