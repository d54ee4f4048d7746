# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Collections of movies, such as a trilogy."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import details as details
    from . import images as images
    from . import translations as translations
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "details",
            "images",
            "translations",
        ],
    )

__all__ = [
    "details",
    "images",
    "translations",
]
