# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search by text."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import collections as collections
    from . import companies as companies
    from . import keywords as keywords
    from . import movies as movies
    from . import multi as multi
    from . import people as people
    from . import tv as tv
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "collections",
            "companies",
            "keywords",
            "movies",
            "multi",
            "people",
            "tv",
        ],
    )

__all__ = [
    "collections",
    "companies",
    "keywords",
    "movies",
    "multi",
    "people",
    "tv",
]
