# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""A user's v4 account, with recommendations."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import favorite_movies as favorite_movies
    from . import favorite_tv as favorite_tv
    from . import lists as lists
    from . import rated_movies as rated_movies
    from . import rated_tv as rated_tv
    from . import recommended_movies as recommended_movies
    from . import recommended_tv as recommended_tv
    from . import watchlist_movies as watchlist_movies
    from . import watchlist_tv as watchlist_tv
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "favorite_movies",
            "favorite_tv",
            "lists",
            "rated_movies",
            "rated_tv",
            "recommended_movies",
            "recommended_tv",
            "watchlist_movies",
            "watchlist_tv",
        ],
    )

__all__ = [
    "favorite_movies",
    "favorite_tv",
    "lists",
    "rated_movies",
    "rated_tv",
    "recommended_movies",
    "recommended_tv",
    "watchlist_movies",
    "watchlist_tv",
]
