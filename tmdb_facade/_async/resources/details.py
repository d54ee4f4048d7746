# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The `details` methods of the namespaces, with an overload for each way to append blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_seasons, append_text
from tmdb_facade._core.request.comma_lists import languages_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings.append import (
        CollectionBlock,
        CompanyBlock,
        EpisodeBlock,
        MovieBlock,
        PersonBlock,
        SeasonBlock,
        TVBlock,
        TVHasSeason,
    )
    from tmdb_bindings.runtime import Append
    from tmdb_facade.models import (
        CollectionDetails,
        CompanyDetails,
        EpisodeDetails,
        MovieDetails,
        PersonDetails,
        SeasonDetails,
        TVDetails,
    )

CollectionBlocks = TypeVar("CollectionBlocks", bound="CollectionBlock")
CompanyBlocks = TypeVar("CompanyBlocks", bound="CompanyBlock")
EpisodeBlocks = TypeVar("EpisodeBlocks", bound="EpisodeBlock")
MovieBlocks = TypeVar("MovieBlocks", bound="MovieBlock")
PersonBlocks = TypeVar("PersonBlocks", bound="PersonBlock")
SeasonBlocks = TypeVar("SeasonBlocks", bound="SeasonBlock")
TVBlocks = TypeVar("TVBlocks", bound="TVBlock")


