"""Comparison of documents as trees of named parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part of a document.

    Attributes:
        kind: The kind of part.
        name: The part's name within the part that contains it.
        text: The properties of the part, without those of its parts.
        parts: Its parts, by keys that identify them in another document.
    """

    kind: str
    name: str
    text: str = ""
    parts: Mapping[object, DocumentPart] = field(default_factory=dict[object, "DocumentPart"])


Parts: TypeAlias = Mapping[object, DocumentPart]
#: Returns the pairs of keys that identify the same part, from the parts that only one of two documents has.
Pairing: TypeAlias = Callable[[Parts, Parts], Iterable[tuple[object, object]]]


@dataclass(frozen=True, slots=True)
class PartDifference:
    """A part that only one of two documents has, or that has another name or text.

    Attributes:
        old: The part in the first document, or None if it is new.
        new: The part in the second document, or None if it was removed.
        old_holders: The parts that contain it in the first document, outermost first.
        new_holders: The same in the second document.
    """

    old: DocumentPart | None
    new: DocumentPart | None
    old_holders: tuple[DocumentPart, ...]
    new_holders: tuple[DocumentPart, ...]

    @property
    def old_path(self) -> tuple[DocumentPart, ...]:
        """The part after those that contain it, where it is or would be in the first document."""
        return (*self.old_holders, *filter(None, [self.old or self.new]))

    @property
    def new_path(self) -> tuple[DocumentPart, ...]:
        """The part after those that contain it, where it is or would be in the second document."""
        return (*self.new_holders, *filter(None, [self.new or self.old]))


def compare(
    before: Parts,
    after: Parts,
    pairing: Pairing = lambda _, __: (),
    _olds: tuple[DocumentPart, ...] = (),
    _news: tuple[DocumentPart, ...] = (),
) -> Iterator[PartDifference]:
    """Yield the differences between two documents.

    Args:
        before: The parts of the first document.
        after: The parts of the second document.
        pairing: Returns pairs of parts that have another key.
    """
    removed = {key: part for key, part in before.items() if key not in after}
    added = {key: part for key, part in after.items() if key not in before}
    pairs = [*((key, key) for key in before if key in after), *(pairing(removed, added) if removed and added else ())]
    for old_key, new_key in pairs:
        removed.pop(old_key, None)
        added.pop(new_key, None)
        old, new = before[old_key], after[new_key]
        if (old.name, old.text) != (new.name, new.text):
            yield PartDifference(old, new, _olds, _news)
        yield from compare(old.parts, new.parts, pairing, (*_olds, old), (*_news, new))
    yield from (PartDifference(part, None, _olds, _news) for part in removed.values())
    yield from (PartDifference(None, part, _olds, _news) for part in added.values())
