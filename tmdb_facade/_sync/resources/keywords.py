# Made from tmdb_facade/_async/resources/keywords.py by `make sync`: edit that file, never this one.
"""Keywords of films and series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import Keyword, KeywordMoviePage, Movie


class KeywordsResource(Resource):
    """Keywords of films and series: `tmdb.keywords`."""

    def details(self, keyword_id: int) -> Keyword:
        """Give one keyword.

        Args:
            keyword_id: TMDB's id of the keyword.

        Returns:
            The keyword: its id and name.

        Raises:
            NotFoundError: There is no such keyword.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/keyword-details
        """
        return self._requester.call(api.keywords.details, keyword_id)

    def movies(
        self, keyword_id: int, *, include_adult: bool | None = None, language: str | None = None
    ) -> Pager[Movie, KeywordMoviePage]:
        """List the films that carry a keyword.

        Args:
            keyword_id: TMDB's id of the keyword.
            include_adult: Also adult films; TMDB leaves them out by default.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            NotFoundError: There is no such keyword.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/keyword-movies
        """
        return self._paginate(api.keywords.movies, keyword_id, include_adult=include_adult, language=language).items()
