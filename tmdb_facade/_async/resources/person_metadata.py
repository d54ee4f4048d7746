"""The data of a person that `details` can append."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.date_windows import changes_in_date_windows
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource


class AsyncPersonMetadataResource(AsyncResource):
    """The methods of `tmdb.people` for one part of a person's data; `details` can append each of them."""

    async def changes(
        self, person_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> models.Changes:
        """List the changes of a person's record.

        Args:
            person_id: TMDB's id of the person.
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.
            page: Number of the page, from 1; only for a range of at most 14 days. TMDB does not return the number of
                pages.

        Returns:
            The changes by field, of the last 24 hours by default. TMDB serves at most 14 days at a time: a longer range
            is requested in several parts.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `end_date` is before `start_date`, or `page` is passed for more than 14 days.

        https://developer.themoviedb.org/reference/person-changes
        """
        return await changes_in_date_windows(self._requester, api.people.changes, person_id, start_date, end_date, page)

    async def combined_credits(
        self, person_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.PersonCombinedCredits:
        """Get a person's credits in movies and TV series.

        Args:
            person_id: TMDB's id of the person.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The cast and crew credits; `media_type` determines the class of an entry.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/person-combined-credits
        """
        return await self._call_localized(
            language, languages, api.people.combined_credits, person_id, language=language
        )

    async def external_ids(self, person_id: int) -> models.PersonExternalIds:
        """Get a person's ids on other sites.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The ids; unknown ones are `None`.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/person-external-ids
        """
        return await self._requester.call(api.people.external_ids, person_id)

    async def images(self, person_id: int) -> models.PersonImages:
        """List a person's profile images.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The images.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/person-images
        """
        return await self._requester.call(api.people.images, person_id)

    async def movie_credits(
        self, person_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.PersonMovieCredits:
        """Get a person's credits in movies.

        Args:
            person_id: TMDB's id of the person.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The cast and crew credits.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/person-movie-credits
        """
        return await self._call_localized(language, languages, api.people.movie_credits, person_id, language=language)

    def tagged_images(self, person_id: int) -> AsyncPager[models.TaggedImage, models.TaggedImagePage]:
        """List the images of movies and TV series in which a person is tagged.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            A single page of images: TMDB returns the same page for every page number.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/person-tagged-images
        """
        return self._paginate(api.people.tagged_images, person_id).items()

    async def translations(self, person_id: int) -> models.PersonTranslations:
        """List a person's translations.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The biography in each language.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/translations
        """
        return await self._requester.call(api.people.translations, person_id)

    async def tv_credits(
        self, person_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.PersonTVCredits:
        """Get a person's credits in TV series.

        Args:
            person_id: TMDB's id of the person.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The cast and crew credits.

        Raises:
            NotFoundError: No person has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/person-tv-credits
        """
        return await self._call_localized(language, languages, api.people.tv_credits, person_id, language=language)
