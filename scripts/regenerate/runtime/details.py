# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Details with appended blocks: a block stays JSON until it is first read."""

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
    """What a details class knows of one of its blocks.

    Attributes:
        model: `module:Class` of its model, below the package of the models.
        constant: What a user passes to have it appended, as in `MovieAppend.CREDITS`.
    """

    model: str
    constant: str


#: The blocks of a details class. It exists at run time, because msgspec evaluates annotations on a class.
Appendable: TypeAlias = Mapping[str, AppendedBlock]


class _Unread(NamedTuple):
    """A block as it came, and the call whose policy it is decoded under."""

    body: bytes
    operation: str
    drift: Drift


class _Absent(NamedTuple):
    """A numbered block that was requested and is not there: no type promised that there is a ninth season."""


class Details(Model):
    """The base of models that other answers can be appended to."""

    __slots__ = ("__blocks__",)

    # Annotations stay out of sight of msgspec, which evaluates each one that it finds on a class.
    if TYPE_CHECKING:
        #: The requested blocks by wire name. Unset when none was requested: the decoder does not know of it.
        __blocks__: dict[str, _Unread | _Absent | Model | None]
        #: Every block that can be appended, by wire name; `season/{season_number}` stands for each season.
        __appendable__: ClassVar[Appendable]
    else:
        __appendable__ = {}

    def _block(self, name: str) -> Any:
        """Give a block, decoded when it is first read.

        Args:
            name: The wire name.

        Returns:
            The block's model; `None` where TMDB left it out or sent something else, which has been reported.

        Raises:
            MissingBlockError: It was not requested, or it is one by number, and there is none of this number.
        """
        blocks = _blocks_of(self)
        if name not in blocks:
            raise MissingBlockError(f"{name} was not requested: pass append={_known(type(self), name).constant}")
        block = blocks[name]
        if isinstance(block, _Absent):
            raise MissingBlockError(f"there is no {name}: it was requested, and TMDB has none")
        if isinstance(block, _Unread):
            block = blocks[name] = _read(type(self), name, block)
        return block

    def to_dict(self) -> dict[str, Any]:
        """Give back every key that the model knows, as JSON types, the requested blocks included.

        Returns:
            A new dictionary: the fields in their order, then the blocks under TMDB's names for them.
        """
        plain = super().to_dict()
        for name, block in read_blocks(self).items():
            plain[name] = None if block is None else block.to_dict()
        return plain

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is of the same class and holds equal values and blocks."""
        same = super().__eq__(other)
        if same is not True or not isinstance(other, Details):
            return same
        return read_blocks(self) == read_blocks(other)

    def __getstate__(self) -> dict[str, Any]:
        """Give the values by field name, and the blocks decoded, for pickle and copy."""
        return {**super().__getstate__(), "__blocks__": {**_blocks_of(self), **read_blocks(self)}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take the values and blocks back."""
        super().__setstate__(state)
        self.__blocks__ = dict(state.get("__blocks__", {}))


def read_blocks(details: Details) -> dict[str, Model | None]:
    """Decode every block that was requested and is not decoded yet.

    Args:
        details: The model that carries them.

    Returns:
        The blocks by wire name; `None` for one that TMDB left out or sent as something else. One by number is not there
        where there is none of that number.

    Raises:
        DriftError: The call's policy is `raise`, and a block contradicts its type.
    """
    there = [name for name, block in _blocks_of(details).items() if not isinstance(block, _Absent)]
    return {name: details._block(name) for name in there}  # pyright: ignore[reportPrivateUsage]  (private: public names are TMDB's)


def attach_blocks(details: Details, body: bytes, names: Iterable[str], *, operation: str, drift: Drift) -> None:
    """Keep the requested blocks of an answer with the model that was decoded from it.

    Names that the model does not know are passed over: what they hold is at hand through the raw answer only.

    Args:
        details: The model.
        body: The answer that it was decoded from.
        names: The wire names that were requested.
        operation: The operation's id, for what is reported.
        drift: What happens where a block is missing or contradicts its type; with `raise` all are decoded now. One by
            number (`season/9`) may be missing: whoever asked for it did not know.

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
            # A copy: a Raw would keep the whole answer alive.
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
    """Take over the blocks of another answer about the same object, read or not.

    TMDB appends at most 20 blocks to one answer, so a call for more is several requests.

    Args:
        into: The model that is kept.
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
        block.drift.report(error.difference)  # raises it again where that is the policy
        return None


def _find(owner: type[Details], name: str) -> AppendedBlock | None:
    """Find what a details class knows of a block; a block of a series (`season/1`) by what their names share."""
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
