"""Changes of TMDB's documents, and what they became in the bindings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from scripts.json_io import Json
from scripts.regenerate.report.parts import DocumentPart, PartDifference, Parts, compare
from scripts.regenerate.report.places import PreparedPlaces
from scripts.regenerate.report.upstream_parts import upstream_parts

Kind = Literal["removed", "moved", "renamed", "deprecated", "changed", "added"]
#: Whether the bindings changed in the same place, kept what they had, or never had it.
Effect = Literal["followed", "kept", "none"]

# A new name or text of these parts is a new address.
_ADDRESSES = frozenset({"operation", "operation id", "document", "status"})
# How similar the names are of a part that was possibly renamed, if several have the same content.
_SIMILAR = 0.7
_GUESSED = frozenset({"operation", "field", "query parameter"})


@dataclass(frozen=True, slots=True)
class UpstreamChange:
    """A change of TMDB's documents.

    Attributes:
        kind: The kind of change.
        address: The names of the parts that lead to what changed, outermost first: an operation such as
            `GET /3/movie/{}` or a property of the document, then places in the operation.
        place: The place in the operation for readers, such as `answer.results[].overview`, with `*` for keys of maps.
        keys: The keys of maps in the address, such as countries.
        before: The name or text before, "" if it is new.
        after: The name or text after, "" if it was removed.
        guess: The part to or from which it was possibly renamed, or "".
        effect: What the change became in the bindings.
        names: The names of the same thing in the bindings.
        text: Its text in the bindings now, "" if they no longer have it.
        recorded: For a removed field that is kept, the number of recorded answers since 2023 that contain it.
    """

    kind: Kind
    address: tuple[str, ...]
    place: str
    keys: tuple[str, ...]
    before: str
    after: str
    guess: str
    effect: Effect
    names: tuple[str, ...]
    text: str
    recorded: int | None


def upstream_changes(
    before: Mapping[str, Json], after: Mapping[str, Json], bindings: tuple[Json, Json], evidence: Json
) -> list[UpstreamChange]:
    """Return the changes between two versions of TMDB's documents.

    Args:
        before: The snapshots of the committed documents by version (`v3`, `v4`).
        after: The new snapshots.
        bindings: The prepared document of each.
        evidence: The result of `read_evidence`.
    """
    old_places, new_places = map(PreparedPlaces, bindings)
    found = list(compare(upstream_parts(before, after), upstream_parts(after, before), _moved))
    # A part that the bindings had before is no new name for another one.
    guesses = dict(_guesses([one for one in found if one.old or not old_places.locate(one.old_path)]))
    changes: list[UpstreamChange] = []
    for difference in found:
        parts = difference.new_path
        old, new = old_places.locate(difference.old_path), new_places.locate(parts)
        keys = (new_places if new else old_places).keys(parts)
        effect: Effect = "none" if not old and not new else "kept" if old == new else "followed"
        names = sorted(new or old)
        for kind, was, now in _kinds(difference):
            change = UpstreamChange(
                kind=kind,
                address=_address(difference),
                place=_place(parts, keys),
                keys=tuple(keys),
                before=was,
                after=now,
                guess=guesses.get(_address(difference), ""),
                effect=effect,
                names=tuple(map((new_places if new else old_places).shown, names)),
                text=", ".join(dict.fromkeys(new.values())),
                recorded=_recorded(names, evidence) if (kind, effect) == ("removed", "kept") else None,
            )
            changes.append(change)
    return sorted(changes, key=lambda one: (one.address, one.kind))


def _kinds(difference: PartDifference) -> Iterator[tuple[Kind, str, str]]:
    """Yield (kind, before, after): a part can have a new name and a new text."""
    old, new = difference.old, difference.new
    if old and new:
        if old.name != new.name:
            yield "renamed" if new.kind == "path parameter" else "moved", old.name, new.name
        if old.text != new.text:
            yield "moved" if new.kind in _ADDRESSES else "changed", old.text, new.text
    elif old:
        yield "removed", _content(old), ""
    elif new:
        yield "deprecated" if new.kind == "deprecated" else "added", "", _content(new)


def _content(part: DocumentPart) -> str:
    """Return the text of a part with the names of its fields."""
    inner = part.parts.get("items") or part.parts.get("values")
    text = f"{part.text} of {_content(inner)}" if inner else part.text
    fields = [field.name.removeprefix(".") for field in part.parts.values() if field.kind == "field"]
    return f"{text} with {', '.join(fields)}" if fields else text


def _address(difference: PartDifference) -> tuple[str, ...]:
    return tuple(part.name for part in difference.new_path)


def _place(parts: Sequence[DocumentPart], keys: Iterable[str]) -> str:
    """Return the place without a success status and JSON, which nearly all answers have."""
    names: list[str] = []
    waiting = list(keys)
    for part in parts[1:]:
        if part.kind == "field" and waiting and part.name == f".{waiting[0]}":
            del waiting[0]
            names.append(".*")
        elif part is parts[-1] or not (_is_success(part) or part.name == "application/json"):
            names.append(f" {part.name}" if part.kind == "content type" else part.name)
        elif part.kind == "status":
            names.append("answer")
    return "".join(names).strip()


def _moved(removed: Parts, added: Parts) -> Iterator[tuple[object, object]]:
    """Yield the keys of parts that were certainly moved: operations by their id, the only status and content type."""
    for kind, mark_of in (("operation", _operation_id), ("status", _is_success), ("content type", _kind)):
        old, new = _by(removed, kind, mark_of), _by(added, kind, mark_of)
        yield from ((old[mark], new[mark]) for mark in old if mark in new)


def _by(parts: Parts, kind: str, mark_of: Callable[[DocumentPart], str]) -> dict[str, object]:
    """Return the keys of parts by a mark that no other part has."""
    marks = {key: mark_of(part) for key, part in parts.items() if part.kind == kind}
    count = Counter(marks.values())
    return {mark: key for key, mark in marks.items() if mark and count[mark] == 1}


def _operation_id(part: DocumentPart) -> str:
    text = part.parts["operationId"].text
    return f"{part.name.partition(' ')[0]} {text}" if text else ""


def _is_success(part: DocumentPart) -> str:
    return "success" if part.kind == "status" and part.name.startswith("answer 2") else ""


def _kind(part: DocumentPart) -> str:
    return part.kind


def _guesses(found: Iterable[PartDifference]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the address of each part that was possibly renamed, and its other name.

    The two have the same kind, holder and content.
    """
    old: dict[object, list[tuple[str, ...]]] = {}
    new: dict[object, list[tuple[str, ...]]] = {}
    for difference in found:
        part = difference.new if difference.old is None else difference.old
        if part is not None and part.kind in _GUESSED and (difference.old is None or difference.new is None):
            address = _address(difference)
            parts = {key: inner for key, inner in part.parts.items() if key != "operationId"}
            content = (address[:-1], part.kind, part.text, repr(parts))
            (new if difference.old is None else old).setdefault(content, []).append(address)
    for shared in old.keys() & new.keys():
        for removed, added in _pairs(old[shared], new[shared]):
            yield removed, added[-1]
            yield added, removed[-1]


def _pairs(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the only old and new address, or of several those with similar names."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    free = {address[-1]: address for address in new}
    for removed in old:
        for name in get_close_matches(removed[-1], free, n=1, cutoff=_SIMILAR):
            yield removed, free.pop(name)


def _recorded(names: Iterable[str], evidence: Json) -> int | None:
    """Return how many recorded answers since 2023 contain a field, or None if no name is a field of a component."""
    counts: list[int] = []
    for name in names:
        component, _, field = name.partition(".")
        recent: Json = evidence.get("components", {}).get(component, {}).get(field, {}).get("since_2023", {})
        if recent:
            counts.append(recent.get("observed", 0) - recent.get("absent", 0))
    return sum(counts) if counts else None
