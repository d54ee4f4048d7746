# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Discover movies that match all filters.

Watch filters require `watch_region` and certification filters `certification_country`; TMDB ignores them
otherwise.

Reference: https://developer.themoviedb.org/reference/discover-movie
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_flag, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.movie_page import MoviePage
    from ...models.movie_sort_by import MovieSortBy

operation: Final[Operation] = operations.DISCOVER_MOVIES


def request(
    *,
    certification: str | None = None,
    certification_gte: str | None = None,
    certification_lte: str | None = None,
    certification_country: str | None = None,
    include_adult: bool | None = None,
    include_video: bool | None = None,
    language: str | None = None,
    page: int | None = None,
    primary_release_date_gte: date | None = None,
    primary_release_date_lte: date | None = None,
    primary_release_year: int | None = None,
    region: str | None = None,
    release_date_gte: date | None = None,
    release_date_lte: date | None = None,
    sort_by: MovieSortBy | None = None,
    vote_average_gte: float | None = None,
    vote_average_lte: float | None = None,
    vote_count_gte: int | None = None,
    vote_count_lte: int | None = None,
    watch_region: str | None = None,
    with_cast: int | str | None = None,
    with_companies: int | str | None = None,
    with_crew: int | str | None = None,
    with_genres: int | str | None = None,
    with_keywords: int | str | None = None,
    with_origin_country: str | None = None,
    with_original_language: str | None = None,
    with_people: int | str | None = None,
    with_release_type: int | str | None = None,
    with_runtime_gte: int | None = None,
    with_runtime_lte: int | None = None,
    with_watch_monetization_types: str | None = None,
    with_watch_providers: int | str | None = None,
    without_companies: int | str | None = None,
    without_genres: int | str | None = None,
    without_keywords: int | str | None = None,
    without_watch_providers: int | str | None = None,
    year: int | None = None,
) -> Request:
    """Build a request.

    Args:
        certification: Certification (age rating) in `certification_country`.
        certification_gte: Certification in `certification_country`, this one or a more restrictive one.
        certification_lte: Certification in `certification_country`, this one or a less restrictive one.
        certification_country: ISO 3166-1 code of the country of the certifications; TMDB ignores certification
            filters without it.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        include_video: Whether to include entries that are videos instead of movies.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        primary_release_date_gte: Primary release on or after this date.
        primary_release_date_lte: Primary release on or before this date.
        primary_release_year: Year of the primary release.
        region: Upper-case ISO 3166-1 code of the country whose release dates apply.
        release_date_gte: Any release on or after this date; with `region` and `with_release_type`, a release in
            that country and of that type.
        release_date_lte: Any release on or before this date; with `region` and `with_release_type`, a release
            in that country and of that type.
        sort_by: Sort order of the results.
        vote_average_gte: Minimum average rating, 0 to 10.
        vote_average_lte: Maximum average rating, 0 to 10.
        vote_count_gte: Minimum number of ratings.
        vote_count_lte: Maximum number of ratings.
        watch_region: ISO 3166-1 code of the country whose watch providers apply.
        with_cast: Ids of cast members, separated by `,` for all or `|` for any.
        with_companies: Ids of production companies, separated by `,` for all or `|` for any.
        with_crew: Ids of crew members, separated by `,` for all or `|` for any.
        with_genres: Ids of genres, separated by `,` for all or `|` for any.
        with_keywords: Ids of keywords, separated by `,` for all or `|` for any.
        with_origin_country: ISO 3166-1 code of the country of origin.
        with_original_language: ISO 639-1 code of the original language.
        with_people: Ids of cast or crew members, separated by `,` for all or `|` for any.
        with_release_type: Release types, separated by `,` for all or `|` for any. 1 premiere, 2 limited
            theatrical, 3 theatrical, 4 digital, 5 physical, 6 TV.
        with_runtime_gte: Minimum runtime in minutes.
        with_runtime_lte: Maximum runtime in minutes.
        with_watch_monetization_types: Offer types in `watch_region` (flatrate, free, ads, rent, buy), separated
            by `,` for all or `|` for any.
        with_watch_providers: Ids of watch providers in `watch_region`, separated by `,` for all or `|` for any.
        without_companies: Ids of production companies to exclude.
        without_genres: Ids of genres to exclude.
        without_keywords: Ids of keywords to exclude.
        without_watch_providers: Ids of watch providers in `watch_region` to exclude.
        year: Year of any release.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if certification is not None:
        sent["certification"] = query_text(certification, "certification")
    if certification_gte is not None:
        sent["certification.gte"] = query_text(certification_gte, "certification_gte")
    if certification_lte is not None:
        sent["certification.lte"] = query_text(certification_lte, "certification_lte")
    if certification_country is not None:
        sent["certification_country"] = query_text(certification_country, "certification_country")
    if include_adult is not None:
        sent["include_adult"] = query_flag(include_adult, "include_adult")
    if include_video is not None:
        sent["include_video"] = query_flag(include_video, "include_video")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if primary_release_date_gte is not None:
        sent["primary_release_date.gte"] = query_text(primary_release_date_gte, "primary_release_date_gte")
    if primary_release_date_lte is not None:
        sent["primary_release_date.lte"] = query_text(primary_release_date_lte, "primary_release_date_lte")
    if primary_release_year is not None:
        sent["primary_release_year"] = query_text(primary_release_year, "primary_release_year")
    if region is not None:
        sent["region"] = query_text(region, "region")
    if release_date_gte is not None:
        sent["release_date.gte"] = query_text(release_date_gte, "release_date_gte")
    if release_date_lte is not None:
        sent["release_date.lte"] = query_text(release_date_lte, "release_date_lte")
    if sort_by is not None:
        sent["sort_by"] = query_text(sort_by, "sort_by")
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
    if with_cast is not None:
        sent["with_cast"] = query_text(with_cast, "with_cast")
    if with_companies is not None:
        sent["with_companies"] = query_text(with_companies, "with_companies")
    if with_crew is not None:
        sent["with_crew"] = query_text(with_crew, "with_crew")
    if with_genres is not None:
        sent["with_genres"] = query_text(with_genres, "with_genres")
    if with_keywords is not None:
        sent["with_keywords"] = query_text(with_keywords, "with_keywords")
    if with_origin_country is not None:
        sent["with_origin_country"] = query_text(with_origin_country, "with_origin_country")
    if with_original_language is not None:
        sent["with_original_language"] = query_text(with_original_language, "with_original_language")
    if with_people is not None:
        sent["with_people"] = query_text(with_people, "with_people")
    if with_release_type is not None:
        sent["with_release_type"] = query_text(with_release_type, "with_release_type")
    if with_runtime_gte is not None:
        sent["with_runtime.gte"] = query_text(with_runtime_gte, "with_runtime_gte")
    if with_runtime_lte is not None:
        sent["with_runtime.lte"] = query_text(with_runtime_lte, "with_runtime_lte")
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
    if year is not None:
        sent["year"] = query_text(year, "year")
    return Request(operation, "/3/discover/movie", sent)


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
