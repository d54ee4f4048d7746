# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""Films."""

from __future__ import annotations

from ..._runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import account_states as account_states
    from . import add_rating as add_rating
    from . import changes as changes
    from . import credits as credits
    from . import details as details
    from . import popular as popular
    from . import watch_providers as watch_providers
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "account_states",
            "add_rating",
            "changes",
            "credits",
            "details",
            "popular",
            "watch_providers",
        ],
    )

__all__ = [
    "account_states",
    "add_rating",
    "changes",
    "credits",
    "details",
    "popular",
    "watch_providers",
]
