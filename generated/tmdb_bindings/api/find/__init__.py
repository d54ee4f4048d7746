# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Records by external id."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import by_id as by_id
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "by_id",
        ],
    )

__all__ = [
    "by_id",
]
