# Made from tmdb_facade/_async/resources/collections.py by `make sync`: edit that file, never this one.
"""Collections: films that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._core.append import append_text
from tmdb_facade._core.include import include_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_bindings._runtime import Append
    from tmdb_bindings.append import CollectionBlock
    from tmdb_facade._sync.calls import Calls
    from tmdb_facade.models import CollectionDetails, CollectionImages, CollectionTranslations

K = TypeVar("K", bound="CollectionBlock")


class CollectionsResource:
    """Collections: films that belong together; `tmdb.collections`."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    @overload
    def details(
        self,
        collection_id: int,
        *,
        append: None = None,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> CollectionDetails: ...
    @overload
    def details(
        self,
        collection_id: int,
        *,
        append: Append[K],
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> CollectionDetails[K]: ...
    @overload
    def details(
        self,
        collection_id: int,
        *,
        append: list[str],
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> CollectionDetails[Any]: ...
    def details(
        self,
        collection_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> CollectionDetails[Any]:
        """Give one collection and its films.

        Args:
            collection_id: TMDB's id of the collection.
            append: What else to give along with it: `CollectionAppend.IMAGES | CollectionAppend.TRANSLATIONS`, or a
                list of names. Each becomes an attribute of the collection (`collection.images`).
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The collection, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such collection.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append.

        https://developer.themoviedb.org/reference/collection-details
        """
        return self._calls.call(
            api.collections.details,
            collection_id,
            append_to_response=append_text(append, api.collections.details.operation),
            include_image_language=include_text(include_image_language),
            language=language,
        )

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
        return self._calls.call(
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
        return self._calls.call(api.collections.translations, collection_id)
