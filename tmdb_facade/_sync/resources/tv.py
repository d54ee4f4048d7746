# Made from tmdb_facade/_async/resources/tv.py by `make sync`: edit that file, never this one.
"""Series."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_seasons, append_text
from tmdb_facade._core.request.comma_lists import include_text
from tmdb_facade._sync.resources.tv_lists import TVListsResource
from tmdb_facade._sync.resources.tv_metadata import TVMetadataResource
from tmdb_facade._sync.resources.tv_ratings import TVRatingsResource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings.append import TVBlock, TVHasSeason
    from tmdb_bindings.runtime import Append
    from tmdb_facade._sync.resources.tv_episode_groups import TVEpisodeGroupsResource
    from tmdb_facade._sync.resources.tv_episodes import TVEpisodesResource
    from tmdb_facade._sync.resources.tv_seasons import TVSeasonsResource
    from tmdb_facade.models import TVDetails

K = TypeVar("K", bound="TVBlock")


class TVResource(TVMetadataResource, TVListsResource, TVRatingsResource):
    """Series: `tmdb.tv`."""

    @cached_property
    def seasons(self) -> TVSeasonsResource:
        """The seasons of series."""
        from tmdb_facade._sync.resources.tv_seasons import TVSeasonsResource

        return TVSeasonsResource(self._requester)

    @cached_property
    def episodes(self) -> TVEpisodesResource:
        """The episodes of series."""
        from tmdb_facade._sync.resources.tv_episodes import TVEpisodesResource

        return TVEpisodesResource(self._requester)

    @cached_property
    def episode_groups(self) -> TVEpisodeGroupsResource:
        """Other orders of the episodes of series."""
        from tmdb_facade._sync.resources.tv_episode_groups import TVEpisodeGroupsResource

        return TVEpisodeGroupsResource(self._requester)

    @overload
    def details(
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
    def details(
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
    def details(
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
    def details(
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
    def details(
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
    def details(
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
        details = self._requester.call(
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
        return self._localize(details, choice)

    def latest(self) -> TVDetails:
        """Give the series that was added last.

        Returns:
            The series; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/tv-series-latest-id
        """
        return self._requester.call(api.tv.latest)
