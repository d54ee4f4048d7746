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
        olds: The part in the first document after the parts that contain it, outermost first; empty if it is new.
        news: The same in the second document; empty if it was removed.
    """

    olds: tuple[DocumentPart, ...]
    news: tuple[DocumentPart, ...]

    @property
    def old(self) -> DocumentPart | None:
        """The part in the first document."""
        return self.olds[-1] if self.olds else None

    @property
    def new(self) -> DocumentPart | None:
        """The part in the second document."""
        return self.news[-1] if self.news else None


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
    pairs = [*((key, key) for key in before if key in after), *pairing(removed, added)]
    for old_key, new_key in pairs:
        removed.pop(old_key, None)
        added.pop(new_key, None)
        old, new = before[old_key], after[new_key]
        olds, news = (*_olds, old), (*_news, new)
        if (old.name, old.text) != (new.name, new.text):
            yield PartDifference(olds, news)
        yield from compare(old.parts, new.parts, pairing, olds, news)
    yield from (PartDifference((*_olds, part), ()) for part in removed.values())
    yield from (PartDifference((), (*_news, part)) for part in added.values())
