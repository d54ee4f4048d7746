# Made from tmdb_facade/_async/resources/people.py by `make sync`: edit that file, never this one.
"""People."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._core.append import append_text
from tmdb_facade._core.languages import choose_languages
from tmdb_facade._sync.resources.base import Resource
from tmdb_facade._sync.spans import changes_over

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings._runtime import Append
    from tmdb_bindings.append import PersonBlock
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import (
        Changes,
        Person,
        PersonCombinedCredits,
        PersonDetails,
        PersonExternalIds,
        PersonImages,
        PersonMovieCredits,
        PersonPage,
        PersonTranslations,
        PersonTVCredits,
        TaggedImage,
        TaggedImagePage,
    )

K = TypeVar("K", bound="PersonBlock")


class PeopleResource(Resource):
    """People: `tmdb.people`."""

    @overload
    def details(
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
    def details(
        self,
        person_id: int,
        *,
        append: Append[K],
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[K]: ...
    @overload
    def details(
        self,
        person_id: int,
        *,
        append: list[str],
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[Any]: ...
    def details(
        self,
        person_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[Any]:
        """Give one person.

        Args:
            person_id: TMDB's id of the person.
            append: What else to give along with it: `PersonAppend.MOVIE_CREDITS | PersonAppend.IMAGES`, or a list of
                names. Each becomes an attribute of the person (`person.images`).
            start_date: The first day of appended changes.
            end_date: The last day of appended changes, at most 14 days after the first.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(person)` tells which came from where.

        Returns:
            The person, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such person.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, or `languages` is no list of languages.

        https://developer.themoviedb.org/reference/person-details
        """
        blocks = append_text(append, api.people.details.operation)
        choice = choose_languages(languages, language, blocks)
        details = self._calls.call(
            api.people.details,
            person_id,
            append_to_response=choice.blocks,
            start_date=start_date,
            end_date=end_date,
            language=choice.language,
        )
        return choice.fill(details)

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
        return changes_over(
            self._calls,
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
        return self._calls.call(api.people.combined_credits, person_id, language=language)

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
        return self._calls.call(api.people.external_ids, person_id)

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
        return self._calls.call(api.people.images, person_id)

    def latest(self) -> PersonDetails:
        """Give the person who was added last.

        Returns:
            The person; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/person-latest-id
        """
        return self._calls.call(api.people.latest)

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
        return self._calls.call(api.people.movie_credits, person_id, language=language)

    def popular(self, *, language: str | None = None) -> Pager[Person, PersonPage]:
        """List the people who are popular today.

        Args:
            language: The language of what they are known for, as in `pt-BR`; the client's by default.

        Returns:
            The people, the most popular first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/person-popular-list
        """
        return self._calls.paginate(api.people.popular, language=language).items()

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
        return self._calls.paginate(api.people.tagged_images, person_id).items()

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
        return self._calls.call(api.people.translations, person_id)

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
        return self._calls.call(api.people.tv_credits, person_id, language=language)
