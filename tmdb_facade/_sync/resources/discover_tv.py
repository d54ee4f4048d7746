# Made from tmdb_facade/_async/resources/discover_tv.py by `make sync`: edit that file, never this one.
"""The method `tmdb.discover.tv`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tmdb_bindings import api
from tmdb_facade import models, types
from tmdb_facade._core.lists.discover import (
    Monetization,
    check_choices,
    check_codes,
    check_ids,
    check_needed,
    check_ranges,
    check_sliceable,
)
from tmdb_facade._core.lists.terms import AllOf, AnyOf, Between, high, low, numbers, terms_text
from tmdb_facade._core.request.choices import STATUS_NUMBERS, TYPE_NUMBERS
from tmdb_facade._core.request.name_hints import hint_names
from tmdb_facade._core.request.validation import check_flag
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource
from tmdb_facade._sync.sliced_pager import SlicedPager


class DiscoverTVResource(Resource):
    """The TV series of `tmdb.discover`."""

    @hint_names
    def tv(
        self,
        *,
        aired: Between[date] | None = None,
        companies: int | AllOf[int] | AnyOf[int] | None = None,
        first_air_date_year: int | None = None,
        first_aired: Between[date] | None = None,
        genres: int | AllOf[int] | AnyOf[int] | None = None,
        include_adult: bool | None = None,
        include_null_first_air_dates: bool | None = None,
        keywords: int | AllOf[int] | AnyOf[int] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        networks: int | AllOf[int] | AnyOf[int] | None = None,
        origin_country: str | AllOf[str] | AnyOf[str] | None = None,
        original_language: str | AnyOf[str] | None = None,
        runtime: Between[int] | None = None,
        screened_theatrically: bool | None = None,
        sort_by: models.TVSortBy | None = None,
        status: types.TVStatusLike | AllOf[types.TVStatusLike] | AnyOf[types.TVStatusLike] | None = None,
        timezone: str | None = None,
        type: types.TVTypeLike | AllOf[types.TVTypeLike] | AnyOf[types.TVTypeLike] | None = None,
        vote_average: Between[float] | None = None,
        vote_count: Between[int] | None = None,
        watch_monetization_types: Monetization | AllOf[Monetization] | AnyOf[Monetization] | None = None,
        watch_providers: int | AllOf[int] | AnyOf[int] | None = None,
        watch_region: str | None = None,
        without_companies: int | AllOf[int] | AnyOf[int] | None = None,
        without_genres: int | AllOf[int] | AnyOf[int] | None = None,
        without_keywords: int | AllOf[int] | AnyOf[int] | None = None,
        without_watch_providers: int | AllOf[int] | AnyOf[int] | None = None,
        sliced: bool = False,
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the TV series that meet all conditions.

            tmdb.discover.tv(networks=any_of(49, 213), first_aired=between(date(2010, 1, 1), None), status=3)

        Args:
            aired: Range of dates of any episode.
            companies: TMDB's ids of production companies.
            first_air_date_year: Year of the first episode.
            first_aired: Range of dates of the first episode.
            genres: TMDB's ids of genres; `tmdb.genres` lists them.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            include_null_first_air_dates: Whether to include series without a first air date.
            keywords: TMDB's ids of keywords.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            networks: TMDB's ids of networks.
            origin_country: Countries of origin, ISO 3166-1, such as `KR`.
            original_language: Original language, ISO 639-1, such as `ko`.
            runtime: Range of episode runtimes in minutes.
            screened_theatrically: Whether to list only series with an episode or season screened in cinemas.
            sort_by: Sort order, by default by descending popularity.
            status: Statuses, such as `TVStatus.ENDED` or a series' `status`, or their numbers: 0 returning, 1 planned,
                2 in production, 3 ended, 4 canceled, 5 pilot.
            timezone: Time zone in which a day begins and ends, such as `America/Sao_Paulo`.
            type: Kinds, such as `TVType.SCRIPTED` or a series' `type`, or their numbers: 0 documentary, 1 news,
                2 miniseries, 3 reality, 4 scripted, 5 talk show, 6 video.
            vote_average: Range of average votes, from 0 to 10.
            vote_count: Range of numbers of votes.
            watch_monetization_types: Ways in which the title can be watched in `watch_region`.
            watch_providers: TMDB's ids of watch providers in `watch_region`.
            watch_region: Country of the watch providers, ISO 3166-1, such as `BR`.
            without_companies: TMDB's ids of production companies to exclude.
            without_genres: TMDB's ids of genres to exclude.
            without_keywords: TMDB's ids of keywords to exclude.
            without_watch_providers: TMDB's ids of watch providers in `watch_region` to exclude.
            sliced: Whether to list all results, even beyond the 10,000 that TMDB serves for one query. The query is
                then split by the date of the first release or episode, newest first unless `sort_by` is that date,
                ascending. `sort_by` applies within each part, and results without a date are omitted once there is more
                than one.

        Returns:
            The series, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: A condition needs `watch_region`, or a value is not one of TMDB's.

        https://developer.themoviedb.org/reference/discover-tv
        """
        check_needed(
            "watch_region",
            watch_region,
            watch_monetization_types=watch_monetization_types,
            watch_providers=watch_providers,
            without_watch_providers=without_watch_providers,
        )
        check_choices("TVSortBy", sort_by, status=status, type=type, watch_monetization_types=watch_monetization_types)
        check_flag("sliced", sliced)
        check_codes(origin_country, original_language)
        check_ids(
            companies=companies,
            genres=genres,
            keywords=keywords,
            networks=networks,
            watch_providers=watch_providers,
            without_companies=without_companies,
            without_genres=without_genres,
            without_keywords=without_keywords,
            without_watch_providers=without_watch_providers,
        )
        check_ranges("dates", date, aired=aired, first_aired=first_aired)
        check_ranges("numbers", (int, float), vote_average=vote_average)
        check_ranges("integers", int, runtime=runtime, vote_count=vote_count)

        def query(days: Between[date] | None) -> Pager[models.TVShow, models.TVShowPage]:
            pages = self._paginate(
                api.discover.tv,
                air_date_gte=low(aired),
                air_date_lte=high(aired),
                first_air_date_gte=low(days),
                first_air_date_lte=high(days),
                first_air_date_year=first_air_date_year,
                include_adult=include_adult,
                include_null_first_air_dates=include_null_first_air_dates,
                language=language,
                screened_theatrically=screened_theatrically,
                sort_by=sort_by,
                timezone=timezone,
                vote_average_gte=low(vote_average),
                vote_average_lte=high(vote_average),
                vote_count_gte=low(vote_count),
                vote_count_lte=high(vote_count),
                watch_region=watch_region,
                with_companies=terms_text("companies", companies),
                with_genres=terms_text("genres", genres),
                with_keywords=terms_text("keywords", keywords),
                with_networks=terms_text("networks", networks),
                with_origin_country=terms_text("origin_country", origin_country),
                with_original_language=terms_text("original_language", original_language),
                with_runtime_gte=low(runtime),
                with_runtime_lte=high(runtime),
                with_status=terms_text("status", numbers(status, STATUS_NUMBERS)),
                with_type=terms_text("type", numbers(type, TYPE_NUMBERS)),
                with_watch_monetization_types=terms_text("watch_monetization_types", watch_monetization_types),
                with_watch_providers=terms_text("watch_providers", watch_providers),
                without_companies=terms_text("without_companies", without_companies),
                without_genres=terms_text("without_genres", without_genres),
                without_keywords=terms_text("without_keywords", without_keywords),
                without_watch_providers=terms_text("without_watch_providers", without_watch_providers),
            )
            return pages.localized(language, languages).items()

        pager = query(first_aired)
        if not sliced:
            return pager
        check_sliceable("first_aired", first_air_date_year=first_air_date_year)
        return SlicedPager(pager, query, first_aired, newest_first=sort_by != "first_air_date.asc")
