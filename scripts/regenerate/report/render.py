"""Report of a regeneration for users and maintainers, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from scripts.json_io import Json, dump
from scripts.regenerate.document import operations
from scripts.regenerate.name.absorb import Note
from scripts.regenerate.report.facade import BrokenMethod, FacadeCall, broken_methods
from scripts.regenerate.report.markdown import code, prose
from scripts.regenerate.report.upstream_changes import UpstreamChange, upstream_changes
from scripts.regenerate.report.upstream_text import upstream_sections
from scripts.regenerate.report.user_changes import UserChange, user_changes
from scripts.regenerate.report.versions import NextVersion, next_version
from scripts.text_templates import render_template

if TYPE_CHECKING:
    from scripts.regenerate.build import Build, Committed


@dataclass(frozen=True, slots=True)
class StaleAction:
    """An overlay action that does not correct anything, with the reason for which it was written."""

    action: str
    why: str
    reason: str


@dataclass(frozen=True, slots=True)
class RegenerationReport:
    """The report of a regeneration.

    Attributes:
        version: The suggested version.
        changes: The changes for users, breaking ones first, or None if no prepared document was committed before.
        facade: The methods of the facade that a change breaks.
        upstream: The changes of TMDB's documents.
        notes: The automatic decisions.
        stale: The stale overlay actions.
        figures: The size of the build as one line.
    """

    version: NextVersion
    changes: list[UserChange] | None
    facade: list[BrokenMethod]
    upstream: list[UpstreamChange]
    notes: list[Note]
    stale: list[StaleAction]
    figures: str

    def markdown(self) -> str:
        """Return the report as Markdown."""
        sections = upstream_sections(self.upstream)
        return render_template(
            "regenerate/templates/report.md.jinja", report=self, sections=sections, code=code, prose=prose
        )

    def json(self) -> str:
        """Return the report as JSON."""
        return dump(asdict(self))


def make_report(
    before: Committed | None, result: Build, calls: Mapping[str, list[FacadeCall]], version: str
) -> RegenerationReport:
    """Compare a build with the committed state.

    Args:
        before: The committed documents, or None if there are none.
        result: The new build.
        calls: The result of `facade_calls`.
        version: The current version of the project.
    """
    changes: list[UserChange] | None = None
    upstream: list[UpstreamChange] = []
    documents = [result.document] if before is None else [before.document, result.document]
    if before is not None:
        changes = user_changes(before.document, result.document)
        bindings = (before.document, result.document)
        upstream = upstream_changes(before.snapshots, result.snapshots, bindings, result.evidence)
    return RegenerationReport(
        version=next_version(version, changes or (), is_regenerated=bool(upstream)),
        changes=changes,
        facade=broken_methods(changes or (), result.notes, calls, documents),
        upstream=upstream,
        notes=result.notes,
        stale=[StaleAction(stale.action.name, stale.why, stale.action.reason) for stale in result.stale],
        figures=figures(result),
    )


def figures(result: Build) -> str:
    """Return the size of a build as one line."""
    schemas: Json = result.document["components"]["schemas"]
    named = sum(note.kind in {"component", "operation", "enum", "body"} for note in result.notes)
    read = ", ".join(f"{version} {len(operations(result.snapshots[version]))}" for version in sorted(result.snapshots))
    return (
        f"{len(operations(result.document))} operations (in TMDB's documents: {read}), {len(schemas)} components, "
        f"{named} named automatically, {len(result.stale)} stale overlay actions"
    )
