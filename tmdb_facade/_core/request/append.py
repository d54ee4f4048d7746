"""append_to_response: which blocks a details call asks for, and in how many requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tmdb_bindings.runtime import Append
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.comma_lists import join_names, split_names
from tmdb_facade._core.request.validation import check_number

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


def split_blocks(request: Request, blocks: Sequence[str]) -> list[tuple[Request, Sequence[str]]]:
    """Split a request that appends more blocks than TMDB allows into as few requests as possible.

    Args:
        request: The request.
        blocks: The blocks that it appends.

    Returns:
        Requests that differ in their blocks only, each with its blocks.
    """
    parts = [blocks[start : start + BLOCK_LIMIT] for start in range(0, len(blocks), BLOCK_LIMIT)]
    return [
        (
            Request(request.operation, request.path, {**request.query, APPEND_PARAMETER: ",".join(part)}, request.body),
            part,
        )
        for part in parts
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


def append_seasons(blocks: str | None, seasons: Sequence[int] | None) -> str | None:
    """Add seasons to the blocks that are appended to a series.

    Args:
        blocks: The other blocks, comma separated, or `None`.
        seasons: The numbers of seasons; 0 has the specials.

    Returns:
        All blocks, each once; `None` for none.

    Raises:
        ValueError: A number is negative. TMDB would leave the season out without a word.
        TypeError: They are no list of whole numbers.
    """
    if seasons is None:
        return blocks
    if isinstance(seasons, int | str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise TypeError(f"seasons come as a list: seasons=[{seasons}]")
    for number in seasons:
        check_number("a season", number)
    negative = [number for number in seasons if number < 0]
    if negative:
        raise ValueError(f"seasons are numbered from 0 (the specials), not {negative[0]}")
    return join_names([*split_names(blocks), *(f"season/{number}" for number in seasons)])
