# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""What is known of each operation; every policy (auth, cache, retries, redaction) decides by these records."""

from __future__ import annotations

from typing import Final

from ._runtime.operation import Operation

CONFIGURATION_DETAILS: Final = Operation(
    id="configuration_details",
    tag="configuration",
    name="details",
    method="GET",
    path="/3/configuration",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/configuration-details",
)

CREDITS_JOBS: Final = Operation(
    id="credits_jobs",
    tag="credits",
    name="jobs",
    method="GET",
    path="/3/configuration/jobs",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/credits-jobs",
)

CONFIGURATION_PRIMARY_TRANSLATIONS: Final = Operation(
    id="configuration_primary_translations",
    tag="configuration",
    name="primary_translations",
    method="GET",
    path="/3/configuration/primary_translations",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/configuration-primary-translations",
)

DISCOVER_MOVIES: Final = Operation(
    id="discover_movies",
    tag="discover",
    name="movies",
    method="GET",
    path="/3/discover/movie",
    query=(
        "include_adult",
        "page",
        "release_date.gte",
        "sort_by",
        "vote_average.gte",
    ),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="pages",
    page_size=20,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/discover-movies",
)

MOVIES_POPULAR: Final = Operation(
    id="movies_popular",
    tag="movies",
    name="popular",
    method="GET",
    path="/3/movie/popular",
    query=(
        "language",
        "page",
        "region",
    ),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="pages",
    page_size=20,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/movies-popular",
)

MOVIES_DETAILS: Final = Operation(
    id="movies_details",
    tag="movies",
    name="details",
    method="GET",
    path="/3/movie/{movie_id}",
    query=(
        "append_to_response",
        "language",
    ),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(
        "credits",
        "watch/providers",
    ),
    reference="https://developer.themoviedb.org/reference/movies-details",
)

MOVIES_ACCOUNT_STATES: Final = Operation(
    id="movies_account_states",
    tag="movies",
    name="account_states",
    method="GET",
    path="/3/movie/{movie_id}/account_states",
    query=(),
    auth="session",
    user_scoped=True,
    repeatable=True,
    cacheable=False,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/movies-account-states",
)

MOVIES_CHANGES: Final = Operation(
    id="movies_changes",
    tag="movies",
    name="changes",
    method="GET",
    path="/3/movie/{movie_id}/changes",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="changes",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/movies-changes",
)

MOVIES_CREDITS: Final = Operation(
    id="movies_credits",
    tag="movies",
    name="credits",
    method="GET",
    path="/3/movie/{movie_id}/credits",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/movies-credits",
)

MOVIES_ADD_RATING: Final = Operation(
    id="movies_add_rating",
    tag="movies",
    name="add_rating",
    method="POST",
    path="/3/movie/{movie_id}/rating",
    query=(),
    auth="guest_or_session",
    user_scoped=True,
    repeatable=True,
    cacheable=False,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/movies-add-rating",
)

MOVIES_WATCH_PROVIDERS: Final = Operation(
    id="movies_watch_providers",
    tag="movies",
    name="watch_providers",
    method="GET",
    path="/3/movie/{movie_id}/watch/providers",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/movies-watch-providers",
)

PEOPLE_TAGGED_IMAGES: Final = Operation(
    id="people_tagged_images",
    tag="people",
    name="tagged_images",
    method="GET",
    path="/3/person/{person_id}/tagged_images",
    query=("page",),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="pages",
    page_size=20,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/people-tagged-images",
)

SEARCH_MOVIES: Final = Operation(
    id="search_movies",
    tag="search",
    name="movies",
    method="GET",
    path="/3/search/movie",
    query=(
        "query",
        "language",
        "page",
        "year",
        "include_adult",
        "region",
        "primary_release_year",
    ),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="pages",
    page_size=20,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/search-movies",
)

SEARCH_MULTI: Final = Operation(
    id="search_multi",
    tag="search",
    name="multi",
    method="GET",
    path="/3/search/multi",
    query=(
        "query",
        "include_adult",
        "language",
        "page",
    ),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="pages",
    page_size=20,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/search-multi",
)

TV_DETAILS: Final = Operation(
    id="tv_details",
    tag="tv",
    name="details",
    method="GET",
    path="/3/tv/{series_id}",
    query=("append_to_response",),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(
        "credits",
        "season/{season_number}",
    ),
    reference="https://developer.themoviedb.org/reference/tv-details",
)

TV_CREDITS: Final = Operation(
    id="tv_credits",
    tag="tv",
    name="credits",
    method="GET",
    path="/3/tv/{series_id}/credits",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/tv-credits",
)

TV_SEASONS_DETAILS: Final = Operation(
    id="tv_seasons_details",
    tag="tv_seasons",
    name="details",
    method="GET",
    path="/3/tv/{series_id}/season/{season_number}",
    query=(),
    auth="application",
    user_scoped=False,
    repeatable=True,
    cacheable=True,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/tv-seasons-details",
)

V4_LISTS_ADD_ITEMS: Final = Operation(
    id="v4_lists_add_items",
    tag="v4_lists",
    name="add_items",
    method="POST",
    path="/4/list/{list_id}/items",
    query=(),
    auth="user_token",
    user_scoped=True,
    repeatable=False,
    cacheable=False,
    paging="none",
    page_size=0,
    appendable=(),
    reference="https://developer.themoviedb.org/reference/v4-lists-add-items",
)

#: All operations, in the order of their paths.
OPERATIONS: Final[tuple[Operation, ...]] = (
    CONFIGURATION_DETAILS,
    CREDITS_JOBS,
    CONFIGURATION_PRIMARY_TRANSLATIONS,
    DISCOVER_MOVIES,
    MOVIES_POPULAR,
    MOVIES_DETAILS,
    MOVIES_ACCOUNT_STATES,
    MOVIES_CHANGES,
    MOVIES_CREDITS,
    MOVIES_ADD_RATING,
    MOVIES_WATCH_PROVIDERS,
    PEOPLE_TAGGED_IMAGES,
    SEARCH_MOVIES,
    SEARCH_MULTI,
    TV_DETAILS,
    TV_CREDITS,
    TV_SEASONS_DETAILS,
    V4_LISTS_ADD_ITEMS,
)
