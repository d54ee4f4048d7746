# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Movies."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import account_states as account_states
    from . import alternative_titles as alternative_titles
    from . import changes as changes
    from . import credits as credits
    from . import delete_rating as delete_rating
    from . import details as details
    from . import external_ids as external_ids
    from . import images as images
    from . import keywords as keywords
    from . import latest as latest
    from . import lists as lists
    from . import now_playing as now_playing
    from . import popular as popular
    from . import rate as rate
    from . import recommendations as recommendations
    from . import release_dates as release_dates
    from . import reviews as reviews
    from . import similar as similar
    from . import top_rated as top_rated
    from . import translations as translations
    from . import upcoming as upcoming
    from . import videos as videos
    from . import watch_providers as watch_providers
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "account_states",
            "alternative_titles",
            "changes",
            "credits",
            "delete_rating",
            "details",
            "external_ids",
            "images",
            "keywords",
            "latest",
            "lists",
            "now_playing",
            "popular",
            "rate",
            "recommendations",
            "release_dates",
            "reviews",
            "similar",
            "top_rated",
            "translations",
            "upcoming",
            "videos",
            "watch_providers",
        ],
    )

__all__ = [
    "account_states",
    "alternative_titles",
    "changes",
    "credits",
    "delete_rating",
    "details",
    "external_ids",
    "images",
    "keywords",
    "latest",
    "lists",
    "now_playing",
    "popular",
    "rate",
    "recommendations",
    "release_dates",
    "reviews",
    "similar",
    "top_rated",
    "translations",
    "upcoming",
    "videos",
    "watch_providers",
]
