# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Keywords and their movies."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import details as details
    from . import movies as movies
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "details",
            "movies",
        ],
    )

__all__ = [
    "details",
    "movies",
]
