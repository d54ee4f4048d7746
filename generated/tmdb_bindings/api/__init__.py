# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The operations of the TMDB API by group; each module is imported when it is first asked for."""

from __future__ import annotations

from ..runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import account as account
    from . import auth as auth
    from . import certifications as certifications
    from . import changes as changes
    from . import collections as collections
    from . import companies as companies
    from . import configuration as configuration
    from . import credits as credits
    from . import discover as discover
    from . import find as find
    from . import genres as genres
    from . import guest as guest
    from . import keywords as keywords
    from . import lists as lists
    from . import movies as movies
    from . import networks as networks
    from . import people as people
    from . import reviews as reviews
    from . import search as search
    from . import trending as trending
    from . import tv as tv
    from . import tv_episode_groups as tv_episode_groups
    from . import tv_episodes as tv_episodes
    from . import tv_seasons as tv_seasons
    from . import v4_account as v4_account
    from . import v4_auth as v4_auth
    from . import v4_lists as v4_lists
    from . import watch_providers as watch_providers
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "account",
            "auth",
            "certifications",
            "changes",
            "collections",
            "companies",
            "configuration",
            "credits",
            "discover",
            "find",
            "genres",
            "guest",
            "keywords",
            "lists",
            "movies",
            "networks",
            "people",
            "reviews",
            "search",
            "trending",
            "tv",
            "tv_episode_groups",
            "tv_episodes",
            "tv_seasons",
            "v4_account",
            "v4_auth",
            "v4_lists",
            "watch_providers",
        ],
    )

__all__ = [
    "account",
    "auth",
    "certifications",
    "changes",
    "collections",
    "companies",
    "configuration",
    "credits",
    "discover",
    "find",
    "genres",
    "guest",
    "keywords",
    "lists",
    "movies",
    "networks",
    "people",
    "reviews",
    "search",
    "trending",
    "tv",
    "tv_episode_groups",
    "tv_episodes",
    "tv_seasons",
    "v4_account",
    "v4_auth",
    "v4_lists",
    "watch_providers",
]
