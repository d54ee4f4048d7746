"""Builds everything aside, from documents to bindings, and puts it in place at the end: all of it or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.json_io import DataError, InputError, Json, dump, load, sha256
from scripts.regenerate.correct.overlay import Stale, apply_overlays, read_overlays
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.correct.requirements import read_evidence
from scripts.regenerate.name.absorb import Note
from scripts.regenerate.read import lock
from scripts.regenerate.read.reviewed_data import read_reviewed_data
from scripts.regenerate.read.snapshot import take
from scripts.regenerate.write.generate import generate, write_details_methods

VERSIONS = ("v3", "v4")
UPSTREAM = Path("openapi/upstream")
DOCUMENT = Path("openapi/tmdb.json")
BINDINGS = Path("generated/tmdb_bindings")
#: The one module of the facade that is written from the prepared document.
DETAILS = Path("tmdb_facade/_async/resources/details.py")


@dataclass(frozen=True, slots=True)
class Build:
    """What a build gave, beside its files.

    Attributes:
        document: The prepared document.
        notes: What was decided automatically.
        stale: Overlay actions that have nothing to correct any more.
        operations: Operations of each upstream document.
    """

    document: Json
    notes: list[Note]
    stale: list[Stale]
    operations: Mapping[str, int]


def build(root: Path, staging: Path, given: Mapping[str, str]) -> Build:
    """Build every output below a folder.

    Args:
        root: The project: reviewed data and committed snapshots.
        staging: Empty folder for the outputs; they get the same places in it as in the project.
        given: Path or URL by version, for documents that are to be read anew.

    Raises:
        InputError: An upstream document cannot be used.
        DataError: The reviewed data or a committed snapshot is at fault, or what came of them cannot be expressed.
    """
    documents = _documents(root, staging, given)
    corrected: dict[str, Json] = {}
    stale: list[Stale] = []
    for version, document in documents.items():
        corrected[version], found = apply_overlays(document, read_overlays(root / "openapi/overlays" / version))
        stale += found
    result = prepare(corrected, read_reviewed_data(root / "openapi"), read_evidence(root / "openapi/evidence.json"))
    target = staging / DOCUMENT
    target.write_text(dump(result.document), encoding="utf-8")
    generate(target, staging / BINDINGS)
    write_details_methods(result.document, staging / DETAILS)
    counts = {
        version: entry.operations
        for version, entry in lock.read((staging / UPSTREAM / "lock.toml").read_bytes()).items()
    }
    return Build(result.document, result.notes, stale, counts)


def _documents(root: Path, staging: Path, given: Mapping[str, str]) -> dict[str, Json]:
    """Snapshots by version: read anew where a place is given, else the committed ones; written with their lock."""
    committed = root / UPSTREAM
    locked = committed / "lock.toml"
    entries = lock.read(locked.read_bytes()) if locked.exists() else {}
    (staging / UPSTREAM).mkdir(parents=True)
    documents: dict[str, Json] = {}
    for version in VERSIONS:
        if version in given:
            snapshot = take(given[version])
            entries[version] = lock.entry(snapshot)
            documents[version] = snapshot.document
            data = snapshot.text.encode()
        elif version in entries:
            path = committed / f"{version}.json"
            data = path.read_bytes() if path.exists() else b""
            if sha256(data) != entries[version].snapshot:
                raise DataError(f"{UPSTREAM}/{version}.json: edited by hand (its checksum is not that of lock.toml)")
            documents[version] = load(path)
        else:
            continue
        (staging / UPSTREAM / f"{version}.json").write_bytes(data)
    if not documents:
        raise InputError("there is no snapshot yet: pass --v3 and --v4")
    (staging / UPSTREAM / "lock.toml").write_text(lock.write(entries), encoding="utf-8")
    return documents


@contextmanager
def staging_folder(output: Path | None) -> Generator[Path, None, None]:
    """Give an empty folder and remove it in the end.

    Args:
        output: Where the outputs are to be moved, for a folder on the same disk; None when they stay where they are.
    """
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".regenerate-", dir=output) as folder:
        yield Path(folder)


def swap_in(staging: Path, output: Path) -> None:
    """Put what was built in place of what is there; when that fails half way, what was there comes back.

    Args:
        staging: Folder of a finished build.
        output: Where the outputs belong.
    """
    aside = staging / "replaced"
    done: list[Path] = []
    try:
        for place in (UPSTREAM, DOCUMENT, BINDINGS, DETAILS):
            old, kept = output / place, aside / place
            kept.parent.mkdir(parents=True, exist_ok=True)
            old.parent.mkdir(parents=True, exist_ok=True)
            if old.exists():
                old.rename(kept)
            done.append(place)
            (staging / place).rename(old)
    except OSError:
        for place in reversed(done):
            old, kept = output / place, aside / place
            if kept.exists():
                _remove(old)
                kept.rename(old)
        raise


def differences(built: Path, committed: Path) -> list[str]:
    """Return what differs between a build and what is committed, file by file.

    Args:
        built: Folder of a finished build.
        committed: The project.
    """
    found: list[str] = []
    for place in (UPSTREAM, DOCUMENT, BINDINGS, DETAILS):
        ours, theirs = _files(built / place), _files(committed / place)
        for name in sorted(ours.keys() | theirs.keys()):
            shown = (place / name).as_posix().removesuffix("/.")
            if name not in theirs:
                found.append(f"{shown}: missing")
            elif name not in ours:
                found.append(f"{shown}: nothing generates it")
            elif ours[name].read_bytes() != theirs[name].read_bytes():
                found.append(f"{shown}: differs")
    return found


def _files(place: Path) -> dict[Path, Path]:
    if place.is_file():
        return {Path(): place}
    # What Python, tools and systems leave behind is nobody's output; it is ignored by git too.
    return {
        path.relative_to(place): path
        for path in place.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    }


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
