# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Sets of blocks that a details call can append, known to type checkers."""

from __future__ import annotations

from typing import Generic, TypeVar

# Neither co- nor contravariant: details with the blocks `K` have at least these, so a set of blocks stands for these and
# no others. A checker that may widen it takes details for having blocks that were never asked for.
K = TypeVar("K")
K2 = TypeVar("K2")


class MissingBlockError(AttributeError):
    """A block was read that the call did not ask for."""


class Append(Generic[K]):
    """A set of blocks to append; `|` makes the union of two sets.

    Attributes:
        blocks: The blocks' wire names, each once, in the order in which they were given.
    """

    __slots__ = ("blocks",)

    def __init__(self, *blocks: str) -> None:
        """Name the blocks as TMDB does, as in `watch/providers`."""
        self.blocks: tuple[str, ...] = tuple(dict.fromkeys(blocks))

    def __or__(self, other: Append[K2]) -> Append[K | K2]:
        """Take the blocks of both."""
        return Append(*self.blocks, *other.blocks)

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the same blocks, in any order."""
        if not isinstance(other, Append):
            return NotImplemented
        return set(self.blocks) == set(other.blocks)

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(frozenset(self.blocks))

    def __repr__(self) -> str:
        """Show the blocks."""
        return f"Append({', '.join(map(repr, self.blocks))})"
