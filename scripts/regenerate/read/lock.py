"""The lock beside the snapshots: where they came from, and checksums that show an edit by hand."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version

from scripts.json_io import DataError, sha256
from scripts.regenerate.read.snapshot import Snapshot

_HEAD = "# Written by python -m scripts.regenerate: what the snapshots beside this file were made from.\n"
_SEAL = "\n[seal]\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one snapshot.

    Attributes:
        source: File name or URL that it was read from.
        version: The document's own version.
        date: Day of the document (YYYY-MM-DD), "" if unknown.
        operations: Number of operations.
        sha256: Checksum of the bytes that were read.
        snapshot: Checksum of the snapshot itself.
    """

    source: str
    version: str
    date: str
    operations: int
    sha256: str
    snapshot: str


def entry(snapshot: Snapshot) -> Entry:
    """Return the entry of a snapshot that was just taken."""
    return Entry(
        snapshot.source,
        snapshot.version,
        snapshot.date,
        snapshot.operations,
        snapshot.sha256,
        sha256(snapshot.text.encode()),
    )


def write(entries: Mapping[str, Entry]) -> str:
    """Return the text of the lock for some entries (`v3`, `v4`) and the generator that is installed."""
    lines = [f'\ngenerator = "openapi-python-client {version("openapi-python-client")}"\n']
    for name in sorted(entries):
        lines.append(f"\n[{name}]\n")
        # A JSON string is a TOML string; numbers look the same in both.
        lines.extend(f"{key} = {json.dumps(value)}\n" for key, value in asdict(entries[name]).items())
    body = _HEAD + "".join(lines)
    return f'{body}{_SEAL}sha256 = "{sha256(body.encode())}"\n'


def read(data: bytes) -> dict[str, Entry]:
    """Return the entries of a lock.

    Raises:
        DataError: It is damaged, or was edited by hand.
    """
    # A damaged byte changes the checksum too.
    text = data.decode(errors="replace")
    body, _, seal = text.partition(_SEAL)
    try:
        content = tomllib.loads(text)
        entries = {name: Entry(**fields) for name, fields in content.items() if name not in {"generator", "seal"}}
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise DataError(f"lock.toml: damaged: {error}") from error
    if seal != f'sha256 = "{sha256(body.encode())}"\n':
        raise DataError("lock.toml: edited by hand (its checksum does not fit)")
    return entries
