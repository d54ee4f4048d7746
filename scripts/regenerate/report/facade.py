"""Methods of the facade that a change breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.regenerate.report.user_changes import UserChange


@dataclass(frozen=True, slots=True)
class BrokenMethod:
    """A method of the facade, and the operation it uses that was removed or renamed."""

    method: str
    operation: str


def broken_methods(changes: Iterable[UserChange], uses: Mapping[str, list[str]]) -> Iterator[BrokenMethod]:
    """Yield the methods of the facade that use a removed or renamed operation.

    Args:
        changes: The changes for users.
        uses: The result of `facade_uses`.
    """
    for change in changes:
        if change.breaking:
            yield from (BrokenMethod(method, change.where) for method in uses.get(change.where, ()))
