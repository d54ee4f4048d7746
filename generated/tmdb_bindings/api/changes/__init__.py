# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Ids of recently changed records."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import movies as movies
    from . import people as people
    from . import tv as tv
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "movies",
            "people",
            "tv",
        ],
    )

__all__ = [
    "movies",
    "people",
    "tv",
]
