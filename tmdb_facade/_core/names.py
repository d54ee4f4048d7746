"""Several names in one parameter: TMDB separates them by commas."""

from __future__ import annotations

from collections.abc import Iterable


def join_names(names: Iterable[str]) -> str | None:
    """Write names as TMDB reads them: each once, comma separated; `None` for no names."""
    return ",".join(dict.fromkeys(names)) or None


def split_names(text: str | None) -> list[str]:
    """List the names in a parameter."""
    return text.split(",") if text else []
