"""People."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.person_metadata import AsyncPersonMetadataResource
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings.append import PersonBlock
    from tmdb_bindings.runtime import Append
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import Person, PersonDetails, PersonPage

K = TypeVar("K", bound="PersonBlock")


class AsyncPeopleResource(AsyncPersonMetadataResource):
    """People: `tmdb.people`."""

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
        append: Append[K],
        start_date: date | None = None,
        end_date: date | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> PersonDetails[K]: ...
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
        details = await self._requester.call(
            api.people.details,
            person_id,
            append_to_response=choice.blocks,
            start_date=start_date,
            end_date=end_date,
            language=choice.language,
        )
        return self._localize(details, choice)

    async def latest(self) -> PersonDetails:
        """Give the person who was added last.

        Returns:
            The person; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/person-latest-id
        """
        return await self._requester.call(api.people.latest)

    def popular(self, *, language: str | None = None) -> AsyncPager[Person, PersonPage]:
        """List the people who are popular today.

        Args:
            language: The language of what they are known for, as in `pt-BR`; the client's by default.

        Returns:
            The people, the most popular first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/person-popular-list
        """
        return self._paginate(api.people.popular, language=language).items()
