"""Which seasons come along with a series; to TMDB they are blocks to append."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_facade._core.checks import check_number
from tmdb_facade._core.names import join_names, split_names


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
