"""Build all outputs in a staging folder, then replace the committed ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.json_io import DataError, InputError, Json, dump, load, sha256
from scripts.regenerate.correct.overlay import Action, Stale, apply_overlays, read_overlays
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.name.absorb import Note
from scripts.regenerate.read import lock
from scripts.regenerate.read.replacement import check_replacement
from scripts.regenerate.read.reviewed_data import ReviewedData, read_reviewed_data
from scripts.regenerate.read.snapshot import read_snapshot
from scripts.regenerate.requirements import read_evidence
from scripts.regenerate.write.deprecated_methods import mark_deprecated_methods
from scripts.regenerate.write.generate import generate, write_details_methods
from scripts.written_files import compare_trees

VERSIONS = ("v3", "v4")
UPSTREAM = Path("openapi/upstream")
DOCUMENT = Path("openapi/tmdb.json")
BINDINGS = Path("generated/tmdb_bindings")
#: The module of the facade that is generated from the prepared document.
DETAILS = Path("tmdb_facade/_async/resources/details.py")
FACADE = Path("tmdb_facade/_async")
OUTPUTS = (UPSTREAM, DOCUMENT, BINDINGS, DETAILS)


@dataclass(frozen=True, slots=True)
class Build:
    """The results of a build, besides its files.

    Attributes:
        snapshots: The upstream documents by version, without texts and examples.
        document: The prepared document.
        notes: Automatic decisions.
        stale: Stale overlay actions.
        evidence: The result of `read_evidence`.
        marked: Modules of the facade with changed marks of deprecated methods, in the staging folder.
    """

    snapshots: Mapping[str, Json]
    document: Json
    notes: list[Note]
    stale: list[Stale]
    evidence: Json
    marked: tuple[Path, ...] = ()

    @property
    def outputs(self) -> tuple[Path, ...]:
        """The files and folders of the build, relative to the project."""
        return (*OUTPUTS, *self.marked)


@dataclass(frozen=True, slots=True)
class Committed:
    """The state that a report compares a build with.

    Attributes:
        snapshots: The upstream documents by version.
        document: The prepared document.
    """

    snapshots: Mapping[str, Json]
    document: Json


@dataclass(frozen=True, slots=True)
class ProjectData:
    """The inputs of a build that people write, and the evidence."""

    overlays: Mapping[str, list[Action]]
    reviewed: ReviewedData
    evidence: Json


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
    snapshots = _documents(root, staging, upstream, force=force)
    data = read_project_data(root)
    result = prepare_documents(snapshots, data)
    target = staging / DOCUMENT
    target.write_text(dump(result.document), encoding="utf-8")
    generate(target, staging / BINDINGS)
    write_details_methods(result.document, data.reviewed.details_sentences, staging / DETAILS)
    marked = mark_deprecated_methods(result.document, root / FACADE, staging / FACADE)
    return replace(result, marked=tuple(FACADE / path for path in marked))


def read_project_data(root: Path) -> ProjectData:
    """Read the overlays, the reviewed data and the evidence of a project."""
    return ProjectData(
        overlays={version: read_overlays(root / "openapi/overlays" / version) for version in VERSIONS},
        reviewed=read_reviewed_data(root / "openapi"),
        evidence=read_evidence(root / "openapi"),
    )


def read_committed(folder: Path) -> Committed | None:
    """Return the committed documents in a folder, or None if it has no prepared document."""
    if not (folder / DOCUMENT).exists():
        return None
    paths = {version: folder / UPSTREAM / f"{version}.json" for version in VERSIONS}
    snapshots = {version: load(path) for version, path in paths.items() if path.exists()}
    return Committed(snapshots, load(folder / DOCUMENT))


def prepare_documents(snapshots: Mapping[str, Json], data: ProjectData, *, validate: bool = True) -> Build:
    """Correct and name upstream documents, without writing anything.

    Args:
        snapshots: The upstream documents by version, without texts and examples.
        data: The project's inputs.
        validate: Whether to validate the prepared document.
    """
    corrected: dict[str, Json] = {}
    stale: list[Stale] = []
    for version, document in snapshots.items():
        corrected[version], found = apply_overlays(document, data.overlays[version])
        stale += found
    result = prepare(corrected, data.reviewed, data.evidence, validate=validate)
    return Build(snapshots, result.document, result.notes, stale, data.evidence)


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


def differences(built: Path, committed: Path, outputs: Iterable[Path] = OUTPUTS) -> list[str]:
    """Return the differences between a build and the committed files.

    Args:
        built: Folder of a finished build.
        committed: The project.
        outputs: The files and folders to compare.
    """
    return [line for place in outputs for line in compare_trees(built / place, committed / place, place)]
