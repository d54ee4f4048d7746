"""append_to_response: the blocks of a details call, and how many requests they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count, islice
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, cast

from tmdb_bindings.runtime import Append
from tmdb_bindings.runtime import DriftError as BindingsDriftError
from tmdb_facade._core.endpoint import Drift, Operation, Request
from tmdb_facade._core.request.comma_lists import join_names, split_names
from tmdb_facade._core.request.validation import check_list, check_seasons
from tmdb_facade.errors import DriftError, InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.models import TVDetails
    from tmdb_bindings.runtime import Details

#: All seasons of a series.
AllSeasons: TypeAlias = Literal["all"]

APPEND_PARAMETER = "append_to_response"

#: TMDB's limit of blocks in one request.
BLOCK_LIMIT = 20

T = TypeVar("T")


def append_text(append: Append[Any] | Sequence[str] | None, operation: Operation) -> str | None:
    """Join block names by commas.

    Args:
        append: Constants of the details class joined with `|`, or a list of block names, either TMDB's
            (`watch/providers`) or the attribute's (`watch_providers`).
        operation: The operation's record, which lists its blocks.

    Returns:
        The names, comma-separated; `None` for no blocks.

    Raises:
        InvalidArgumentError: The operation has no such block, or the value is not a list of names.
    """
    if append is None:
        return None
    names = append.blocks if isinstance(append, Append) else check_list("append", append)
    return join_names([_wire_name(name, operation) for name in names])


def requested_blocks(request: Request) -> tuple[str, ...]:
    """Return the blocks that a request appends."""
    names = request.query.get(APPEND_PARAMETER)
    return () if names is None else tuple(split_names(names))


def split_blocks(request: Request, blocks: Sequence[str]) -> list[tuple[Request, Sequence[str]]]:
    """Split a request into as few requests as possible, as TMDB limits the blocks of each.

    Args:
        request: The request.
        blocks: The blocks to append.

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
    """Merge the answers of one call into the first of them; blocks of later ones replace those of earlier ones."""
    # Imported here: it imports the models' machinery, and few calls are split.
    from tmdb_bindings.runtime import merge_blocks

    first, *others = cast("Sequence[Details]", answers)
    for other in others:
        merge_blocks(first, other)
    return cast("T", first)


def report_missing(details: object, operation: Operation, drift: Drift) -> None:
    """Report the appended blocks that TMDB did not send.

    Raises:
        DriftError: The policy is `raise`, and a block is missing.
    """
    from tmdb_bindings.runtime import report_missing_blocks

    try:
        report_missing_blocks(cast("Details", details), operation=operation.id, drift=drift)
    except BindingsDriftError as error:
        raise DriftError(error.difference) from None


def blocks_to_retry(details: object) -> Sequence[str]:
    """Return the appended blocks to request again, because TMDB did not send them."""
    from tmdb_bindings.runtime import Details, missing_blocks

    return missing_blocks(details) if isinstance(details, Details) else ()


def _wire_name(name: object, operation: Operation) -> str:
    if not isinstance(name, str):
        raise InvalidArgumentError("append", f"must be block names, or constants joined with |, got {name!r} in a list")
    for known in operation.appendable:
        if name in (known, known.replace("/", "_")):
            return known
        # A block of a series such as season/{season_number}.
        pattern, _, _ = known.partition("{")
        if pattern != known and name.startswith(pattern) and name[len(pattern) :].isdecimal():
            return name
    # Imported here: most programs never misspell a block.
    from difflib import get_close_matches

    close = get_close_matches(name, operation.appendable, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else "."
    raise InvalidArgumentError(
        "append",
        f"must be blocks of {operation.tag}.{operation.name}, got {name!r}{hint} Its blocks are "
        f"{', '.join(operation.appendable)}.",
    )


def append_seasons(blocks: str | None, seasons: Sequence[int] | AllSeasons | None) -> str | None:
    """Add seasons to the appended blocks of a series.

    Args:
        blocks: The other blocks, comma-separated, or `None`.
        seasons: Season numbers; season 0 is the specials. Nothing is added for `all`.

    Returns:
        All blocks, each once; `None` for none.

    Raises:
        InvalidArgumentError: The value is not a list of integers of at least 0.
    """
    if seasons is None or seasons == "all":
        return blocks
    return join_names([*split_names(blocks), *map(_season, check_seasons(seasons))])


def fill_with_seasons(blocks: str | None, seasons: Sequence[int] | AllSeasons | None) -> str | None:
    """Append the first seasons to the request for all seasons, as many as fit: TMDB ignores those that do not exist.

    Args:
        blocks: All other blocks, comma-separated, or `None`.
        seasons: The caller's seasons.

    Returns:
        For `all`, the blocks and the first seasons; otherwise the blocks.
    """
    if seasons != "all":
        return blocks
    names = split_names(blocks)
    free = BLOCK_LIMIT - len(names) % BLOCK_LIMIT
    first = (name for name in map(_season, count()) if name not in names)
    return join_names([*names, *islice(first, free)])


def further_seasons(seasons: Sequence[int] | AllSeasons | None) -> Callable[[TVDetails], Sequence[str]] | None:
    """Return the function that lists the seasons to append to the first answer; `None` unless all are requested."""
    return _missing_seasons if seasons == "all" else None


def _missing_seasons(details: TVDetails) -> Sequence[str]:
    """Return the blocks of the seasons that a series has and the answer lacks."""
    from tmdb_bindings.runtime import block_names

    found = block_names(details)
    return [name for season in details.seasons if (name := _season(season.season_number)) not in found]


def _season(number: int) -> str:
    return f"season/{number}"
