# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Properties of details that exist only if their block was requested."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Generic, Never, TypeVar

    Owner = TypeVar("Owner", contravariant=True)
    Block = TypeVar("Block", covariant=True)

    class block_property(Generic[Owner, Block]):  # noqa: N801  (it is used like `property`)
        """A property for type checkers.

        The `__get__` of `property` has several overloads, so pyright would not name the block that was not requested.
        """

        def __init__(self, read: Callable[[Owner], Block]) -> None: ...
        def __get__(self, details: Owner, owner: object = None) -> Block: ...
        def __set__(self, details: object, block: Never) -> None: ...

else:
    block_property = property
