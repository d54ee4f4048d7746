"""Movies and TV series, filtered by conditions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tmdb_bindings import api
from tmdb_facade import models, types
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.discover_tv import AsyncDiscoverTVResource
from tmdb_facade._async.sliced_pager import AsyncSlicedPager
from tmdb_facade._core.lists.discover import (
    Monetization,
    check_certification,
    check_choices,
    check_codes,
    check_ids,
    check_needed,
    check_ranges,
    check_sliceable,
)
from tmdb_facade._core.lists.terms import AllOf, AnyOf, Between, exact, high, low, span, terms_text
from tmdb_facade._core.request.name_hints import hint_names
from tmdb_facade._core.request.validation import check_flag


class AsyncDiscoverResource(AsyncDiscoverTVResource):
    """Movies and TV series, filtered by conditions: `tmdb.discover`.

    Pass a single value directly, and several as `all_of(28, 12)` or `any_of(28, 12)`. Pass a range as
    `between(low, high)`; both ends are inclusive and optional (`None`).
    """

    _path = "discover"

    @hint_names
    def movies(
        self,
        *,
        cast: int | AllOf[int] | AnyOf[int] | None = None,
        certification: str | AnyOf[str] | Between[str] | None = None,
        certification_country: str | None = None,
        companies: int | AllOf[int] | AnyOf[int] | None = None,
        crew: int | AllOf[int] | AnyOf[int] | None = None,
        genres: int | AllOf[int] | AnyOf[int] | None = None,
        include_adult: bool | None = None,
        include_video: bool | None = None,
        keywords: int | AllOf[int] | AnyOf[int] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        origin_country: str | AllOf[str] | AnyOf[str] | None = None,
        original_language: str | AnyOf[str] | None = None,
        people: int | AllOf[int] | AnyOf[int] | None = None,
        primary_release_year: int | None = None,
        primary_released: Between[date] | None = None,
        region: str | None = None,
        release_type: types.ReleaseTypeLike | AllOf[types.ReleaseTypeLike] | AnyOf[types.ReleaseTypeLike] | None = None,
        released: Between[date] | None = None,
        runtime: Between[int] | None = None,
        sort_by: models.MovieSortBy | None = None,
        vote_average: Between[float] | None = None,
        vote_count: Between[int] | None = None,
        watch_monetization_types: Monetization | AllOf[Monetization] | AnyOf[Monetization] | None = None,
        watch_providers: int | AllOf[int] | AnyOf[int] | None = None,
        watch_region: str | None = None,
        without_companies: int | AllOf[int] | AnyOf[int] | None = None,
        without_genres: int | AllOf[int] | AnyOf[int] | None = None,
        without_keywords: int | AllOf[int] | AnyOf[int] | None = None,
        without_watch_providers: int | AllOf[int] | AnyOf[int] | None = None,
        year: int | None = None,
        sliced: bool = False,
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the movies that meet all conditions.

            tmdb.discover.movies(
                genres=all_of(28, 12), vote_average=between(7, None), released=between(date(1994, 1, 1), None)
            )

        Args:
            cast: TMDB's ids of cast members.
            certification: Age rating in `certification_country`, such as `PG-13`, or several: `any_of("G", "PG")`. A
                range includes unrated movies, which TMDB orders before all ratings.
            certification_country: Country of `certification`, ISO 3166-1, such as `US`.
            companies: TMDB's ids of production companies.
            crew: TMDB's ids of crew members.
            genres: TMDB's ids of genres; `tmdb.genres` lists them.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            include_video: Whether to include videos that were not made for cinemas. TMDB omits them by default.
            keywords: TMDB's ids of keywords.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            origin_country: Countries of origin, ISO 3166-1, such as `KR`.
            original_language: Original language, ISO 639-1, such as `ko`.
            people: TMDB's ids of cast or crew members.
            primary_release_year: Year of the first release.
            primary_released: Range of dates of the first release.
            region: Country of `released`, `release_type` and `year`, such as `BR`. Defaults to the client's region.
            release_type: Kinds of releases, such as `ReleaseType.DIGITAL`, or their numbers: 1 premiere, 2 limited
                theatrical, 3 theatrical, 4 digital, 5 physical, 6 TV.
            released: Range of dates of any release, or with `region` of a release there.
            runtime: Range of runtimes in minutes.
            sort_by: Sort order, by default by descending popularity.
            vote_average: Range of average votes, from 0 to 10.
            vote_count: Range of numbers of votes.
            watch_monetization_types: Ways in which the title can be watched in `watch_region`.
            watch_providers: TMDB's ids of watch providers in `watch_region`.
            watch_region: Country of the watch providers, ISO 3166-1, such as `BR`.
            without_companies: TMDB's ids of production companies to exclude.
            without_genres: TMDB's ids of genres to exclude.
            without_keywords: TMDB's ids of keywords to exclude.
            without_watch_providers: TMDB's ids of watch providers in `watch_region` to exclude.
            year: Year of any release, or with `region` of a release there.
            sliced: Whether to list all results, even beyond the 10,000 that TMDB serves for one query. The query is
                then split by the date of the first release or episode, newest first unless `sort_by` is that date,
                ascending. `sort_by` applies within each part, and results without a date are omitted once there is more
                than one.

        Returns:
            The movies, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: A condition needs `watch_region` or `certification_country`, or a value is not one of
                TMDB's.

        https://developer.themoviedb.org/reference/discover-movie
        """
        check_needed("certification_country", certification_country, certification=certification)
        check_needed(
            "watch_region",
            watch_region,
            watch_monetization_types=watch_monetization_types,
            watch_providers=watch_providers,
            without_watch_providers=without_watch_providers,
        )
        check_choices(
            "MovieSortBy", sort_by, release_type=release_type, watch_monetization_types=watch_monetization_types
        )
        check_flag("sliced", sliced)
        check_codes(origin_country, original_language)
        check_ids(
            cast=cast,
            companies=companies,
            crew=crew,
            genres=genres,
            keywords=keywords,
            people=people,
            watch_providers=watch_providers,
            without_companies=without_companies,
            without_genres=without_genres,
            without_keywords=without_keywords,
            without_watch_providers=without_watch_providers,
        )
        check_ranges("dates", date, primary_released=primary_released, released=released)
        check_ranges("numbers", (int, float), vote_average=vote_average)
        check_ranges("integers", int, runtime=runtime, vote_count=vote_count)
        check_certification(certification)

        def query(days: Between[date] | None) -> AsyncPager[models.Movie, models.MoviePage]:
            pages = self._paginate(
                api.discover.movies,
                certification=exact(certification),
                certification_gte=low(span(certification)),
                certification_lte=high(span(certification)),
                certification_country=certification_country,
                include_adult=include_adult,
                include_video=include_video,
                language=language,
                primary_release_date_gte=low(days),
                primary_release_date_lte=high(days),
                primary_release_year=primary_release_year,
                region=region,
                release_date_gte=low(released),
                release_date_lte=high(released),
                sort_by=sort_by,
                vote_average_gte=low(vote_average),
                vote_average_lte=high(vote_average),
                vote_count_gte=low(vote_count),
                vote_count_lte=high(vote_count),
                watch_region=watch_region,
                with_cast=terms_text("cast", cast),
                with_companies=terms_text("companies", companies),
                with_crew=terms_text("crew", crew),
                with_genres=terms_text("genres", genres),
                with_keywords=terms_text("keywords", keywords),
                with_origin_country=terms_text("origin_country", origin_country),
                with_original_language=terms_text("original_language", original_language),
                with_people=terms_text("people", people),
                with_release_type=terms_text("release_type", release_type),
                with_runtime_gte=low(runtime),
                with_runtime_lte=high(runtime),
                with_watch_monetization_types=terms_text("watch_monetization_types", watch_monetization_types),
                with_watch_providers=terms_text("watch_providers", watch_providers),
                without_companies=terms_text("without_companies", without_companies),
                without_genres=terms_text("without_genres", without_genres),
                without_keywords=terms_text("without_keywords", without_keywords),
                without_watch_providers=terms_text("without_watch_providers", without_watch_providers),
                year=year,
            )
            return pages.localized(language, languages).items()

        pager = query(primary_released)
        if not sliced:
            return pager
        check_sliceable("primary_released", primary_release_year=primary_release_year)
        return AsyncSlicedPager(pager, query, primary_released, newest_first=sort_by != "primary_release_date.asc")
