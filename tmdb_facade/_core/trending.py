"""Trends."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tmdb_facade._core.checks import check_choice

if TYPE_CHECKING:
    from tmdb_bindings.models import TimeWindow


def check_window(time_window: TimeWindow) -> TimeWindow:
    """Refuse a time that TMDB counts no trends over.

    Args:
        time_window: What was passed.

    Returns:
        The same.

    Raises:
        ValueError: It is none that TMDB knows.
    """
    from tmdb_bindings import models  # imported here: importing a client imports no models

    check_choice("time_window", time_window, get_args(models.TimeWindow))
    return time_window
