"""Behavior in which TMDB itself was lenient at one time and strict at another."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Leniency: TypeAlias = Literal["configuration_append"]
"""`configuration_append`: `/3/configuration` supports `append_to_response`. TMDB did until 2026-09-16, ignored it on that
day, and has supported it again since 2026-09-17. No document mentions it."""


class Leniencies:
    """Which leniencies a server has; at first all, as TMDB today."""

    def __init__(self) -> None:
        self._refused: set[str] = set()

    def __contains__(self, name: object) -> bool:
        """Return whether the server has a leniency."""
        return name not in self._refused

    def set(self, name: Leniency, *, lenient: bool) -> None:
        """Switch a leniency on or off.

        Raises:
            ValueError: There is no such leniency.
        """
        if name not in get_args(Leniency):
            raise ValueError(f"unknown leniency {name!r}: write one of {', '.join(get_args(Leniency))}")
        if lenient:
            self._refused.discard(name)
        else:
            self._refused.add(name)

    def reset(self) -> None:
        """Switch all leniencies on."""
        self._refused.clear()