class AsyncCollectionDetailsResource(AsyncResource):
    """The details of a collection."""

    @overload
    async def details(
        self,
        collection_id: int,
        *,
        append: None = None,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails: ...
    @overload
    async def details(
        self,
        collection_id: int,
        *,
        append: Append[CollectionBlocks],
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails[CollectionBlocks]: ...
    @overload
    async def details(
        self,
        collection_id: int,
        *,
        append: list[str],
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails[Any]: ...
    async def details(
        self,
        collection_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails[Any]:
        """Get the details of a collection.

        Args:
            collection_id: TMDB's id of the collection.
            append: Blocks to append: `CollectionAppend.IMAGES | CollectionAppend.TRANSLATIONS`, or a list of their
                names. Each becomes an attribute, as in `collection.images`. More than 20 blocks take more than one
                request.
            include_image_language: Languages of appended images, such as `["pt", None]`; `None` stands for images
                without text.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A
                text that is missing in one language is taken from the next, and so are appended images.
                `localization()` returns the language of each text.

        Returns:
            The collection, with exactly the requested blocks.

        Raises:
            NotFoundError: No collection has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

        https://developer.themoviedb.org/reference/collection-details
        """
        blocks = append_text(append, api.collections.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.collections.details,
            collection_id,
            append_to_response=choice.blocks,
            include_image_language=choice.images,
            language=choice.language,
        )
        return self._localize(details, choice)


class AsyncCompanyDetailsResource(AsyncResource):
    """The details of a company."""

    @overload
    async def details(
        self,
        company_id: int,
        *,
        append: None = None,
    ) -> CompanyDetails: ...
    @overload
    async def details(
        self,
        company_id: int,
        *,
        append: Append[CompanyBlocks],
    ) -> CompanyDetails[CompanyBlocks]: ...
    @overload
    async def details(
        self,
        company_id: int,
        *,
        append: list[str],
    ) -> CompanyDetails[Any]: ...
    async def details(
        self,
        company_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
    ) -> CompanyDetails[Any]:
        """Get the details of a company.

        Args:
            company_id: TMDB's id of the company.
            append: Blocks to append: `CompanyAppend.IMAGES | CompanyAppend.MOVIES`, or a list of their names. Each
                becomes an attribute, as in `company.images`. More than 20 blocks take more than one request.

        Returns:
            The company, with exactly the requested blocks.

        Raises:
            NotFoundError: No company has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

        https://developer.themoviedb.org/reference/company-details
        """
        blocks = append_text(append, api.companies.details.operation)
        return await self._requester.call(
            api.companies.details,
            company_id,
            append_to_response=blocks,
        )


class AsyncMovieDetailsResource(AsyncResource):
    """The details of a movie."""

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
        append: Append[MovieBlocks],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[MovieBlocks]: ...
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
        """Get the details of a movie.

        Args:
            movie_id: TMDB's id of the movie, or its IMDb id such as `tt0137523`.
            append: Blocks to append: `MovieAppend.CREDITS | MovieAppend.VIDEOS`, or a list of their names. Each becomes
                an attribute, as in `movie.credits`. More than 20 blocks take more than one request.
            start_date: First day of appended changes.
            end_date: Last day of appended changes, at most 14 days after the first.
            page: Page of appended lists. Defaults to the first.
            include_image_language: Languages of appended images, such as `["pt", None]`; `None` stands for images
                without text.
            include_video_language: Languages of appended videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A
                text that is missing in one language is taken from the next, and so are appended images.
                `localization()` returns the language of each text.
            session_id: Session of the user whose account states are appended. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's.

        Returns:
            The movie, with exactly the requested blocks.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

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
            include_video_language=languages_text("include_video_language", include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return self._localize(details, choice)


class AsyncPersonDetailsResource(AsyncResource):
    """The details of a person."""

    @overload
    async def details(
        self,
        person_id: int,
        *,
        append: None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails: ...
    @overload
    async def details(
        self,
        person_id: int,
        *,
        append: Append[PersonBlocks],
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[PersonBlocks]: ...
    @overload
    async def details(
        self,
        person_id: int,
        *,
        append: list[str],
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[Any]: ...
    async def details(
        self,
        person_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[Any]:
        """Get the details of a person.

        Args:
            person_id: TMDB's id of the person.
            append: Blocks to append: `PersonAppend.MOVIE_CREDITS | PersonAppend.IMAGES`, or a list of their names. Each
                becomes an attribute, as in `person.movie_credits`. More than 20 blocks take more than one request.
            start_date: First day of appended changes.
            end_date: Last day of appended changes, at most 14 days after the first.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A
                text that is missing in one language is taken from the next, and so are appended images.
                `localization()` returns the language of each text.

        Returns:
            The person, with exactly the requested blocks.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

        https://developer.themoviedb.org/reference/person-details
        """
        blocks = append_text(append, api.people.details.operation)
        choice = choose_languages(languages, language, blocks)
        details = await self._requester.call(
            api.people.details,
            person_id,
            append_to_response=choice.blocks,
            start_date=start_date,
            end_date=end_date,
            language=choice.language,
        )
        return self._localize(details, choice)


class AsyncTVDetailsResource(AsyncResource):
    """The details of a TV series."""

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
        append: Append[TVBlocks],
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
    ) -> TVDetails[TVBlocks]: ...
    @overload
    async def details(
        self,
        series_id: int,
        *,
        append: Append[TVBlocks],
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
    ) -> TVDetails[TVBlocks | TVHasSeason]: ...
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
        """Get the details of a TV series.

        Args:
            series_id: TMDB's id of the TV series.
            append: Blocks to append: `TVAppend.CREDITS | TVAppend.VIDEOS`, or a list of their names. Each becomes an
                attribute, as in `series.credits`. More than 20 blocks take more than one request.
            seasons: Numbers of the seasons to append with their episodes, as in `series.season(1)`.
            start_date: First day of appended changes.
            end_date: Last day of appended changes, at most 14 days after the first.
            page: Page of appended lists. Defaults to the first.
            include_image_language: Languages of appended images, such as `["pt", None]`; `None` stands for images
                without text.
            include_video_language: Languages of appended videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A
                text that is missing in one language is taken from the next, and so are appended images.
                `localization()` returns the language of each text.
            session_id: Session of the user whose account states are appended. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's.

        Returns:
            The TV series, with exactly the requested blocks.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

        https://developer.themoviedb.org/reference/tv-series-details
        """
        blocks = append_text(append, api.tv.details.operation)
        blocks = append_seasons(blocks, seasons)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.tv.details,
            series_id,
            append_to_response=choice.blocks,
            start_date=start_date,
            end_date=end_date,
            page=page,
            include_image_language=choice.images,
            include_video_language=languages_text("include_video_language", include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return self._localize(details, choice)


class AsyncSeasonDetailsResource(AsyncResource):
    """The details of a season."""

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
        append: Append[SeasonBlocks],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> SeasonDetails[SeasonBlocks]: ...
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
        """Get the details of a season.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            append: Blocks to append: `SeasonAppend.CREDITS | SeasonAppend.VIDEOS`, or a list of their names. Each
                becomes an attribute, as in `season.credits`. More than 20 blocks take more than one request.
            include_image_language: Languages of appended images, such as `["pt", None]`; `None` stands for images
                without text.
            include_video_language: Languages of appended videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A
                text that is missing in one language is taken from the next, and so are appended images.
                `localization()` returns the language of each text.
            session_id: Session of the user whose account states are appended. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's.

        Returns:
            The season, with exactly the requested blocks.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

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
            include_video_language=languages_text("include_video_language", include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return self._localize(details, choice)


class AsyncEpisodeDetailsResource(AsyncResource):
    """The details of an episode."""

    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails: ...
    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: Append[EpisodeBlocks],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails[EpisodeBlocks]: ...
    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: list[str],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails[Any]: ...
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: Append[Any] | list[str] | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails[Any]:
        """Get the details of an episode.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            append: Blocks to append: `EpisodeAppend.CREDITS | EpisodeAppend.VIDEOS`, or a list of their names. Each
                becomes an attribute, as in `episode.credits`. More than 20 blocks take more than one request.
            include_image_language: Languages of appended images, such as `["pt", None]`; `None` stands for images
                without text.
            include_video_language: Languages of appended videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A
                text that is missing in one language is taken from the next, and so are appended images.
                `localization()` returns the language of each text.
            session_id: Session of the user whose account states are appended. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's.

        Returns:
            The episode, with exactly the requested blocks.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: An argument is invalid, such as a block that this answer cannot have.

        https://developer.themoviedb.org/reference/tv-episode-details
        """
        blocks = append_text(append, api.tv_episodes.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.tv_episodes.details,
            series_id,
            season_number,
            episode_number,
            append_to_response=choice.blocks,
            include_image_language=choice.images,
            include_video_language=languages_text("include_video_language", include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return self._localize(details, choice)
