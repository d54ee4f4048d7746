# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Details with appended blocks, which are decoded when they are first read."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeAlias

import msgspec

from .append import MissingBlockError
from .drift import Difference, DriftError, FieldPlace, child_path
from .model import Model
from .reading import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .drift import Drift

_TOP_LEVEL = msgspec.json.Decoder(dict[str, msgspec.Raw])


class AppendedBlock(NamedTuple):
    """The metadata of an appendable block.

    Attributes:
        model: `module:Class` of the block's model, relative to the package of models.
        constant: The constant that requests the block, such as `MovieAppend.CREDITS`.
    """

    model: str
    constant: str


#: The blocks of a details class. Defined at run time, because msgspec evaluates the annotations of a class.
Appendable: TypeAlias = Mapping[str, AppendedBlock]


class _Unread(NamedTuple):
    """The JSON of a block, with the operation and drift policy to decode it."""

    body: bytes
    operation: str
    drift: Drift


class _Absent(NamedTuple):
    """A requested block with a number that TMDB does not have, such as a ninth season."""


class Details(Model):
    """Base class of models with appended blocks."""

    __slots__ = ("__blocks__",)

    # Only for type checkers, because msgspec evaluates every annotation that it finds on a class.
    if TYPE_CHECKING:
        #: The requested blocks by TMDB's name. Unset if none was requested, as the decoder does not set it.
        __blocks__: dict[str, _Unread | _Absent | Model | None]
        #: Every appendable block by TMDB's name; `season/{season_number}` stands for each season.
        __appendable__: ClassVar[Appendable]
    else:
        __appendable__ = {}

    def _block(self, name: str) -> Any:
        """Return a block. Decode it when it is read for the first time.

        Args:
            name: TMDB's name of the block.

        Returns:
            The block's model. `None` if TMDB omitted the block or sent another type, which has been reported.

        Raises:
            MissingBlockError: The block was not requested, or TMDB has no block with this number.
        """
        blocks = _blocks_of(self)
        if name not in blocks:
            raise MissingBlockError(f"{name} was not requested: pass append={_known(type(self), name).constant}")
        block = blocks[name]
        if isinstance(block, _Absent):
            raise MissingBlockError(f"{name} does not exist: the call requested it, but TMDB does not have it")
        if isinstance(block, _Unread):
            block = blocks[name] = _read(type(self), name, block)
        return block

    def to_dict(self) -> dict[str, Any]:
        """Convert the model and its requested blocks to JSON types.

        Returns:
            A new dictionary: the fields in order, then the blocks by TMDB's names.
        """
        plain = super().to_dict()
        for name, block in read_blocks(self).items():
            plain[name] = None if block is None else block.to_dict()
        return plain

    def __eq__(self, other: object) -> bool:
        """Return whether the other object has the same class and equal values and blocks."""
        same = super().__eq__(other)
        if same is not True or not isinstance(other, Details):
            return same
        return read_blocks(self) == read_blocks(other)

    def __getstate__(self) -> dict[str, Any]:
        """Return the values by field name and the decoded blocks, for pickle and copy."""
        return {**super().__getstate__(), "__blocks__": {**_blocks_of(self), **read_blocks(self)}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore the values and blocks."""
        super().__setstate__(state)
        self.__blocks__ = dict(state.get("__blocks__", {}))


def read_blocks(details: Details) -> dict[str, Model | None]:
    """Decode every requested block that is not decoded yet.

    Args:
        details: The model with the blocks.

    Returns:
        The blocks by TMDB's name, without numbers that TMDB does not have. `None` for a block that TMDB omitted or
        sent as another type.

    Raises:
        DriftError: The policy of the call is `raise`, and a block contradicts its type.
    """
    there = [name for name, block in _blocks_of(details).items() if not isinstance(block, _Absent)]
    return {name: details._block(name) for name in there}  # pyright: ignore[reportPrivateUsage]  (private: public names are TMDB's)


def attach_blocks(details: Details, body: bytes, names: Iterable[str], *, operation: str, drift: Drift) -> None:
    """Attach the requested blocks of an answer to its model.

    Names that the model does not know are ignored; the raw answer contains them.

    Args:
        details: The model.
        body: The answer that the model was decoded from.
        names: TMDB's names of the requested blocks.
        operation: The operation's id, for error messages.
        drift: The policy for blocks that are missing or contradict their type. With `raise`, all blocks are decoded
            now. A block with a number, such as `season/9`, may be missing.

    Raises:
        DriftError: The policy is `raise`, and a block is missing or contradicts its type.
    """
    answer = _TOP_LEVEL.decode(body)
    blocks: dict[str, _Unread | _Absent | Model | None] = {}
    details.__blocks__ = blocks
    for name in names:
        known = _find(type(details), name)
        if known is None:
            continue
        if name in answer:
            # A copy, because a Raw would keep the whole answer in memory.
            blocks[name] = _Unread(bytes(answer[name]), operation, drift)
            continue
        if name not in type(details).__appendable__:
            blocks[name] = _Absent()
            continue
        blocks[name] = None
        model = known.model.partition(":")[2]
        path = child_path("$", name)
        drift.report(Difference(operation, type(details).__name__, name, path, model, "nothing"))
    if drift.policy == "raise":
        read_blocks(details)


def merge_blocks(into: Details, other: Details) -> None:
    """Add the blocks of another answer about the same object.

    TMDB appends at most 20 blocks to an answer, so a call for more sends several requests.

    Args:
        into: The model that receives the blocks.
        other: The model of another request of the same call.
    """
    into.__blocks__ = {**_blocks_of(into), **_blocks_of(other)}


def _blocks_of(details: Details) -> dict[str, _Unread | _Absent | Model | None]:
    return getattr(details, "__blocks__", {})


def _read(owner: type[Details], name: str, block: _Unread) -> Model | None:
    module, _, model = _known(owner, name).model.partition(":")
    package = owner.__module__.rpartition(".")[0]
    type_: type[Model] = getattr(import_module(f"{package}.{module}"), model)
    place = FieldPlace(owner.__name__, name, child_path("$", name))
    try:
        return read_json(block.body, type_, operation=block.operation, drift=block.drift, place=place)
    except DriftError as error:
        block.drift.report(error.difference)  # raises it again if that is the policy
        return None


def _find(owner: type[Details], name: str) -> AppendedBlock | None:
    """Find the metadata of a block. A block with a number, such as `season/1`, is found by its pattern."""
    if name in owner.__appendable__:
        return owner.__appendable__[name]
    series, _, number = name.rpartition("/")
    for pattern, block in owner.__appendable__.items():
        if pattern.startswith(f"{series}/{{") and number.isdecimal():
            return block._replace(constant=f"{block.constant}({number})")
    return None


def _known(owner: type[Details], name: str) -> AppendedBlock:
    block = _find(owner, name)
    if block is None:
        raise MissingBlockError(f"{owner.__name__} has no block {name}")
    return block
