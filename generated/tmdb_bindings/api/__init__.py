# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""The operations of the TMDB API by group; each module is imported when it is first asked for."""

from __future__ import annotations

from .._runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import configuration as configuration
    from . import credits as credits
    from . import discover as discover
    from . import movies as movies
    from . import people as people
    from . import search as search
    from . import tv as tv
    from . import tv_seasons as tv_seasons
    from . import v4_lists as v4_lists
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "configuration",
            "credits",
            "discover",
            "movies",
            "people",
            "search",
            "tv",
            "tv_seasons",
            "v4_lists",
        ],
    )

__all__ = [
    "configuration",
    "credits",
    "discover",
    "movies",
    "people",
    "search",
    "tv",
    "tv_seasons",
    "v4_lists",
]
