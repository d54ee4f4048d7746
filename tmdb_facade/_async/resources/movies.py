"""Films."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.movie_lists import AsyncMovieListsResource
from tmdb_facade._async.resources.movie_metadata import AsyncMovieMetadataResource
from tmdb_facade._async.resources.movie_ratings import AsyncMovieRatingsResource
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_text
from tmdb_facade._core.request.comma_lists import include_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings.append import MovieBlock
    from tmdb_bindings.runtime import Append
    from tmdb_facade.models import MovieDetails

K = TypeVar("K", bound="MovieBlock")


class AsyncMoviesResource(AsyncMovieMetadataResource, AsyncMovieListsResource, AsyncMovieRatingsResource):
    """Films: `tmdb.movies`."""

    @overload
    async def details(
        self,
        movie_id: int | str,
        *,
        append: None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails: ...
    @overload
    async def details(
        self,
        movie_id: int | str,
        *,
        append: Append[K],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[K]: ...
    @overload
    async def details(
        self,
        movie_id: int | str,
        *,
        append: list[str],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[Any]: ...
    async def details(
        self,
        movie_id: int | str,
        *,
        append: Append[Any] | list[str] | None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[Any]:
        """Give one film.

        Args:
            movie_id: TMDB's id of the film, or its IMDb id (`tt0137523`).
            append: What else to give along with it: `MovieAppend.CREDITS | MovieAppend.VIDEOS`, or a list of names.
                Each becomes an attribute of the film (`film.credits`). More than 20 take more than one request.
            start_date: The first day of appended changes.
            end_date: The last day of appended changes, at most 14 days after the first.
            page: The page of appended lists; the first by default.
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            include_video_language: The languages of appended videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(film)` tells which came from where.
            session_id: The session of the user whose states are appended.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The film, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, or `languages` is no list of languages.

        https://developer.themoviedb.org/reference/movie-details
        """
        blocks = append_text(append, api.movies.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.movies.details,
            movie_id,
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

    async def latest(self) -> MovieDetails:
        """Give the film that was added last.

        Returns:
            The film; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/movie-latest-id
        """
        return await self._requester.call(api.movies.latest)
