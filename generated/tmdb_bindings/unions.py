# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""How the members of each union are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ._runtime.unions import TaggedUnion

if TYPE_CHECKING:
    from .models.known_for import KnownFor
    from .models.multi_search_result import MultiSearchResult

_MODELS: Final = f"{__package__}.models"

KNOWN_FOR: Final[TaggedUnion[KnownFor]] = TaggedUnion(
    "KnownFor",
    _MODELS,
    tag="media_type",
    members={
        "movie": "movie:Movie",
        "tv": "tv_show:TVShow",
    },
    fallback="unknown_media:UnknownMedia",
)

MULTI_SEARCH_RESULT: Final[TaggedUnion[MultiSearchResult]] = TaggedUnion(
    "MultiSearchResult",
    _MODELS,
    tag="media_type",
    members={
        "movie": "movie:Movie",
        "person": "person:Person",
        "tv": "tv_show:TVShow",
    },
    fallback="unknown_media:UnknownMedia",
)
