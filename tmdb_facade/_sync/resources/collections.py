# Made from tmdb_facade/_async/resources/collections.py by `make sync`: edit that file, never this one.
"""Collections: films that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.request.comma_lists import include_text
from tmdb_facade._sync.resources.details import CollectionDetailsResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_facade.models import CollectionImages, CollectionTranslations


class CollectionsResource(CollectionDetailsResource):
    """Collections: films that belong together; `tmdb.collections`."""

    def images(
        self,
        collection_id: int,
        *,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> CollectionImages:
        """List the posters and backdrops of a collection.

        Args:
            collection_id: TMDB's id of the collection.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The images, by kind.

        Raises:
            NotFoundError: There is no such collection.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/collection-images
        """
        return self._requester.call(
            api.collections.images,
            collection_id,
            include_image_language=include_text(include_image_language),
            language=language,
        )

    def translations(self, collection_id: int) -> CollectionTranslations:
        """Give a collection's title and overview in all languages.

        Args:
            collection_id: TMDB's id of the collection.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such collection.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/collection-translations
        """
        return self._requester.call(api.collections.translations, collection_id)
