"""HAR files, which browsers and proxies save, as recorded outages."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import unquote, urlsplit

import msgspec

from .outages import OutageSample
from .request_pattern import operation_of


class _Header(msgspec.Struct):
    name: str
    value: str


class _Content(msgspec.Struct):
    mime_type: str = msgspec.field(default="", name="mimeType")


class _Request(msgspec.Struct):
    method: str
    url: str


class _Response(msgspec.Struct):
    status: int
    headers: list[_Header] = []
    content: _Content = msgspec.field(default_factory=_Content)


class _Entry(msgspec.Struct):
    started: datetime = msgspec.field(name="startedDateTime")
    time: float
    request: _Request
    response: _Response


class _Log(msgspec.Struct):
    entries: list[_Entry]


class _HAR(msgspec.Struct):
    log: _Log


def har_samples(document: object) -> list[OutageSample]:
    """Return the samples of a HAR file: those of requests to operations of TMDB, at whatever host.

    Raises:
        ValueError: The document has another format.
    """
    entries = msgspec.convert(document, _HAR).log.entries
    found = [
        entry for entry in entries if operation_of(entry.request.method, unquote(urlsplit(entry.request.url).path))
    ]
    began = min((entry.started for entry in found), default=None)
    return [_sample(entry, began) for entry in found if began is not None]


def _sample(entry: _Entry, began: datetime) -> OutageSample:
    response = entry.response
    headers = {header.name.lower(): header.value for header in response.headers}
    return OutageSample(
        at=(entry.started - began).total_seconds(),
        # Browsers write 0, and some -1, for a request without an answer.
        status=response.status if response.status > 0 else None,
        seconds=max(0.0, entry.time / 1000),
        html=response.content.mime_type.startswith("text/html"),
        retry_after=headers.get("retry-after"),
    )
