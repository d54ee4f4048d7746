# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Lists of v3: public, movies only, one movie per call."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import add_movie as add_movie
    from . import clear as clear
    from . import create as create
    from . import delete as delete
    from . import details as details
    from . import item_status as item_status
    from . import remove_movie as remove_movie
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "add_movie",
            "clear",
            "create",
            "delete",
            "details",
            "item_status",
            "remove_movie",
        ],
    )

__all__ = [
    "add_movie",
    "clear",
    "create",
    "delete",
    "details",
    "item_status",
    "remove_movie",
]
