"""Build all outputs in a staging folder, then replace the committed ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.json_io import DataError, InputError, Json, dump, load, sha256
from scripts.regenerate.correct.overlay import Stale, apply_overlays, read_overlays
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.document import operations
from scripts.regenerate.name.absorb import Note
from scripts.regenerate.read import lock
from scripts.regenerate.read.replacement import check_replacement
from scripts.regenerate.read.reviewed_data import read_reviewed_data
from scripts.regenerate.read.snapshot import read_snapshot
from scripts.regenerate.requirements import read_evidence
from scripts.regenerate.write.generate import generate, write_details_methods
from scripts.written_files import compare_trees

VERSIONS = ("v3", "v4")
UPSTREAM = Path("openapi/upstream")
DOCUMENT = Path("openapi/tmdb.json")
BINDINGS = Path("generated/tmdb_bindings")
#: The module of the facade that is generated from the prepared document.
DETAILS = Path("tmdb_facade/_async/resources/details.py")
OUTPUTS = (UPSTREAM, DOCUMENT, BINDINGS, DETAILS)


@dataclass(frozen=True, slots=True)
class Build:
    """The results of a build, besides its files.

    Attributes:
        document: The prepared document.
        notes: Automatic decisions.
        stale: Stale overlay actions.
        operations: Number of operations of each upstream document.
    """

    document: Json
    notes: list[Note]
    stale: list[Stale]
    operations: Mapping[str, int]


def build(root: Path, staging: Path, upstream: Mapping[str, str], *, force: bool = False) -> Build:
    """Build all outputs.

    Args:
        root: The project with the reviewed data and snapshots.
        staging: Empty folder for the outputs, which have the same relative paths as in the project.
        upstream: Path or URL of new upstream documents by version.
        force: Whether to use a document of another version, or one that lost many operations.

    Raises:
        InputError: An upstream document cannot be used.
        DataError: The reviewed data, a committed snapshot or the prepared document is invalid.
    """
    documents = _documents(root, staging, upstream, force=force)
    corrected: dict[str, Json] = {}
    stale: list[Stale] = []
    for version, document in documents.items():
        corrected[version], found = apply_overlays(document, read_overlays(root / "openapi/overlays" / version))
        stale += found
    reviewed = read_reviewed_data(root / "openapi")
    result = prepare(corrected, reviewed, read_evidence(root / "openapi"))
    target = staging / DOCUMENT
    target.write_text(dump(result.document), encoding="utf-8")
    generate(target, staging / BINDINGS)
    write_details_methods(result.document, reviewed.details_sentences, staging / DETAILS)
    counts = {version: len(operations(document)) for version, document in documents.items()}
    return Build(result.document, result.notes, stale, counts)


def _documents(root: Path, staging: Path, upstream: Mapping[str, str], *, force: bool) -> dict[str, Json]:
    """Return the new or committed snapshots by version. Write them with their lock."""
    committed = root / UPSTREAM
    locked = committed / "lock.toml"
    entries = lock.read(locked.read_bytes()) if locked.exists() else {}
    (staging / UPSTREAM).mkdir(parents=True)
    documents: dict[str, Json] = {}
    for version in VERSIONS:
        path = committed / f"{version}.json"
        if version in upstream:
            data, entries[version] = read_snapshot(upstream[version])
            if not force:
                known = load(path) if path.exists() else None
                check_replacement(version, entries[version].source, json.loads(data), known)
        elif version in entries:
            data = path.read_bytes() if path.exists() else b""
        else:
            continue
        if sha256(data) != entries[version].snapshot:
            raise DataError(f"{UPSTREAM}/{version}.json: edited by hand (its checksum differs from lock.toml)")
        documents[version] = json.loads(data)
        (staging / UPSTREAM / f"{version}.json").write_bytes(data)
    if not documents:
        raise InputError("no snapshot exists: pass --v3 and --v4")
    (staging / UPSTREAM / "lock.toml").write_text(lock.write(entries), encoding="utf-8")
    return documents


def differences(built: Path, committed: Path) -> list[str]:
    """Return the differences between a build and the committed files.

    Args:
        built: Folder of a finished build.
        committed: The project.
    """
    return [line for place in OUTPUTS for line in compare_trees(built / place, committed / place, place)]
