# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""How the members of each union are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .runtime.unions import TaggedUnion

if TYPE_CHECKING:
    from .models.cast_credit import CastCredit
    from .models.credit_media import CreditMedia
    from .models.crew_credit import CrewCredit
    from .models.known_for import KnownFor
    from .models.list_item import ListItem
    from .models.multi_search_result import MultiSearchResult
    from .models.tagged_media import TaggedMedia
    from .models.trending_result import TrendingResult

_MODELS: Final = f"{__package__}.models"

CAST_CREDIT: Final[TaggedUnion[CastCredit]] = TaggedUnion(
    "CastCredit",
    _MODELS,
    tag="media_type",
    members={
        "movie": "movie_cast_credit:MovieCastCredit",
        "tv": "tv_cast_credit:TVCastCredit",
    },
    fallback="unknown_media:UnknownMedia",
)

CREDIT_MEDIA: Final[TaggedUnion[CreditMedia]] = TaggedUnion(
    "CreditMedia",
    _MODELS,
    tag="media_type",
    members={
        "movie": "credit_movie:CreditMovie",
        "tv": "credit_tv_show:CreditTVShow",
    },
    fallback="unknown_media:UnknownMedia",
)

CREW_CREDIT: Final[TaggedUnion[CrewCredit]] = TaggedUnion(
    "CrewCredit",
    _MODELS,
    tag="media_type",
    members={
        "movie": "movie_crew_credit:MovieCrewCredit",
        "tv": "tv_crew_credit:TVCrewCredit",
    },
    fallback="unknown_media:UnknownMedia",
)

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

LIST_ITEM: Final[TaggedUnion[ListItem]] = TaggedUnion(
    "ListItem",
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
        "tv": "tv_show:TVShow",
        "person": "person:Person",
        "collection": "collection_match:CollectionMatch",
    },
    fallback="unknown_media:UnknownMedia",
)

TAGGED_MEDIA: Final[TaggedUnion[TaggedMedia]] = TaggedUnion(
    "TaggedMedia",
    _MODELS,
    tag="media_type",
    members={
        "movie": "movie:Movie",
        "tv": "tv_show:TVShow",
        "tv_season": "season:Season",
        "tv_episode": "episode:Episode",
    },
    fallback="unknown_media:UnknownMedia",
)

TRENDING_RESULT: Final[TaggedUnion[TrendingResult]] = TaggedUnion(
    "TrendingResult",
    _MODELS,
    tag="media_type",
    members={
        "movie": "movie:Movie",
        "tv": "tv_show:TVShow",
        "person": "person:Person",
    },
    fallback="unknown_media:UnknownMedia",
)
