"""Seasons of series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.tv_season_metadata import AsyncTVSeasonMetadataResource
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_text
from tmdb_facade._core.request.comma_lists import include_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_bindings.append import SeasonBlock
    from tmdb_bindings.runtime import Append
    from tmdb_facade.models import SeasonAccountStates, SeasonDetails

K = TypeVar("K", bound="SeasonBlock")


class AsyncTVSeasonsResource(AsyncTVSeasonMetadataResource):
    """Seasons of series: `tmdb.tv.seasons`."""

    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        *,
        append: None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> SeasonDetails: ...
    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        *,
        append: Append[K],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> SeasonDetails[K]: ...
    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        *,
        append: list[str],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> SeasonDetails[Any]: ...
    async def details(
        self,
        series_id: int,
        season_number: int,
        *,
        append: Append[Any] | list[str] | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> SeasonDetails[Any]:
        """Give one season, with its episodes.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            append: What else to give along with it: `SeasonAppend.CREDITS | SeasonAppend.VIDEOS`, or a list of names.
                Each becomes an attribute of the season (`season.credits`).
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            include_video_language: The languages of appended videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(season)` tells which came from where.
            session_id: The session of the user whose states are appended.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The season, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, or `languages` is no list of languages.

        https://developer.themoviedb.org/reference/tv-season-details
        """
        blocks = append_text(append, api.tv_seasons.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.tv_seasons.details,
            series_id,
            season_number,
            append_to_response=choice.blocks,
            include_image_language=choice.images,
            include_video_language=include_text(include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return self._localize(details, choice)

    async def account_states(
        self, series_id: int, season_number: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> SeasonAccountStates:
        """List the user's own ratings of the episodes of a season.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            For each episode whether and how it was rated.

        Raises:
            NotFoundError: There is no such season.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-account-states
        """
        return await self._requester.call(
            api.tv_seasons.account_states,
            series_id,
            season_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
