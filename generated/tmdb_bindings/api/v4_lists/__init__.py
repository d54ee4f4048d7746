# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Lists of v4: private or public, movies and TV series, with comments and a sort order."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import add_items as add_items
    from . import clear as clear
    from . import create as create
    from . import delete as delete
    from . import details as details
    from . import item_status as item_status
    from . import remove_items as remove_items
    from . import update as update
    from . import update_items as update_items
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "add_items",
            "clear",
            "create",
            "delete",
            "details",
            "item_status",
            "remove_items",
            "update",
            "update_items",
        ],
    )

__all__ = [
    "add_items",
    "clear",
    "create",
    "delete",
    "details",
    "item_status",
    "remove_items",
    "update",
    "update_items",
]
