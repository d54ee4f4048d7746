# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Episodes of a season."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import account_states as account_states
    from . import changes as changes
    from . import credits as credits
    from . import delete_rating as delete_rating
    from . import details as details
    from . import external_ids as external_ids
    from . import images as images
    from . import rate as rate
    from . import translations as translations
    from . import videos as videos
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "account_states",
            "changes",
            "credits",
            "delete_rating",
            "details",
            "external_ids",
            "images",
            "rate",
            "translations",
            "videos",
        ],
    )

__all__ = [
    "account_states",
    "changes",
    "credits",
    "delete_rating",
    "details",
    "external_ids",
    "images",
    "rate",
    "translations",
    "videos",
]
