# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""The operations of the group `v4_lists`."""

from __future__ import annotations

from ..._runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import add_items as add_items
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "add_items",
        ],
    )

__all__ = [
    "add_items",
]
