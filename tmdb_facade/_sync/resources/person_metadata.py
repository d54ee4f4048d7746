# Made from tmdb_facade/_async/resources/person_metadata.py by `make sync`: edit that file, never this one.
"""What TMDB holds about one person beside their details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.date_windows import changes_in_date_windows
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from datetime import date

    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import (
        Changes,
        PersonCombinedCredits,
        PersonExternalIds,
        PersonImages,
        PersonMovieCredits,
        PersonTranslations,
        PersonTVCredits,
        TaggedImage,
        TaggedImagePage,
    )


class PersonMetadataResource(Resource):
    """The methods of `tmdb.people` that give one kind of a person's data; `details` can append each."""

    def changes(
        self, person_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> Changes:
        """Give what was edited in a person's record.

        Args:
            person_id: TMDB's id of the person.
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.
            page: The page of the edits, from 1, of at most 14 days; TMDB does not say how many there are.

        Returns:
            The edits, by field; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The last day comes before the first, or a page of more than 14 days was asked for.

        https://developer.themoviedb.org/reference/person-changes
        """
        return changes_in_date_windows(
            self._requester,
            lambda first, last: api.people.changes.request(person_id, start_date=first, end_date=last, page=page),
            start_date,
            end_date,
            page,
        )

    def combined_credits(self, person_id: int, *, language: str | None = None) -> PersonCombinedCredits:
        """List the films and series that a person took part in.

        Args:
            person_id: TMDB's id of the person.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Parts and jobs; each entry is of the class of its kind, told apart by `media_type`.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/person-combined-credits
        """
        return self._requester.call(api.people.combined_credits, person_id, language=language)

    def external_ids(self, person_id: int) -> PersonExternalIds:
        """Give the ids of a person on other sites.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/person-external-ids
        """
        return self._requester.call(api.people.external_ids, person_id)

    def images(self, person_id: int) -> PersonImages:
        """List the portraits of a person.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The portraits.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/person-images
        """
        return self._requester.call(api.people.images, person_id)

    def movie_credits(self, person_id: int, *, language: str | None = None) -> PersonMovieCredits:
        """List the films that a person took part in.

        Args:
            person_id: TMDB's id of the person.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Parts and jobs.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/person-movie-credits
        """
        return self._requester.call(api.people.movie_credits, person_id, language=language)

    def tagged_images(self, person_id: int) -> Pager[TaggedImage, TaggedImagePage]:
        """List images of films and series that a person is tagged in.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The images. There is one page of them: TMDB gives the same one whatever page is asked for.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/person-tagged-images
        """
        return self._paginate(api.people.tagged_images, person_id).items()

    def translations(self, person_id: int) -> PersonTranslations:
        """Give a person's biography in all languages.

        Args:
            person_id: TMDB's id of the person.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/translations
        """
        return self._requester.call(api.people.translations, person_id)

    def tv_credits(self, person_id: int, *, language: str | None = None) -> PersonTVCredits:
        """List the series that a person took part in.

        Args:
            person_id: TMDB's id of the person.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Parts and jobs.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/person-tv-credits
        """
        return self._requester.call(api.people.tv_credits, person_id, language=language)
