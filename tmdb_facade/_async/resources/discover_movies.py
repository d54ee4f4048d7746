"""Films by any number of conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._async.sliced_pager import AsyncSlicedPager
from tmdb_facade._core.lists.discover import check_choices, check_needed, check_sliceable
from tmdb_facade._core.lists.terms import exact, high, low, span, terms_text

if TYPE_CHECKING:
    from datetime import date

    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade._core.lists.discover import Monetization, ReleaseType
    from tmdb_facade._core.lists.terms import AllOf, AnyOf, Between
    from tmdb_facade.models import Movie, MoviePage, MovieSortBy


class AsyncDiscoverMoviesResource(AsyncResource):
    """The films of `tmdb.discover`."""

    def movies(
        self,
        *,
        cast: int | AllOf[int] | AnyOf[int] | None = None,
        certification: str | Between[str] | None = None,
        certification_country: str | None = None,
        companies: int | AllOf[int] | AnyOf[int] | None = None,
        crew: int | AllOf[int] | AnyOf[int] | None = None,
        genres: int | AllOf[int] | AnyOf[int] | None = None,
        include_adult: bool | None = None,
        include_video: bool | None = None,
        keywords: int | AllOf[int] | AnyOf[int] | None = None,
        language: str | None = None,
        origin_country: str | AllOf[str] | AnyOf[str] | None = None,
        original_language: str | AnyOf[str] | None = None,
        people: int | AllOf[int] | AnyOf[int] | None = None,
        primary_release_year: int | None = None,
        primary_released: Between[date] | None = None,
        region: str | None = None,
        release_type: ReleaseType | AllOf[ReleaseType] | AnyOf[ReleaseType] | None = None,
        released: Between[date] | None = None,
        runtime: Between[int] | None = None,
        sort_by: MovieSortBy | None = None,
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
    ) -> AsyncPager[Movie, MoviePage]:
        """List the films that meet every condition.

            tmdb.discover.movies(
                genres=all_of(28, 12), vote_average=between(7, None), released=between(date(1994, 1, 1), None)
            )

        Args:
            cast: TMDB's ids of people who act in it.
            certification: Its rating as `certification_country` calls it (`PG-13`), or a range of ratings.
            certification_country: The country of the rating, ISO 3166-1, as in `US`; a rating needs it.
            companies: TMDB's ids of production companies.
            crew: TMDB's ids of people behind the camera.
            genres: TMDB's ids of genres; `tmdb.genres` lists them.
            include_adult: Also adult films; TMDB leaves them out by default.
            include_video: Also what was not made for cinemas; TMDB leaves it out by default.
            keywords: TMDB's ids of keywords.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            origin_country: Countries that it comes from, ISO 3166-1, as in `FR`.
            original_language: The language that it was made in, ISO 639-1, as in `fr`.
            people: TMDB's ids of people, before or behind the camera.
            primary_release_year: The year of its first release.
            primary_released: The days of its first release.
            region: The region whose releases `released`, `release_type` and `year` look at, ISO 3166-1, as in `BR`; the
                client's by default.
            release_type: How it was released: 1 premiere, 2 in few cinemas, 3 in cinemas, 4 digital, 5 physical, 6 TV.
            released: The days of any of its releases; with `region`, of one there.
            runtime: Its length in minutes.
            sort_by: The order; the most popular first by default.
            vote_average: The mean of the votes, from 0 to 10.
            vote_count: How many votes there are.
            watch_monetization_types: How it can be watched in `watch_region`.
            watch_providers: TMDB's ids of services where it can be watched in `watch_region`.
            watch_region: The region of the conditions on watching, ISO 3166-1, as in `BR`; they need it.
            without_companies: TMDB's ids of production companies to leave out.
            without_genres: TMDB's ids of genres to leave out.
            without_keywords: TMDB's ids of keywords to leave out.
            without_watch_providers: TMDB's ids of services to leave out; needs `watch_region`.
            year: The year of any of its releases.
            sliced: Whether to walk over all films, though there be more than the 10,000 that TMDB gives out: the query is
                then sent in slices by `primary_released`. `sort_by` holds within each slice; slices come with the newest
                films first, unless it is `primary_release_date.asc`. Films without a date are left out as soon as
                there is more than one slice.

        Returns:
            The films, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: A condition lacks the country or region that it needs, or a word is none that TMDB knows.

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

        def query(days: Between[date] | None) -> AsyncPager[Movie, MoviePage]:
            return self._paginate(
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
                with_cast=terms_text(cast),
                with_companies=terms_text(companies),
                with_crew=terms_text(crew),
                with_genres=terms_text(genres),
                with_keywords=terms_text(keywords),
                with_origin_country=terms_text(origin_country),
                with_original_language=terms_text(original_language),
                with_people=terms_text(people),
                with_release_type=terms_text(release_type),
                with_runtime_gte=low(runtime),
                with_runtime_lte=high(runtime),
                with_watch_monetization_types=terms_text(watch_monetization_types),
                with_watch_providers=terms_text(watch_providers),
                without_companies=terms_text(without_companies),
                without_genres=terms_text(without_genres),
                without_keywords=terms_text(without_keywords),
                without_watch_providers=terms_text(without_watch_providers),
                year=year,
            ).items()

        whole = query(primary_released)
        if not sliced:
            return whole
        check_sliceable("primary_released", primary_release_year=primary_release_year)
        return AsyncSlicedPager(whole, query, primary_released, newest_first=sort_by != "primary_release_date.asc")
