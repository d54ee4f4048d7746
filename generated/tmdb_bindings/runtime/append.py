# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Typed sets of blocks for `append_to_response`."""

from __future__ import annotations

from typing import Generic, TypeVar

# Invariant: if a type checker could widen a set of blocks, it would accept reading blocks that were not requested.
K = TypeVar("K")
K2 = TypeVar("K2")


class Append(Generic[K]):
    """A set of blocks to append; `|` returns the union of two sets.

    Attributes:
        blocks: TMDB's names of the blocks, without duplicates, in order.
    """

    __slots__ = ("blocks",)

    def __init__(self, *blocks: str) -> None:
        """Create a set from TMDB's names of blocks, such as `watch/providers`."""
        self.blocks: tuple[str, ...] = tuple(dict.fromkeys(blocks))

    def __or__(self, other: Append[K2]) -> Append[K | K2]:
        """Return the union of both sets."""
        return Append(*self.blocks, *other.blocks)

    def __eq__(self, other: object) -> bool:
        """Return whether both sets contain the same blocks, in any order."""
        if not isinstance(other, Append):
            return NotImplemented
        return set(self.blocks) == set(other.blocks)

    def __hash__(self) -> int:
        """Return a hash that does not depend on the order."""
        return hash(frozenset(self.blocks))

    def __repr__(self) -> str:
        """Return the call that creates the set."""
        return f"Append({', '.join(map(repr, self.blocks))})"
