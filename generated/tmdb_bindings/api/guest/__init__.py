# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Ratings of a guest session."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import rated_movies as rated_movies
    from . import rated_tv as rated_tv
    from . import rated_tv_episodes as rated_tv_episodes
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "rated_movies",
            "rated_tv",
            "rated_tv_episodes",
        ],
    )

__all__ = [
    "rated_movies",
    "rated_tv",
    "rated_tv_episodes",
]
