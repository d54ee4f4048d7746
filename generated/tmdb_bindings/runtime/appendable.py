# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The blocks that a details class can have: their metadata and the type of their properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .extensions import missing_block

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Generic, Never, TypeVar

    from .details import Details

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


class AppendedBlock(NamedTuple):
    """The metadata of an appendable block.

    Attributes:
        model: `module:Class` of the block's model, relative to the package of models.
        constant: The constant that requests the block, such as `MovieAppend.CREDITS`.
        attribute: The attribute with the block, or the method that returns it for a number.
        marker: The name of the marker for details with the block, such as `MovieHasCredits`.
    """

    model: str
    constant: str
    attribute: str
    marker: str


#: The blocks of a details class. Defined at run time, because msgspec evaluates the annotations of a class.
Appendable: TypeAlias = Mapping[str, AppendedBlock]


def find_block(owner: type[Details], name: str) -> AppendedBlock | None:
    """Find the metadata of a block. A block with a number, such as `season/1`, is found by its pattern."""
    if name in owner.__appendable__:
        return owner.__appendable__[name]
    series, _, number = name.rpartition("/")
    for pattern, block in owner.__appendable__.items():
        if pattern.startswith(f"{series}/{{") and number.isdecimal():
            return block._replace(constant=f"{block.constant}({number})")
    return None


def known_block(owner: type[Details], name: str) -> AppendedBlock:
    """Return the metadata of a block.

    Raises:
        MissingBlockError: The class has no such block; or the class that `use_extensions` sets.
    """
    block = find_block(owner, name)
    if block is None:
        raise missing_block(f"{owner.__name__} has no block {name}")
    return block


def attribute_of(owner: type[Details], name: str) -> str:
    """Return the attribute of a block."""
    return known_block(owner, name).attribute
