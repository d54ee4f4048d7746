# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Genres of movies and of TV series."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import movie_list as movie_list
    from . import tv_list as tv_list
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "movie_list",
            "tv_list",
        ],
    )

__all__ = [
    "movie_list",
    "tv_list",
]
