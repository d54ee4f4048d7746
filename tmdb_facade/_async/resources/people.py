"""People."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.details import AsyncPersonDetailsResource
from tmdb_facade._async.resources.person_metadata import AsyncPersonMetadataResource

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import Person, PersonDetails, PersonPage


class AsyncPeopleResource(AsyncPersonDetailsResource, AsyncPersonMetadataResource):
    """People: `tmdb.people`."""

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
