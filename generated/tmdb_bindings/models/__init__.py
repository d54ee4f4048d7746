# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""The models of TMDB's answers and request bodies; each is imported when it is first asked for."""

from __future__ import annotations

from .._runtime.lazy import lazy_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .account_states import AccountStates as AccountStates
    from .cast import Cast as Cast
    from .change import Change as Change
    from .changes import Changes as Changes
    from .collection import Collection as Collection
    from .configuration import Configuration as Configuration
    from .country_providers import CountryProviders as CountryProviders
    from .error_response import ErrorResponse as ErrorResponse
    from .genre import Genre as Genre
    from .image_configuration import ImageConfiguration as ImageConfiguration
    from .known_for import KnownFor as KnownFor
    from .list_item import ListItem as ListItem
    from .list_items_body import ListItemsBody as ListItemsBody
    from .movie import Movie as Movie
    from .movie_credits import MovieCredits as MovieCredits
    from .movie_details import MovieDetails as MovieDetails
    from .movie_page import MoviePage as MoviePage
    from .movie_sort_by import MovieSortBy as MovieSortBy
    from .multi_search_page import MultiSearchPage as MultiSearchPage
    from .multi_search_result import MultiSearchResult as MultiSearchResult
    from .person import Person as Person
    from .provider import Provider as Provider
    from .rating import Rating as Rating
    from .rating_body import RatingBody as RatingBody
    from .season import Season as Season
    from .status_response import StatusResponse as StatusResponse
    from .tagged_image import TaggedImage as TaggedImage
    from .tagged_image_page import TaggedImagePage as TaggedImagePage
    from .tv_details import TVDetails as TVDetails
    from .tv_show import TVShow as TVShow
    from .unknown_media import UnknownMedia as UnknownMedia
    from .watch_providers import WatchProviders as WatchProviders
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "AccountStates": "account_states",
            "Cast": "cast",
            "Change": "change",
            "Changes": "changes",
            "Collection": "collection",
            "Configuration": "configuration",
            "CountryProviders": "country_providers",
            "ErrorResponse": "error_response",
            "Genre": "genre",
            "ImageConfiguration": "image_configuration",
            "KnownFor": "known_for",
            "ListItem": "list_item",
            "ListItemsBody": "list_items_body",
            "Movie": "movie",
            "MovieCredits": "movie_credits",
            "MovieDetails": "movie_details",
            "MoviePage": "movie_page",
            "MovieSortBy": "movie_sort_by",
            "MultiSearchPage": "multi_search_page",
            "MultiSearchResult": "multi_search_result",
            "Person": "person",
            "Provider": "provider",
            "Rating": "rating",
            "RatingBody": "rating_body",
            "Season": "season",
            "StatusResponse": "status_response",
            "TVDetails": "tv_details",
            "TVShow": "tv_show",
            "TaggedImage": "tagged_image",
            "TaggedImagePage": "tagged_image_page",
            "UnknownMedia": "unknown_media",
            "WatchProviders": "watch_providers",
        },
    )

__all__ = [
    "AccountStates",
    "Cast",
    "Change",
    "Changes",
    "Collection",
    "Configuration",
    "CountryProviders",
    "ErrorResponse",
    "Genre",
    "ImageConfiguration",
    "KnownFor",
    "ListItem",
    "ListItemsBody",
    "Movie",
    "MovieCredits",
    "MovieDetails",
    "MoviePage",
    "MovieSortBy",
    "MultiSearchPage",
    "MultiSearchResult",
    "Person",
    "Provider",
    "Rating",
    "RatingBody",
    "Season",
    "StatusResponse",
    "TVDetails",
    "TVShow",
    "TaggedImage",
    "TaggedImagePage",
    "UnknownMedia",
    "WatchProviders",
]
