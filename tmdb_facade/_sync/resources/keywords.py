# Made from tmdb_facade/_async/resources/keywords.py by `make sync`: edit that file, never this one.
"""Keywords of movies and TV series."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource


class KeywordsResource(Resource):
    """Keywords of movies and TV series: `tmdb.keywords`."""

    _path = "keywords"

    def details(self, keyword_id: int) -> models.Keyword:
        """Get a keyword's details.

        Args:
            keyword_id: TMDB's id of the keyword.

        Returns:
            The keyword, with its id and name.

        Raises:
            NotFoundError: No keyword has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/keyword-details
        """
        return self._requester.call(api.keywords.details, keyword_id)

    def movies(
        self,
        keyword_id: int,
        *,
        include_adult: bool | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.Movie, models.KeywordMoviePage]:
        """List the movies with a keyword.

        Args:
            keyword_id: TMDB's id of the keyword.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, 20 per page.

        Raises:
            NotFoundError: No keyword has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/keyword-movies
        """
        return (
            self._paginate(api.keywords.movies, keyword_id, include_adult=include_adult, language=language)
            .localized(language, languages)
            .items()
        )
