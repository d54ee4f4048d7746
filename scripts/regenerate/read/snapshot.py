"""Reader of upstream documents. A snapshot contains the API of the document, without texts and examples."""

from __future__ import annotations

import re
import time
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx

from scripts.json_io import InputError, dump, sha256
from scripts.regenerate.document import operations
from scripts.regenerate.read.lock import Entry
from scripts.regenerate.read.parse import parse

#: Timeout of a connection, and of each part of a download, in seconds.
TIMEOUT = 30.0
#: Timeout of a whole download in seconds.
LONGEST = 300.0
#: The maximum number of bytes of a document. TMDB's v3 document has 3 million.
MOST_BYTES = 100_000_000
_DATE = re.compile(r"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")


def read_snapshot(place: str) -> tuple[bytes, Entry]:
    """Read and validate an upstream document, and remove texts and examples.

    Args:
        place: Path or URL (http or https) of the document.

    Returns:
        The snapshot, which is JSON with sorted keys, and its entry in the lock.

    Raises:
        InputError: The document cannot be read, or is not OpenAPI 3.
    """
    if re.match(r"https?://", place):
        data, modified = _download(place)
        source = _public(place)
    else:
        data, modified, source = _file(place), "", Path(place).name
    try:
        document = parse(data, source)
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


def _file(place: str) -> bytes:
    name = Path(place).name
    try:
        with Path(place).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from error
    _check_size(len(data), name)
    return data


def _check_size(count: int, name: str) -> None:
    if count > MOST_BYTES:
        raise InputError(f"{name}: too large: more than {MOST_BYTES:,} bytes")


def _download(url: str) -> tuple[bytes, str]:
    """Return the content of a URL and the date of its `Last-Modified` header."""
    end = time.monotonic() + LONGEST
    data = bytearray()
    try:
        with httpx.stream("GET", url, timeout=TIMEOUT, follow_redirects=True) as response:
            response.raise_for_status()
            for part in response.iter_bytes():
                data += part
                _check_size(len(data), _public(url))
                if time.monotonic() > end:
                    raise InputError(f"{_public(url)}: cannot be reached: not complete after {LONGEST:.0f} seconds")
    except httpx.HTTPStatusError as error:
        raise InputError(f"{_public(url)}: the server returned HTTP {error.response.status_code}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(
            f"{_public(url)}: cannot be reached: {' '.join(str(error).split()) or type(error).__name__}"
        ) from error
    modified = response.headers.get("last-modified")
    try:
        return bytes(data), parsedate_to_datetime(modified).date().isoformat() if modified else ""
    except (ValueError, OverflowError):  # an invalid header is no reason to reject the document
        return bytes(data), ""


def _public(url: str) -> str:
    """Return a URL without user, password, query and fragment, which may contain credentials."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
