"""Collections: films that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_text
from tmdb_facade._core.request.comma_lists import include_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_bindings.append import CollectionBlock
    from tmdb_bindings.runtime import Append
    from tmdb_facade.models import CollectionDetails, CollectionImages, CollectionTranslations

K = TypeVar("K", bound="CollectionBlock")


class AsyncCollectionsResource(AsyncResource):
    """Collections: films that belong together; `tmdb.collections`."""

    @overload
    async def details(
        self,
        collection_id: int,
        *,
        append: None = None,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails: ...
    @overload
    async def details(
        self,
        collection_id: int,
        *,
        append: Append[K],
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails[K]: ...
    @overload
    async def details(
        self,
        collection_id: int,
        *,
        append: list[str],
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails[Any]: ...
    async def details(
        self,
        collection_id: int,
        *,
        append: Append[Any] | list[str] | None = None,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> CollectionDetails[Any]:
        """Give one collection and its films.

        Args:
            collection_id: TMDB's id of the collection.
            append: What else to give along with it: `CollectionAppend.IMAGES | CollectionAppend.TRANSLATIONS`, or a
                list of names. Each becomes an attribute of the collection (`collection.images`).
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(collection)` tells which came from where.

        Returns:
            The collection, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such collection.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, or `languages` is no list of languages.

        https://developer.themoviedb.org/reference/collection-details
        """
        blocks = append_text(append, api.collections.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.collections.details,
            collection_id,
            append_to_response=choice.blocks,
            include_image_language=choice.images,
            language=choice.language,
        )
        return self._localize(details, choice)

    async def images(
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
        return await self._requester.call(
            api.collections.images,
            collection_id,
            include_image_language=include_text(include_image_language),
            language=language,
        )

    async def translations(self, collection_id: int) -> CollectionTranslations:
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
        return await self._requester.call(api.collections.translations, collection_id)
