# Made from tmdb_facade/_async/resources/find.py by `make sync`: edit that file, never this one.
"""What carries an id from another site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.request.validation import external_text
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade.models import ExternalSource, FindResults


class FindResource(Resource):
    """What carries an id from another site: `tmdb.find`."""

    def by_id(
        self, external_id: str | int, *, external_source: ExternalSource, language: str | None = None
    ) -> FindResults:
        """Find what has an id on another site.

        Args:
            external_id: The id, as that site writes it; the id alone and not a URL. Blanks around it do not count.
            external_source: The site, as in `imdb_id` or `youtube_id`.
            language: The language of titles, names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            Films, series, seasons, episodes and people, a list of each; what is unknown to TMDB leaves all of them
            empty, and more than one can hold something.

        Raises:
            TMDBError: TMDB gave no answer, or an error.
            ValueError: The id cannot be one, or TMDB does not know the site; nothing was sent.

        https://developer.themoviedb.org/reference/find-by-id
        """
        return self._requester.call(
            api.find.by_id, external_text(external_id), external_source=external_source, language=language
        )

    def imdb(self, imdb_id: str, *, language: str | None = None) -> FindResults:
        """Find what has an id on IMDb: a film, a series, an episode or a person.

        Args:
            imdb_id: As in `tt0137523` or `nm0000093`.
            language: The language of titles, names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            Films, series, seasons, episodes and people, a list of each.

        Raises:
            TMDBError: TMDB gave no answer, or an error.
            ValueError: The id cannot be part of a path.

        https://developer.themoviedb.org/reference/find-by-id
        """
        return self.by_id(imdb_id, external_source="imdb_id", language=language)

    def tvdb(self, tvdb_id: int | str, *, language: str | None = None) -> FindResults:
        """Find what has an id on TheTVDB: a series, a season or an episode.

        Args:
            tvdb_id: A number, as in `121361`. TheTVDB numbers each kind by itself, so several can have the same one.
            language: The language of titles, names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            Films, series, seasons, episodes and people, a list of each.

        Raises:
            TMDBError: TMDB gave no answer, or an error.
            ValueError: The id cannot be part of a path.

        https://developer.themoviedb.org/reference/find-by-id
        """
        return self.by_id(tvdb_id, external_source="tvdb_id", language=language)
