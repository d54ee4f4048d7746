"""What a rating can be."""

from __future__ import annotations

from tmdb_facade._core.checks import is_number

LOWEST = 0.5
HIGHEST = 10.0


def check_rating(value: float) -> float:
    """Refuse a rating that TMDB would refuse, or would store as another one.

    Args:
        value: From 0.5 to 10 in steps of 0.5.

    Returns:
        The same value.

    Raises:
        ValueError: The value is none of those.
    """
    # A bool passes for a number: `rate(550, True)` would be a rating of 1. NaN and infinity fail the comparisons.
    if not is_number(value) or not LOWEST <= value <= HIGHEST or value * 2 % 1:
        raise ValueError(f"a rating is from 0.5 to 10 in steps of 0.5, not {value!r}")
    return value
