# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Movies and TV series by filters, sorted."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import movies as movies
    from . import tv as tv
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "movies",
            "tv",
        ],
    )

__all__ = [
    "movies",
    "tv",
]
