# Made from tmdb_facade/_async/resources/collections.py by `make sync`: edit that file, never this one.
"""Movie collections."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.comma_lists import languages_text
from tmdb_facade._sync.resources.details import CollectionDetailsResource


class CollectionsResource(CollectionDetailsResource):
    """Movie collections: `tmdb.collections`."""

    _path = "collections"

    def images(
        self,
        collection_id: int,
        *,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> models.CollectionImages:
        """List a collection's posters and backdrops.

        Args:
            collection_id: TMDB's id of the collection.
            include_image_language: Languages of images, such as `["pt", None]`; `None` stands for images without text.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The images by kind.

        Raises:
            NotFoundError: No collection has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/collection-images
        """
        return self._requester.call(
            api.collections.images,
            collection_id,
            include_image_language=languages_text("include_image_language", include_image_language),
            language=language,
        )

    def translations(self, collection_id: int) -> models.CollectionTranslations:
        """List a collection's translations.

        Args:
            collection_id: TMDB's id of the collection.

        Returns:
            The title and overview in each language.

        Raises:
            NotFoundError: No collection has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/collection-translations
        """
        return self._requester.call(api.collections.translations, collection_id)
