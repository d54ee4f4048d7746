# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""People: cast, crew, creators."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import changes as changes
    from . import combined_credits as combined_credits
    from . import details as details
    from . import external_ids as external_ids
    from . import images as images
    from . import latest as latest
    from . import movie_credits as movie_credits
    from . import popular as popular
    from . import tagged_images as tagged_images
    from . import translations as translations
    from . import tv_credits as tv_credits
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "changes",
            "combined_credits",
            "details",
            "external_ids",
            "images",
            "latest",
            "movie_credits",
            "popular",
            "tagged_images",
            "translations",
            "tv_credits",
        ],
    )

__all__ = [
    "changes",
    "combined_credits",
    "details",
    "external_ids",
    "images",
    "latest",
    "movie_credits",
    "popular",
    "tagged_images",
    "translations",
    "tv_credits",
]
