# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Details with appended blocks, which are decoded when they are first read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from .append import Append
from .appendable import Appendable, attribute_of, find_block, known_block
from .drift import Difference, Drift, FieldPlace, OnDrift, child_path
from .extensions import missing_block
from .model import Model
from .presence import found_instead
from .reading import read_json

if TYPE_CHECKING:
    from msgspec import Raw


class _Unread(NamedTuple):
    """The JSON of a block, with the operation and drift policy to decode it."""

    body: bytes
    operation: str
    drift: Drift


class _Absent(NamedTuple):
    """A requested block that the answer does not have.

    Attributes:
        found: What TMDB sent in its place. Empty for a number that TMDB does not have, such as a ninth season.
    """

    found: str


class Details(Model):
    """Base class of models with appended blocks."""

    __slots__ = ("__blocks__",)

    # Only for type checkers, because msgspec evaluates every annotation that it finds on a class.
    if TYPE_CHECKING:
        #: The requested blocks by TMDB's name. Unset if none was requested, as the decoder does not set it.
        __blocks__: dict[str, _Unread | _Absent | Model]
        #: Every appendable block by TMDB's name; `season/{season_number}` stands for each season.
        __appendable__: ClassVar[Appendable]
    else:
        __appendable__ = {}

        # Each details class declares both for type checkers, with its own blocks.
        @classmethod
        def from_dict(
            cls,
            value: Mapping[str, object],
            *,
            append: Append[Any] | list[str] | None = None,
            seasons: Sequence[int] | None = None,
            on_drift: OnDrift = "warn",
        ) -> Self:
            """Create a model from a dictionary, as answers are decoded: the reverse of `to_dict`.

            Args:
                value: Values and blocks by TMDB's names; unknown keys are ignored.
                append: The blocks that must be there, as for `details`. Other blocks are kept too.
                seasons: The numbers of the seasons that must be there, for a TV series.
                on_drift: The policy for values that contradict their type.

            Raises:
                InvalidArgumentError: An argument is invalid, or the value contains what JSON does not have.
                DriftError: A value contradicts its type, and `on_drift` is `raise`.
            """
            from .conversion import from_dict

            return from_dict(cls, value, append=append, seasons=seasons, on_drift=on_drift)

        @classmethod
        def from_json(
            cls,
            text: str | bytes | bytearray,
            *,
            append: Append[Any] | list[str] | None = None,
            seasons: Sequence[int] | None = None,
            on_drift: OnDrift = "warn",
        ) -> Self:
            """Create a model from JSON text, as answers are decoded: the reverse of `to_json`.

            Args:
                text: The text of a JSON object; bytes are UTF-8. Unknown keys are ignored.
                append: The blocks that must be there, as for `details`. Other blocks are kept too.
                seasons: The numbers of the seasons that must be there, for a TV series.
                on_drift: The policy for values that contradict their type.

            Raises:
                InvalidArgumentError: An argument is invalid, or the text is not a JSON object.
                DriftError: A value contradicts its type, and `on_drift` is `raise`.
            """
            from .conversion import from_json

            return from_json(cls, text, append=append, seasons=seasons, on_drift=on_drift)

    def _block(self, name: str) -> Any:
        """Return a block. Decode it when it is read for the first time.

        Args:
            name: TMDB's name of the block.

        Returns:
            The block's model.

        Raises:
            MissingBlockError: The block was not requested, TMDB has no block with this number, or TMDB omitted the
                block or sent something else in its place.
        """
        blocks = _blocks_of(self)
        if name not in blocks:
            raise missing_block(f"{name} was not requested: pass append={known_block(type(self), name).constant}")
        block = blocks[name]
        if isinstance(block, _Unread):
            block = blocks[name] = _read(type(self), name, block)
        if not isinstance(block, _Absent):
            return block
        if block.found:
            raise missing_block(f"{name} is missing: the call requested it, but TMDB sent {block.found} in its place")
        raise missing_block(f"{name} does not exist: the call requested it, but TMDB does not have it")

    def to_dict(self) -> dict[str, Any]:
        """Convert the model and its requested blocks to JSON types.

        Returns:
            A new dictionary: the fields in order, then the blocks by TMDB's names, without missing ones.
        """
        blocks = {name: block.to_dict() for name, block in read_blocks(self).items()}
        return {**super().to_dict(), **blocks}

    def __eq__(self, other: object) -> bool:
        """Return whether the other object has the same class and equal values and blocks."""
        same = super().__eq__(other)
        if same is not True or not isinstance(other, Details):
            return same
        return read_blocks(self) == read_blocks(other)

    # A class that defines `__eq__` has no hash without this.
    __hash__ = Model.__hash__

    def __dir__(self) -> Iterable[str]:
        """Return the attributes, with the blocks that the answer has: completion and templates offer no others."""
        attributes = {block.attribute for block in type(self).__appendable__.values()}
        missing = attributes - {attribute_of(type(self), name) for name in _present_blocks(self)}
        return [name for name in super().__dir__() if name not in missing]

    def _copy_with(self, changes: Mapping[str, object]) -> Self:
        made = super()._copy_with(changes)
        made.__blocks__ = {**_blocks_of(self), **read_blocks(self)}
        return made

    def __getstate__(self) -> dict[str, Any]:
        """Return the values by field name and the decoded blocks, for pickle and copy."""
        return {**super().__getstate__(), "__blocks__": {**_blocks_of(self), **read_blocks(self)}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore the values and blocks."""
        super().__setstate__(state)
        self.__blocks__ = dict(state.get("__blocks__", {}))


def read_blocks(details: Details, prefix: str = "") -> dict[str, Model]:
    """Decode the requested blocks that are not decoded yet.

    Args:
        details: The model with the blocks.
        prefix: The start of TMDB's names of the blocks, such as `season/`; by default all are decoded.

    Returns:
        The blocks by TMDB's name, without missing ones.

    Raises:
        DriftError: The policy of the call is `raise`, and a block contradicts its type.
    """
    blocks = _blocks_of(details)
    for name, block in blocks.items():
        if isinstance(block, _Unread) and name.startswith(prefix):
            blocks[name] = _read(type(details), name, block)
    return {name: block for name, block in blocks.items() if isinstance(block, Model) and name.startswith(prefix)}


def attach_blocks(
    details: Details, found: Mapping[str, Raw], names: Iterable[str], *, operation: str, drift: Drift
) -> None:
    """Attach the requested blocks of an answer to its model.

    Missing blocks are not reported.

    Args:
        details: The model.
        found: The requested blocks that the answer has, by TMDB's name.
        names: TMDB's names of the requested blocks that the model knows.
        operation: The operation's id, for error messages.
        drift: The policy for blocks that contradict their type. With `raise`, all blocks are decoded now.

    Raises:
        DriftError: The policy is `raise`, and a block contradicts its type.
    """
    blocks: dict[str, _Unread | _Absent | Model] = {}
    details.__blocks__ = blocks
    for name in names:
        if name not in found:
            blocks[name] = _Absent("nothing" if name in type(details).__appendable__ else "")
            continue
        # A copy, because a Raw would keep the whole answer in memory.
        block = bytes(found[name])
        instead = found_instead(block)
        blocks[name] = _Absent(instead) if instead else _Unread(block, operation, drift)
    if drift.policy == "raise":
        read_blocks(details)


def missing_blocks(details: Details) -> tuple[str, ...]:
    """Return the requested blocks that the answer does not have, by TMDB's name.

    Numbers that TMDB does not have, such as a ninth season, are no reason for another request. If there is another
    reason, they are returned too.
    """
    absent = {name: block for name, block in _blocks_of(details).items() if isinstance(block, _Absent)}
    return tuple(absent) if any(block.found for block in absent.values()) else ()


def block_names(details: Details) -> frozenset[str]:
    """Return TMDB's names of the requested blocks that the answer has."""
    return frozenset(name for name, block in _blocks_of(details).items() if not isinstance(block, _Absent))


def report_missing_blocks(details: Details, *, operation: str, drift: Drift) -> None:
    """Report the requested blocks that the answer does not have, without numbers that TMDB does not have.

    Raises:
        DriftError: The policy is `raise`, and a block is missing.
    """
    for name, block in _blocks_of(details).items():
        if isinstance(block, _Absent) and block.found:
            drift.report(_difference(type(details), name, operation, block.found))


def add_block(details: Details, name: str, block: Model) -> None:
    """Add a decoded block, such as one that a package above the bindings made."""
    details.__blocks__ = {**_blocks_of(details), name: block}


def merge_blocks(into: Details, other: Details) -> None:
    """Add the blocks of another answer about the same object.

    TMDB appends at most 20 blocks to an answer, so a call for more sends several requests.

    Args:
        into: The model that receives the blocks.
        other: The model of another request of the same call.
    """
    into.__blocks__ = {**_blocks_of(into), **_blocks_of(other)}


def appended_blocks(details: Details) -> list[str]:
    """Return the blocks that the answer has, as `append` takes them: by attribute, or by TMDB's name with a number."""
    owner = type(details)
    return [attribute_of(owner, name) if name in owner.__appendable__ else name for name in _present_blocks(details)]


def _present_blocks(details: Details) -> list[str]:
    """Return the blocks that TMDB sent, by its names; nothing is decoded."""
    sent = [name for name, block in _blocks_of(details).items() if not isinstance(block, _Absent)]
    return [name for name in sent if find_block(type(details), name) is not None]


def _blocks_of(details: Details) -> dict[str, _Unread | _Absent | Model]:
    return getattr(details, "__blocks__", {})


def _read(owner: type[Details], name: str, block: _Unread) -> Model | _Absent:
    module, _, model = known_block(owner, name).model.partition(":")
    package = owner.__module__.rpartition(".")[0]
    type_: type[Model] = getattr(import_module(f"{package}.{module}"), model)
    place = FieldPlace(owner.__name__, name, child_path("$", name))
    try:
        return read_json(block.body, type_, operation=block.operation, drift=block.drift, place=place)
    except RecursionError:  # a read deep within recursive code
        found = "unreadable JSON"
    block.drift.report(_difference(owner, name, block.operation, found))  # raises it if that is the policy
    return _Absent(found)


def _difference(owner: type[Details], name: str, operation: str, found: str) -> Difference:
    model = known_block(owner, name).model.partition(":")[2]
    return Difference(operation, owner.__name__, name, child_path("$", name), model, found)
