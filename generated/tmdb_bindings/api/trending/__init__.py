# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Trending movies, TV series and people of the day or week."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import all as all
    from . import movies as movies
    from . import people as people
    from . import tv as tv
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "all",
            "movies",
            "people",
            "tv",
        ],
    )

__all__ = [
    "all",
    "movies",
    "people",
    "tv",
]
