"""Series."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._async.spans import changes_over
from tmdb_facade._core.append import append_text
from tmdb_facade._core.include import include_text
from tmdb_facade._core.languages import choose_languages
from tmdb_facade._core.ratings import check_rating
from tmdb_facade._core.seasons import append_seasons

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings._runtime import Append
    from tmdb_bindings.append import TVBlock, TVHasSeason
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade._async.resources.tv_episode_groups import AsyncTVEpisodeGroupsResource
    from tmdb_facade._async.resources.tv_episodes import AsyncTVEpisodesResource
    from tmdb_facade._async.resources.tv_seasons import AsyncTVSeasonsResource
    from tmdb_facade.models import (
        AccountStates,
        AggregateCredits,
        Changes,
        ContentRatings,
        Review,
        ReviewPage,
        ScreenedTheatrically,
        StatusResponse,
        TVAlternativeTitles,
        TVCredits,
        TVDetails,
        TVExternalIds,
        TVImages,
        TVKeywords,
        TVShow,
        TVShowPage,
        TVTranslations,
        UserList,
        UserListPage,
        Videos,
        WatchProviders,
    )

K = TypeVar("K", bound="TVBlock")


class AsyncTVResource(AsyncResource):
    """Series: `tmdb.tv`."""

    @cached_property
    def seasons(self) -> AsyncTVSeasonsResource:
        """The seasons of series."""
        from tmdb_facade._async.resources.tv_seasons import AsyncTVSeasonsResource

        return AsyncTVSeasonsResource(self._calls)

    @cached_property
    def episodes(self) -> AsyncTVEpisodesResource:
        """The episodes of series."""
        from tmdb_facade._async.resources.tv_episodes import AsyncTVEpisodesResource

        return AsyncTVEpisodesResource(self._calls)

    @cached_property
    def episode_groups(self) -> AsyncTVEpisodeGroupsResource:
        """Other orders of the episodes of series."""
        from tmdb_facade._async.resources.tv_episode_groups import AsyncTVEpisodeGroupsResource

        return AsyncTVEpisodeGroupsResource(self._calls)

    @overload
    async def details(
        self,
        series_id: int,
        *,
        append: None = None,
        seasons: None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TVDetails: ...
    @overload
    async def details(
        self,
        series_id: int,
        *,
        append: None = None,
        seasons: Sequence[int],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TVDetails[TVHasSeason]: ...
    @overload
    async def details(
        self,
        series_id: int,
        *,
        append: Append[K],
        seasons: None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TVDetails[K]: ...
    @overload
    async def details(
        self,
        series_id: int,
        *,
        append: Append[K],
        seasons: Sequence[int],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TVDetails[K | TVHasSeason]: ...
    @overload
    async def details(
        self,
        series_id: int,
        *,
        append: list[str],
        seasons: Sequence[int] | None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TVDetails[Any]: ...
    async def details(
        self,
        series_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
        seasons: Sequence[int] | None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> TVDetails[Any]:
        """Give one series.

        Args:
            series_id: TMDB's id of the series.
            append: What else to give along with it: `TVAppend.CREDITS | TVAppend.VIDEOS`, or a list of names. Each
                becomes an attribute of the series (`series.credits`). More than 20, seasons counted, take more than one
                request.
            seasons: The numbers of seasons to give along with it, each with its episodes (`series.season(1)`).
            start_date: The first day of appended changes.
            end_date: The last day of appended changes, at most 14 days after the first.
            page: The page of appended lists; the first by default.
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            include_video_language: The languages of appended videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(series)` tells which came from where.
            session_id: The session of the user whose states are appended.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The series, with exactly the blocks and seasons that were asked for.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, a season's number is negative, or `languages` is no list of
                languages.

        https://developer.themoviedb.org/reference/tv-series-details
        """
        blocks = append_seasons(append_text(append, api.tv.details.operation), seasons)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._calls.call(
            api.tv.details,
            series_id,
            append_to_response=choice.blocks,
            start_date=start_date,
            end_date=end_date,
            page=page,
            include_image_language=choice.images,
            include_video_language=include_text(include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return choice.fill(details)

    async def account_states(
        self, series_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> AccountStates:
        """Give the user's own rating of a series, and whether it is a favourite or on the watchlist.

        Args:
            series_id: TMDB's id of the series.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The states; a guest has a rating only.

        Raises:
            NotFoundError: There is no such series.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-account-states
        """
        return await self._calls.call(
            api.tv.account_states, series_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def aggregate_credits(self, series_id: int, *, language: str | None = None) -> AggregateCredits:
        """List the cast and crew of all episodes of a series.

        Args:
            series_id: TMDB's id of the series.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Everybody once, with all roles and jobs and the episodes in each.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-aggregate-credits
        """
        return await self._calls.call(api.tv.aggregate_credits, series_id, language=language)

    def airing_today(
        self, *, timezone: str | None = None, language: str | None = None
    ) -> AsyncPager[TVShow, TVShowPage]:
        """List the series with an episode today.

        Args:
            timezone: The time zone that tells when a day begins, as in `America/Sao_Paulo`.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-airing-today-list
        """
        return self._calls.paginate(api.tv.airing_today, timezone=timezone, language=language).items()

    async def alternative_titles(self, series_id: int) -> TVAlternativeTitles:
        """List the other names of a series.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The names, each with its country.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-alternative-titles
        """
        return await self._calls.call(api.tv.alternative_titles, series_id)

    async def changes(
        self, series_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> Changes:
        """Give what was edited in a series' record.

        Args:
            series_id: TMDB's id of the series.
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.
            page: The page of the edits, from 1, of at most 14 days; TMDB does not say how many there are.

        Returns:
            The edits, by field; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The last day comes before the first, or a page of more than 14 days was asked for.

        https://developer.themoviedb.org/reference/tv-series-changes
        """
        return await changes_over(
            self._calls,
            lambda first, last: api.tv.changes.request(series_id, start_date=first, end_date=last, page=page),
            start_date,
            end_date,
            page,
        )

    async def content_ratings(self, series_id: int) -> ContentRatings:
        """List the age ratings of a series.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The ratings, by country.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-content-ratings
        """
        return await self._calls.call(api.tv.content_ratings, series_id)

    async def credits(self, series_id: int, *, language: str | None = None) -> TVCredits:
        """List the cast and crew of a series' newest season.

        Args:
            series_id: TMDB's id of the series.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Cast and crew; `aggregate_credits` has those of all seasons.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-credits
        """
        return await self._calls.call(api.tv.credits, series_id, language=language)

    async def delete_rating(
        self, series_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> StatusResponse:
        """Take back the rating of a series.

        Args:
            series_id: TMDB's id of the series.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: There is no such series.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-delete-rating
        """
        return await self._calls.call(
            api.tv.delete_rating, series_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def external_ids(self, series_id: int) -> TVExternalIds:
        """Give the ids of a series on other sites.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-external-ids
        """
        return await self._calls.call(api.tv.external_ids, series_id)

    async def images(
        self, series_id: int, *, include_image_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> TVImages:
        """List the posters, backdrops and logos of a series.

        Args:
            series_id: TMDB's id of the series.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The images, by kind.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-images
        """
        return await self._calls.call(
            api.tv.images, series_id, include_image_language=include_text(include_image_language), language=language
        )

    async def keywords(self, series_id: int) -> TVKeywords:
        """List the keywords of a series.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The keywords.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-keywords
        """
        return await self._calls.call(api.tv.keywords, series_id)

    async def latest(self) -> TVDetails:
        """Give the series that was added last.

        Returns:
            The series; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/tv-series-latest-id
        """
        return await self._calls.call(api.tv.latest)

    def lists(self, series_id: int, *, language: str | None = None) -> AsyncPager[UserList, UserListPage]:
        """List the lists of users that a series is on.

        Args:
            series_id: TMDB's id of the series.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The lists, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/lists-copy
        """
        return self._calls.paginate(api.tv.lists, series_id, language=language).items()

    def on_the_air(self, *, timezone: str | None = None, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List the series with an episode in the next seven days.

        Args:
            timezone: The time zone that tells when a day begins, as in `America/Sao_Paulo`.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-on-the-air-list
        """
        return self._calls.paginate(api.tv.on_the_air, timezone=timezone, language=language).items()

    def popular(self, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List the series that are popular today.

        Args:
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, the most popular first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-popular-list
        """
        return self._calls.paginate(api.tv.popular, language=language).items()

    async def rate(
        self, series_id: int, value: float, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> StatusResponse:
        """Rate a series, or change the rating.

        Args:
            series_id: TMDB's id of the series.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it was stored.

        Raises:
            NotFoundError: There is no such series.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The value is none of those; nothing was sent.

        https://developer.themoviedb.org/reference/tv-series-add-rating
        """
        return await self._calls.call(
            api.tv.rate,
            series_id,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def recommendations(self, series_id: int, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List series for somebody who liked this one.

        Args:
            series_id: TMDB's id of the series.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-recommendations
        """
        return self._calls.paginate(api.tv.recommendations, series_id, language=language).items()

    def reviews(self, series_id: int, *, language: str | None = None) -> AsyncPager[Review, ReviewPage]:
        """List what users wrote about a series.

        Args:
            series_id: TMDB's id of the series.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The reviews, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-reviews
        """
        return self._calls.paginate(api.tv.reviews, series_id, language=language).items()

    async def screened_theatrically(self, series_id: int) -> ScreenedTheatrically:
        """List the episodes of a series that were shown in cinemas.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            Their numbers and seasons.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-screened-theatrically
        """
        return await self._calls.call(api.tv.screened_theatrically, series_id)

    def similar(self, series_id: int, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List series with like genres and keywords.

        Args:
            series_id: TMDB's id of the series.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-similar
        """
        return self._calls.paginate(api.tv.similar, series_id, language=language).items()

    def top_rated(self, *, language: str | None = None) -> AsyncPager[TVShow, TVShowPage]:
        """List the series that are rated best.

        Args:
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, the best first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/tv-series-top-rated-list
        """
        return self._calls.paginate(api.tv.top_rated, language=language).items()

    async def translations(self, series_id: int) -> TVTranslations:
        """Give a series' name, tagline and overview in all languages.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-translations
        """
        return await self._calls.call(api.tv.translations, series_id)

    async def videos(
        self, series_id: int, *, include_video_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> Videos:
        """List the trailers, teasers and clips of a series.

        Args:
            series_id: TMDB's id of the series.
            include_video_language: The languages of videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The videos; TMDB tells the sites that they are on.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-videos
        """
        return await self._calls.call(
            api.tv.videos, series_id, include_video_language=include_text(include_video_language), language=language
        )

    async def watch_providers(self, series_id: int) -> WatchProviders:
        """Tell where a series can be streamed, rented or bought.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The offers, by country. They are JustWatch's, who has to be named as their source.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-watch-providers
        """
        return await self._calls.call(api.tv.watch_providers, series_id)
