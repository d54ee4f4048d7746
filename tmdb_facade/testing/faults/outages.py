"""Recorded outages: what each request got, and when, for `server.faults.replay`.

    {"outage": [{"at": 0, "status": 200}, {"at": 1.5, "status": 503, "seconds": 30}, {"at": 40, "status": 200}]}

A HAR file, which browsers and proxies save, is a recorded outage too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import msgspec

from tmdb_facade.testing.json_input import read_json

from .request_log import LoggedRequest


class OutageSample(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one request got.

    Attributes:
        at: The seconds from the first request of the recording to this one.
        status: The HTTP status; None if the connection was reset.
        seconds: The seconds until the answer.
        html: Whether an error was an HTML page, and not in TMDB's format.
        retry_after: The value of `Retry-After`.
    """

    at: float
    status: int | None
    seconds: float = 0.0
    html: bool = False
    retry_after: str | None = None

    def __post_init__(self) -> None:
        """Validate the values.

        Raises:
            ValueError: A number is out of range.
        """
        if self.at < 0 or self.seconds < 0:
            raise ValueError("at and seconds must not be negative")
        if self.status is not None and not 100 <= self.status <= 599:
            raise ValueError(f"status must be from 100 to 599, or null for a reset connection, got {self.status}")


class _Outage(msgspec.Struct, forbid_unknown_fields=True):
    outage: list[OutageSample]


def outage_document(requests: Iterable[LoggedRequest]) -> dict[str, object]:
    """Return the recorded outage of logged requests as a JSON object, without paths and credentials.

        Path("outage.json").write_text(json.dumps(outage_document(server.requests)))

    Args:
        requests: The requests, such as `server.requests`.
    """
    entries = [(request.at, request.status, request.seconds or 0.0) for request in requests]
    began = min((at for at, _, _ in entries), default=None)
    samples = [
        OutageSample(round((at - began).total_seconds(), 3), status, round(seconds, 3))
        for at, status, seconds in entries
        if began is not None
    ]
    return {"outage": cast("list[dict[str, Any]]", msgspec.to_builtins(samples))}


def is_outage(document: object) -> bool:
    """Return whether a JSON value looks like a recorded outage or a HAR file."""
    return isinstance(document, dict) and ("outage" in document or "log" in document)


def outage_of(document: object) -> list[OutageSample]:
    """Return the samples of a recorded outage or a HAR file, sorted by time.

    Of a HAR file, these are the requests to operations of TMDB, at whatever host.

    Raises:
        ValueError: The document has another format, or no samples.
    """
    if isinstance(document, dict) and "log" in document:
        # Imported on demand: its types take time to build.
        from .har import har_samples

        samples = har_samples(cast("object", document))
        if not samples:
            raise ValueError("the HAR file has no request to an operation of TMDB: their paths begin with /3/ or /4/")
    else:
        samples = msgspec.convert(document, _Outage).outage
        if not samples:
            raise ValueError("the outage is empty")
    return sorted(samples, key=lambda sample: sample.at)


def read_outage(path: Path | str) -> list[OutageSample]:
    """Read the samples of a recorded outage or a HAR file.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file has another format.
    """
    try:
        return outage_of(read_json(path, object))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
