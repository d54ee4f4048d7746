# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Production companies."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import alternative_names as alternative_names
    from . import details as details
    from . import images as images
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "alternative_names",
            "details",
            "images",
        ],
    )

__all__ = [
    "alternative_names",
    "details",
    "images",
]
