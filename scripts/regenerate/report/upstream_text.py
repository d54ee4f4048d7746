"""Lines of the report about changes of TMDB's documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scripts.regenerate.report.markdown import code, prose
from scripts.regenerate.report.upstream_changes import UpstreamChange

_TITLES = {
    "removed": "No longer in the document",
    "moved": "Moved",
    "renamed": "Renamed",
    "deprecated": "Deprecated",
    "changed": "Changed",
    "added": "New in the document",
}


def upstream_sections(changes: Iterable[UpstreamChange]) -> dict[str, list[str]]:
    """Return the lines of each section. Equal changes of several operations are one line."""
    alike: dict[UpstreamChange, list[UpstreamChange]] = {}
    for change in changes:
        own = () if change.place else change.address
        alike.setdefault(replace(change, address=own, keys=()), []).append(change)
    sections: dict[str, list[str]] = {title: [] for title in _TITLES.values()}
    for change, all_alike in alike.items():
        operations = dict.fromkeys(one.address[0] for one in all_alike if one.place)
        keys = dict.fromkeys(key for one in all_alike for key in one.keys)
        sections[_TITLES[change.kind]].append(_line(change, operations, keys))
    return {title: lines for title, lines in sections.items() if lines}


def _line(change: UpstreamChange, operations: Iterable[str], keys: Iterable[str]) -> str:
    name = code(change.place or change.address[0])
    name += f" for {_listed(keys)}" if keys else ""
    where = f" of {_listed(operations)}" if operations else ""
    if change.kind == "moved" and not change.place and change.address[0] == change.after:
        what = f"{code(change.before)} is now {code(change.after)}"
    elif change.kind in {"moved", "renamed", "changed"}:
        what = f"{name}{where}: {code(change.before)} is now {code(change.after)}"
    elif change.kind == "deprecated":
        what = f"{_listed(operations)}" if change.place == "deprecated" else f"{name}{where}"
    else:
        text = change.before or change.after
        what = f"{name} ({prose(text)}){where}" if text else f"{name}{where}"
    return "; ".join(filter(None, [what, _guess(change), _effect(change)]))


def _guess(change: UpstreamChange) -> str:
    if not change.guess:
        return ""
    direction = "to" if change.kind == "removed" else "from"
    return f"possibly renamed {direction} {code(change.guess)} (a guess, because both have the same content)"


def _effect(change: UpstreamChange) -> str:
    names = _listed(change.names)
    if change.effect == "none":
        return "not a part of the bindings"
    if change.effect == "followed":
        return f"the bindings follow: {names}" if change.text else f"removed from the bindings: {names}"
    if change.kind == "removed":
        return f"kept in the bindings: {names}{_recorded(change.recorded)}"
    if change.kind == "added":
        return f"the bindings had it before: {names}"
    return f"the bindings keep {code(change.text)}: {names}"


def _recorded(count: int | None) -> str:
    if count is None:
        return ""
    return (
        f", because {count} recorded answers since 2023 contain it"
        if count
        else ", although no answer since 2023 is recorded"
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(code, names))
