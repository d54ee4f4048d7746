# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""TV series."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import account_states as account_states
    from . import aggregate_credits as aggregate_credits
    from . import airing_today as airing_today
    from . import alternative_titles as alternative_titles
    from . import changes as changes
    from . import content_ratings as content_ratings
    from . import credits as credits
    from . import delete_rating as delete_rating
    from . import details as details
    from . import episode_groups as episode_groups
    from . import external_ids as external_ids
    from . import images as images
    from . import keywords as keywords
    from . import latest as latest
    from . import lists as lists
    from . import on_the_air as on_the_air
    from . import popular as popular
    from . import rate as rate
    from . import recommendations as recommendations
    from . import reviews as reviews
    from . import screened_theatrically as screened_theatrically
    from . import similar as similar
    from . import top_rated as top_rated
    from . import translations as translations
    from . import videos as videos
    from . import watch_providers as watch_providers
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "account_states",
            "aggregate_credits",
            "airing_today",
            "alternative_titles",
            "changes",
            "content_ratings",
            "credits",
            "delete_rating",
            "details",
            "episode_groups",
            "external_ids",
            "images",
            "keywords",
            "latest",
            "lists",
            "on_the_air",
            "popular",
            "rate",
            "recommendations",
            "reviews",
            "screened_theatrically",
            "similar",
            "top_rated",
            "translations",
            "videos",
            "watch_providers",
        ],
    )

__all__ = [
    "account_states",
    "aggregate_credits",
    "airing_today",
    "alternative_titles",
    "changes",
    "content_ratings",
    "credits",
    "delete_rating",
    "details",
    "episode_groups",
    "external_ids",
    "images",
    "keywords",
    "latest",
    "lists",
    "on_the_air",
    "popular",
    "rate",
    "recommendations",
    "reviews",
    "screened_theatrically",
    "similar",
    "top_rated",
    "translations",
    "videos",
    "watch_providers",
]
