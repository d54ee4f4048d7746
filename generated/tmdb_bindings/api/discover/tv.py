# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Discover TV series that match all filters.

Watch filters require `watch_region`; TMDB ignores them otherwise.

Reference: https://developer.themoviedb.org/reference/discover-tv
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_flag, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.tv_show_page import TVShowPage
    from ...models.tv_sort_by import TVSortBy

operation: Final[Operation] = operations.DISCOVER_TV


def request(
    *,
    air_date_gte: date | None = None,
    air_date_lte: date | None = None,
    first_air_date_gte: date | None = None,
    first_air_date_lte: date | None = None,
    first_air_date_year: int | None = None,
    include_adult: bool | None = None,
    include_null_first_air_dates: bool | None = None,
    language: str | None = None,
    page: int | None = None,
    screened_theatrically: bool | None = None,
    sort_by: TVSortBy | None = None,
    timezone: str | None = None,
    vote_average_gte: float | None = None,
    vote_average_lte: float | None = None,
    vote_count_gte: int | None = None,
    vote_count_lte: int | None = None,
    watch_region: str | None = None,
    with_companies: int | str | None = None,
    with_genres: int | str | None = None,
    with_keywords: int | str | None = None,
    with_networks: int | str | None = None,
    with_origin_country: str | None = None,
    with_original_language: str | None = None,
    with_runtime_gte: int | None = None,
    with_runtime_lte: int | None = None,
    with_status: int | str | None = None,
    with_type: int | str | None = None,
    with_watch_monetization_types: str | None = None,
    with_watch_providers: int | str | None = None,
    without_companies: int | str | None = None,
    without_genres: int | str | None = None,
    without_keywords: int | str | None = None,
    without_watch_providers: int | str | None = None,
) -> Request:
    """Build a request.

    Args:
        air_date_gte: Has an episode on or after this date.
        air_date_lte: Has an episode on or before this date.
        first_air_date_gte: First episode on or after this date.
        first_air_date_lte: First episode on or before this date.
        first_air_date_year: Year of the first episode.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        include_null_first_air_dates: Whether to include TV series without a first air date.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        screened_theatrically: Whether an episode was screened in theaters.
        sort_by: Sort order of the results.
        timezone: Time zone that determines the current day, such as `America/New_York`.
        vote_average_gte: Minimum average rating, 0 to 10.
        vote_average_lte: Maximum average rating, 0 to 10.
        vote_count_gte: Minimum number of ratings.
        vote_count_lte: Maximum number of ratings.
        watch_region: ISO 3166-1 code of the country whose watch providers apply.
        with_companies: Ids of production companies, separated by `,` for all or `|` for any.
        with_genres: Ids of genres, separated by `,` for all or `|` for any.
        with_keywords: Ids of keywords, separated by `,` for all or `|` for any.
        with_networks: Ids of networks, separated by `|` for any.
        with_origin_country: ISO 3166-1 code of the country of origin.
        with_original_language: ISO 639-1 code of the original language.
        with_runtime_gte: Minimum runtime in minutes.
        with_runtime_lte: Maximum runtime in minutes.
        with_status: Statuses 0 to 5, separated by `,` for all or `|` for any.
        with_type: Types 0 to 6, separated by `,` for all or `|` for any.
        with_watch_monetization_types: Offer types in `watch_region` (flatrate, free, ads, rent, buy), separated
            by `,` for all or `|` for any.
        with_watch_providers: Ids of watch providers in `watch_region`, separated by `,` for all or `|` for any.
        without_companies: Ids of production companies to exclude.
        without_genres: Ids of genres to exclude.
        without_keywords: Ids of keywords to exclude.
        without_watch_providers: Ids of watch providers in `watch_region` to exclude.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if air_date_gte is not None:
        sent["air_date.gte"] = query_text(air_date_gte, "air_date_gte")
    if air_date_lte is not None:
        sent["air_date.lte"] = query_text(air_date_lte, "air_date_lte")
    if first_air_date_gte is not None:
        sent["first_air_date.gte"] = query_text(first_air_date_gte, "first_air_date_gte")
    if first_air_date_lte is not None:
        sent["first_air_date.lte"] = query_text(first_air_date_lte, "first_air_date_lte")
    if first_air_date_year is not None:
        sent["first_air_date_year"] = query_text(first_air_date_year, "first_air_date_year")
    if include_adult is not None:
        sent["include_adult"] = query_flag(include_adult, "include_adult")
    if include_null_first_air_dates is not None:
        sent["include_null_first_air_dates"] = query_flag(include_null_first_air_dates, "include_null_first_air_dates")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if screened_theatrically is not None:
        sent["screened_theatrically"] = query_flag(screened_theatrically, "screened_theatrically")
    if sort_by is not None:
        sent["sort_by"] = query_text(sort_by, "sort_by")
    if timezone is not None:
        sent["timezone"] = query_text(timezone, "timezone")
    if vote_average_gte is not None:
        sent["vote_average.gte"] = query_text(vote_average_gte, "vote_average_gte")
    if vote_average_lte is not None:
        sent["vote_average.lte"] = query_text(vote_average_lte, "vote_average_lte")
    if vote_count_gte is not None:
        sent["vote_count.gte"] = query_text(vote_count_gte, "vote_count_gte")
    if vote_count_lte is not None:
        sent["vote_count.lte"] = query_text(vote_count_lte, "vote_count_lte")
    if watch_region is not None:
        sent["watch_region"] = query_text(watch_region, "watch_region")
    if with_companies is not None:
        sent["with_companies"] = query_text(with_companies, "with_companies")
    if with_genres is not None:
        sent["with_genres"] = query_text(with_genres, "with_genres")
    if with_keywords is not None:
        sent["with_keywords"] = query_text(with_keywords, "with_keywords")
    if with_networks is not None:
        sent["with_networks"] = query_text(with_networks, "with_networks")
    if with_origin_country is not None:
        sent["with_origin_country"] = query_text(with_origin_country, "with_origin_country")
    if with_original_language is not None:
        sent["with_original_language"] = query_text(with_original_language, "with_original_language")
    if with_runtime_gte is not None:
        sent["with_runtime.gte"] = query_text(with_runtime_gte, "with_runtime_gte")
    if with_runtime_lte is not None:
        sent["with_runtime.lte"] = query_text(with_runtime_lte, "with_runtime_lte")
    if with_status is not None:
        sent["with_status"] = query_text(with_status, "with_status")
    if with_type is not None:
        sent["with_type"] = query_text(with_type, "with_type")
    if with_watch_monetization_types is not None:
        sent["with_watch_monetization_types"] = query_text(
            with_watch_monetization_types, "with_watch_monetization_types"
        )
    if with_watch_providers is not None:
        sent["with_watch_providers"] = query_text(with_watch_providers, "with_watch_providers")
    if without_companies is not None:
        sent["without_companies"] = query_text(without_companies, "without_companies")
    if without_genres is not None:
        sent["without_genres"] = query_text(without_genres, "without_genres")
    if without_keywords is not None:
        sent["without_keywords"] = query_text(without_keywords, "without_keywords")
    if without_watch_providers is not None:
        sent["without_watch_providers"] = query_text(without_watch_providers, "without_watch_providers")
    return Request(operation, "/3/discover/tv", sent)


def response() -> type[TVShowPage]:
    """Import the type of the answer."""
    from ...models.tv_show_page import TVShowPage

    return TVShowPage
