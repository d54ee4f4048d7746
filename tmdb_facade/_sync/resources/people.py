# Made from tmdb_facade/_async/resources/people.py by `make sync`: edit that file, never this one.
"""People."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.details import PersonDetailsResource
from tmdb_facade._sync.resources.person_metadata import PersonMetadataResource

if TYPE_CHECKING:
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import Person, PersonDetails, PersonPage


class PeopleResource(PersonDetailsResource, PersonMetadataResource):
    """People: `tmdb.people`."""

    def latest(self) -> PersonDetails:
        """Give the person who was added last.

        Returns:
            The person; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/person-latest-id
        """
        return self._requester.call(api.people.latest)

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
        return self._paginate(api.people.popular, language=language).items()
