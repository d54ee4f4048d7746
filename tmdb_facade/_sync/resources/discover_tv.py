# Made from tmdb_facade/_async/resources/discover_tv.py by `make sync`: edit that file, never this one.
"""Series by any number of conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.lists.discover import check_choices, check_needed, check_sliceable
from tmdb_facade._core.lists.terms import high, low, terms_text
from tmdb_facade._sync.resources.base import Resource
from tmdb_facade._sync.sliced_pager import SlicedPager

if TYPE_CHECKING:
    from datetime import date

    from tmdb_facade._core.lists.discover import Monetization, TVStatus, TVType
    from tmdb_facade._core.lists.terms import AllOf, AnyOf, Between
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import TVShow, TVShowPage, TVSortBy


class DiscoverTVResource(Resource):
    """The series of `tmdb.discover`."""

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
        networks: int | AllOf[int] | AnyOf[int] | None = None,
        origin_country: str | AllOf[str] | AnyOf[str] | None = None,
        original_language: str | AnyOf[str] | None = None,
        runtime: Between[int] | None = None,
        screened_theatrically: bool | None = None,
        sort_by: TVSortBy | None = None,
        status: TVStatus | AllOf[TVStatus] | AnyOf[TVStatus] | None = None,
        timezone: str | None = None,
        type: TVType | AllOf[TVType] | AnyOf[TVType] | None = None,
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
    ) -> Pager[TVShow, TVShowPage]:
        """List the series that meet every condition.

            tmdb.discover.tv(networks=any_of(49, 213), first_aired=between(date(2010, 1, 1), None), status=3)

        Args:
            aired: The days of any of its episodes.
            companies: TMDB's ids of production companies.
            first_air_date_year: The year of its first episode.
            first_aired: The days of its first episode.
            genres: TMDB's ids of genres; `tmdb.genres` lists them.
            include_adult: Also adult series; TMDB leaves them out by default.
            include_null_first_air_dates: Also series whose first day is not known.
            keywords: TMDB's ids of keywords.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.
            networks: TMDB's ids of networks that show it.
            origin_country: Countries that it comes from, ISO 3166-1, as in `KR`.
            original_language: The language that it was made in, ISO 639-1, as in `ko`.
            runtime: The length of its episodes in minutes.
            screened_theatrically: Only series of which something was shown in cinemas.
            sort_by: The order; the most popular first by default.
            status: How it stands: 0 returning, 1 planned, 2 in production, 3 ended, 4 cancelled, 5 pilot.
            timezone: The time zone that its days are counted in, as in `America/New_York`.
            type: What it is: 0 documentary, 1 news, 2 miniseries, 3 reality, 4 scripted, 5 talk show, 6 video.
            vote_average: The mean of the votes, from 0 to 10.
            vote_count: How many votes there are.
            watch_monetization_types: How it can be watched in `watch_region`.
            watch_providers: TMDB's ids of services where it can be watched in `watch_region`.
            watch_region: The region of the conditions on watching, ISO 3166-1, as in `BR`; they need it.
            without_companies: TMDB's ids of production companies to leave out.
            without_genres: TMDB's ids of genres to leave out.
            without_keywords: TMDB's ids of keywords to leave out.
            without_watch_providers: TMDB's ids of services to leave out; needs `watch_region`.
            sliced: Whether to walk over all series, though there be more than the 10,000 that TMDB gives out: the query
                is then sent in slices by `first_aired`. `sort_by` holds within each slice; slices come with the newest
                series first, unless it is `first_air_date.asc`. Series without a date are left out as soon as there is
                more than one slice.

        Returns:
            The series, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: A condition lacks the region that it needs, or a word is none that TMDB knows.

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

        def query(days: Between[date] | None) -> Pager[TVShow, TVShowPage]:
            return self._paginate(
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
                with_companies=terms_text(companies),
                with_genres=terms_text(genres),
                with_keywords=terms_text(keywords),
                with_networks=terms_text(networks),
                with_origin_country=terms_text(origin_country),
                with_original_language=terms_text(original_language),
                with_runtime_gte=low(runtime),
                with_runtime_lte=high(runtime),
                with_status=terms_text(status),
                with_type=terms_text(type),
                with_watch_monetization_types=terms_text(watch_monetization_types),
                with_watch_providers=terms_text(watch_providers),
                without_companies=terms_text(without_companies),
                without_genres=terms_text(without_genres),
                without_keywords=terms_text(without_keywords),
                without_watch_providers=terms_text(without_watch_providers),
            ).items()

        whole = query(first_aired)
        if not sliced:
            return whole
        check_sliceable("first_aired", first_air_date_year=first_air_date_year)
        return SlicedPager(whole, query, first_aired, newest_first=sort_by != "first_air_date.asc")
