# Made from tmdb_facade/_async/resources/people.py by `make sync`: edit that file, never this one.
"""People."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.details import PersonDetailsResource
from tmdb_facade._sync.resources.person_metadata import PersonMetadataResource


class PeopleResource(PersonDetailsResource, PersonMetadataResource):
    """People: `tmdb.people`."""

    _path = "people"

    def latest(self) -> models.PersonDetails:
        """Get the most recently added person.

        Returns:
            The person; many fields are often empty.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/person-latest-id
        """
        return self._requester.call(api.people.latest)

    def popular(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> Pager[models.Person, models.PersonPage]:
        """List popular people.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The people, most popular first, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/person-popular-list
        """
        return self._paginate(api.people.popular, language=language).localized(language, languages).items()
