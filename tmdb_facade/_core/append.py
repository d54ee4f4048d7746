"""append_to_response: which blocks a details call asks for, and in how many requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tmdb_bindings.runtime import Append
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.names import join_names, split_names

if TYPE_CHECKING:
    from tmdb_bindings.runtime import Details

APPEND_PARAMETER = "append_to_response"

#: TMDB appends no more blocks than this to one answer.
BLOCK_LIMIT = 20

T = TypeVar("T")


def append_text(append: Append[Any] | Sequence[str] | None, operation: Operation) -> str | None:
    """Write a set of blocks as TMDB reads it.

    Args:
        append: Constants of the details class joined with `|`, or a list of the blocks' names, either as TMDB writes
            them (`watch/providers`) or as the attribute is called (`watch_providers`).
        operation: The operation's record, which knows the blocks.

    Returns:
        The names, comma separated; `None` for no blocks.

    Raises:
        ValueError: The operation has no such block.
        TypeError: A single text was passed in the place of a list, or a list of constants.
    """
    if append is None:
        return None
    if isinstance(append, str):
        raise TypeError(f"append takes a list of names: append={split_names(append.replace(' ', ''))}")
    names = append.blocks if isinstance(append, Append) else append
    return join_names([_wire_name(name, operation) for name in names])


def requested_blocks(request: Request) -> tuple[str, ...]:
    """Tell which blocks a request asks for."""
    return tuple(split_names(request.query.get(APPEND_PARAMETER)))


def split_blocks(request: Request, blocks: Sequence[str]) -> list[Request]:
    """Make the fewest requests that ask for all the blocks.

    Args:
        request: The request that asks for more blocks than TMDB appends.
        blocks: What it asks for.

    Returns:
        Requests that differ in their blocks only.
    """
    return [
        Request(
            request.operation,
            request.path,
            {**request.query, APPEND_PARAMETER: ",".join(blocks[start : start + BLOCK_LIMIT])},
            request.body,
        )
        for start in range(0, len(blocks), BLOCK_LIMIT)
    ]


def merge_answers(answers: Sequence[T]) -> T:
    """Make one details object of the answers to a split request."""
    # Imported here: it brings the models' machinery along, and few calls are split.
    from tmdb_bindings.runtime import merge_blocks

    first, *others = cast("Sequence[Details]", answers)
    for other in others:
        merge_blocks(first, other)
    return cast("T", first)


def _wire_name(name: str, operation: Operation) -> str:
    if name in operation.appendable:
        return name
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise TypeError(f"append takes a list of names, or constants joined with |, not a list that holds {name!r}")
    for known in operation.appendable:
        if name in (known, known.replace("/", "_")):
            return known
        # A block of a series, as in season/{season_number}.
        pattern, _, _ = known.partition("{")
        if pattern != known and name.startswith(pattern) and name[len(pattern) :].isdecimal():
            return name
    # Imported here: most programs never misspell a block.
    from difflib import get_close_matches

    close = get_close_matches(name, operation.appendable, n=1)
    hint = f", did you mean {close[0]!r}?" if close else "."
    raise ValueError(
        f"{operation.tag}.{operation.name} has no block {name!r}{hint} It has {', '.join(operation.appendable)}."
    )
