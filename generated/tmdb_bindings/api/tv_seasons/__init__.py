# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Seasons of a TV series."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import account_states as account_states
    from . import aggregate_credits as aggregate_credits
    from . import changes as changes
    from . import credits as credits
    from . import details as details
    from . import external_ids as external_ids
    from . import images as images
    from . import translations as translations
    from . import videos as videos
    from . import watch_providers as watch_providers
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "account_states",
            "aggregate_credits",
            "changes",
            "credits",
            "details",
            "external_ids",
            "images",
            "translations",
            "videos",
            "watch_providers",
        ],
    )

__all__ = [
    "account_states",
    "aggregate_credits",
    "changes",
    "credits",
    "details",
    "external_ids",
    "images",
    "translations",
    "videos",
    "watch_providers",
]
