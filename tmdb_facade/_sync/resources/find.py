# Made from tmdb_facade/_async/resources/find.py by `make sync`: edit that file, never this one.
"""Lookup by an external id."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.external_ids import check_external_id
from tmdb_facade._sync.resources.base import Resource


class FindResource(Resource):
    """Lookup by an external id: `tmdb.find`."""

    _path = "find"

    def by_id(
        self,
        external_id: str | int,
        *,
        external_source: models.ExternalSource,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> models.FindResults:
        """Find movies, TV series, seasons, episodes and people by an id on another site.

        Args:
            external_id: The id as the site writes it, not a URL. Surrounding whitespace is ignored, and an id of IMDb
                that is only a number is a title's: `137523` is `tt0137523`.
            external_source: The site, such as `imdb_id` or `youtube_id`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The results, one list per kind. All are empty if TMDB does not know the id, and more than one may have
            entries.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The id is empty or negative, is not one of IMDb, or TMDB does not know the site.

        https://developer.themoviedb.org/reference/find-by-id
        """
        return self._call_localized(
            language,
            languages,
            api.find.by_id,
            check_external_id("external_id", external_id, external_source),
            external_source=external_source,
            language=language,
        )

    def imdb(
        self, imdb_id: str | int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.FindResults:
        """Find a movie, TV series, episode or person by its IMDb id.

        Args:
            imdb_id: IMDb id, such as `tt0137523` or `nm0000093`, with or without surrounding whitespace. A number without
                letters is a title's: `137523` is `tt0137523`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The results, one list per kind.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The id is neither two letters and a number nor a number.

        https://developer.themoviedb.org/reference/find-by-id
        """
        text = check_external_id("imdb_id", imdb_id, "imdb_id")
        return self.by_id(text, external_source="imdb_id", language=language, languages=languages)

    def tvdb(
        self, tvdb_id: int | str, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.FindResults:
        """Find a TV series, season or episode by its TheTVDB id.

        Args:
            tvdb_id: TheTVDB id, such as `121361`. TheTVDB numbers each kind separately, so several may share a number.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The results, one list per kind.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The id is not valid in a URL path.

        https://developer.themoviedb.org/reference/find-by-id
        """
        text = check_external_id("tvdb_id", tvdb_id, "tvdb_id")
        return self.by_id(text, external_source="tvdb_id", language=language, languages=languages)
