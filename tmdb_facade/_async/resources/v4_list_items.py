"""The items of version 4 lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.answer.conclusions import check_on_list
from tmdb_facade._core.lists.user_lists import NOT_ON_LIST, comment_bodies, item_bodies, note_partial_write

if TYPE_CHECKING:
    from tmdb_facade._core.endpoint import Endpoint

Body = TypeVar("Body")


class AsyncV4ListItemsResource(AsyncResource):
    """The methods of `tmdb.v4.lists` for the items of a list."""

    def items(
        self,
        list_id: int,
        *,
        sort_by: models.V4ListSortByLike | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.ListItem, models.V4ListDetails]:
        """List the items of a list.

        Args:
            list_id: TMDB's id of the list.
            sort_by: Sort order. Defaults to that of the list.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies and TV series, 20 per page. Each page is the list's details with that page of its items, and with
            their comments under keys such as `movie:550`.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The list is private and belongs to another user.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/v4/reference/list-details
        """
        return (
            self._paginate(api.v4_lists.details, list_id, sort_by=sort_by, language=language)
            .localized(language, languages)
            .items()
        )

    async def add_items(
        self, list_id: int, items: Iterable[tuple[models.MediaKindLike, int]]
    ) -> list[models.V4ListItemResult]:
        """Add movies and TV series to a list; `update_items` adds comments to them.

        More than 500 items take several requests, one after the other. If one of them fails, a note of the error has
        the number of items that TMDB had processed before.

        Args:
            list_id: TMDB's id of the list.
            items: Media type and id of each item: `[("movie", 550), ("tv", 1399)]`.

        Returns:
            A result per item, in the same order: `success` is false if the list already contains the item, or the item
            does not exist. TMDB's status is a success even then.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The client's token is not the list owner's.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-add-items
        """
        return await self._write(api.v4_lists.add_items, list_id, item_bodies(items))

    async def update_items(
        self, list_id: int, comments: Mapping[tuple[models.MediaKindLike, int], str]
    ) -> list[models.V4ListItemResult]:
        """Comment on items of a list.

        More than 500 items take several requests, one after the other. If one of them fails, a note of the error has
        the number of items that TMDB had processed before.

        Args:
            list_id: TMDB's id of the list.
            comments: The comment on each item, by media type and id: `{("movie", 550): "Twice."}`.

        Returns:
            A result per comment, in the same order: `success` is false if the list does not contain the item. TMDB's
            status is a success even then.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The client's token is not the list owner's.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-update-items
        """
        return await self._write(api.v4_lists.update_items, list_id, comment_bodies(comments))

    async def remove_items(
        self, list_id: int, items: Iterable[tuple[models.MediaKindLike, int]]
    ) -> list[models.V4ListItemResult]:
        """Remove movies and TV series from a list.

        More than 500 items take several requests, one after the other. If one of them fails, a note of the error has
        the number of items that TMDB had processed before.

        Args:
            list_id: TMDB's id of the list.
            items: Media type and id of each item: `[("movie", 550), ("tv", 1399)]`.

        Returns:
            A result per item, in the same order: `success` is false if the list does not contain the item. TMDB's
            status is a success even then.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The client's token is not the list owner's.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-remove-items
        """
        return await self._write(api.v4_lists.remove_items, list_id, item_bodies(items))

    async def item_status(self, list_id: int, *, media_type: models.MediaKindLike, media_id: int) -> bool:
        """Return whether a list contains a movie or TV series.

        TMDB's response is the same if the list does not contain the item and if the list does not exist. A second
        request, for the list, distinguishes the two cases.

        Args:
            list_id: TMDB's id of the list.
            media_type: `movie` or `tv`.
            media_id: TMDB's id of the movie or TV series.

        Returns:
            Whether the list contains the item.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The list is private and belongs to another user.
            InvalidAnswerError: The answer does not confirm that the list contains the item.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-item-status
        """
        endpoint = api.v4_lists.item_status
        try:
            status = await self._requester.call(endpoint, list_id, media_type=media_type, media_id=media_id)
        except NOT_ON_LIST:
            await self._requester.call(api.v4_lists.details, list_id)
            return False
        check_on_list(status, media_id, endpoint.operation)
        return True

    async def clear(self, list_id: int) -> models.V4ListCleared:
        """Remove all items from a list. This cannot be undone.

        TMDB uses a GET request for this, which must not be followed, prefetched, cached or retried like other GET
        requests. This client does none of that.

        Args:
            list_id: TMDB's id of the list.

        Returns:
            The number of removed items, `items_deleted`.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The client's token is not the list owner's.
            TMDBError: The request failed, or TMDB returned an error. Call `details` to find out whether the list is
                empty.

        https://developer.themoviedb.org/v4/reference/list-clear
        """
        return await self._requester.call(api.v4_lists.clear, list_id)

    async def _write(
        self, endpoint: Endpoint[[int, Body], models.V4ListItemResults], list_id: int, bodies: Sequence[Body]
    ) -> list[models.V4ListItemResult]:
        """Send bodies one after the other, and return the results of all their items."""
        results: list[models.V4ListItemResult] = []
        for body in bodies:
            with note_partial_write(results):
                answer = await self._requester.call(endpoint, list_id, body)
            results += answer.results
        return results
