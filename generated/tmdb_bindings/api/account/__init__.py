# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""A user's v3 account: favorites, ratings, watchlist, lists."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import details as details
    from . import favorite_movies as favorite_movies
    from . import favorite_tv as favorite_tv
    from . import lists as lists
    from . import rated_movies as rated_movies
    from . import rated_tv as rated_tv
    from . import rated_tv_episodes as rated_tv_episodes
    from . import set_favorite as set_favorite
    from . import set_watchlist as set_watchlist
    from . import watchlist_movies as watchlist_movies
    from . import watchlist_tv as watchlist_tv
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "details",
            "favorite_movies",
            "favorite_tv",
            "lists",
            "rated_movies",
            "rated_tv",
            "rated_tv_episodes",
            "set_favorite",
            "set_watchlist",
            "watchlist_movies",
            "watchlist_tv",
        ],
    )

__all__ = [
    "details",
    "favorite_movies",
    "favorite_tv",
    "lists",
    "rated_movies",
    "rated_tv",
    "rated_tv_episodes",
    "set_favorite",
    "set_watchlist",
    "watchlist_movies",
    "watchlist_tv",
]
