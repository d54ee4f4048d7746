# Made from tmdb_facade/_async/resources/v4_list_items.py by `make sync`: edit that file, never this one.
"""What is on the lists of version 4."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tmdb_bindings import api
from tmdb_facade._core.lists.user_lists import NOT_ON_LIST, comment_bodies, item_bodies, note_partial_write
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tmdb_facade._core.endpoint import Endpoint
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import (
        ListItem,
        MediaKind,
        V4ListCleared,
        V4ListDetails,
        V4ListItemResult,
        V4ListItemResults,
        V4ListSortBy,
    )

Body = TypeVar("Body")


class V4ListItemsResource(Resource):
    """The methods of `tmdb.v4.lists` for the items of a list."""

    def items(
        self, list_id: int, *, sort_by: V4ListSortBy | None = None, language: str | None = None
    ) -> Pager[ListItem, V4ListDetails]:
        """List what is on a list.

        Args:
            list_id: TMDB's number of the list.
            sort_by: How the items are ordered; as the list says by default.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films and series, 20 a page. Each page is the list's details with that part of its items, and with
            the comments on them under keys such as `movie:550`.

        Raises:
            NotFoundError: There is no such list; when the pager is used.
            PermissionDeniedError: It is private, and not this user's; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/v4/reference/list-details
        """
        return self._paginate(api.v4_lists.details, list_id, sort_by=sort_by, language=language).items()

    def add_items(self, list_id: int, items: Iterable[tuple[MediaKind, int]]) -> list[V4ListItemResult]:
        """Put films and series on a list; comments on them are for `update_items`.

        More than 500 take more than one request, one after the other. An error in one of them says in a note how many
        items TMDB had answered for before.

        Args:
            list_id: TMDB's number of the list.
            items: Kind and id of each: `[("movie", 550), ("tv", 1399)]`.

        Returns:
            What became of each item, in their order: `success` is false where it was there already, or does not
            exist. TMDB calls the whole a success all the same.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: The token is not the owner's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-add-items
        """
        return self._write(api.v4_lists.add_items, list_id, item_bodies(items))

    def update_items(self, list_id: int, comments: Mapping[tuple[MediaKind, int], str]) -> list[V4ListItemResult]:
        """Comment on items of a list.

        More than 500 take more than one request, one after the other. An error in one of them says in a note how many
        items TMDB had answered for before.

        Args:
            list_id: TMDB's number of the list.
            comments: The comment on each item, by its kind and id: `{("movie", 550): "Twice."}`.

        Returns:
            What became of each comment, in their order: `success` is false where the item is not on the list. TMDB
            calls the whole a success all the same.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: The token is not the owner's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-update-items
        """
        return self._write(api.v4_lists.update_items, list_id, comment_bodies(comments))

    def remove_items(self, list_id: int, items: Iterable[tuple[MediaKind, int]]) -> list[V4ListItemResult]:
        """Take films and series off a list.

        More than 500 take more than one request, one after the other. An error in one of them says in a note how many
        items TMDB had answered for before.

        Args:
            list_id: TMDB's number of the list.
            items: Kind and id of each: `[("movie", 550), ("tv", 1399)]`.

        Returns:
            What became of each item, in their order: `success` is false where it was not on the list. TMDB calls the
            whole a success all the same.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: The token is not the owner's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-remove-items
        """
        return self._write(api.v4_lists.remove_items, list_id, item_bodies(items))

    def item_status(self, list_id: int, *, media_type: MediaKind, media_id: int) -> bool:
        """Tell whether a film or series is on a list.

        TMDB answers that it is not and that there is no such list in the same way: then the list itself is asked for.

        Args:
            list_id: TMDB's number of the list.
            media_type: `movie` or `tv`.
            media_id: TMDB's id of the film or series.

        Returns:
            Whether it is there.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: It is private, and not this user's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-item-status
        """
        try:
            self._requester.call(api.v4_lists.item_status, list_id, media_type=media_type, media_id=media_id)
        except NOT_ON_LIST:
            self._requester.call(api.v4_lists.details, list_id)
            return False
        return True

    def clear(self, list_id: int) -> V4ListCleared:
        """Take everything off a list. It cannot be undone.

        TMDB does this on a GET: never follow, prefetch, cache or repeat it as other GETs. This client does not.

        Args:
            list_id: TMDB's number of the list.

        Returns:
            How many items were there, `items_deleted`.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: The token is not the owner's.
            TMDBError: TMDB gave no answer, or another error. Whether it is empty, `details` tells.

        https://developer.themoviedb.org/v4/reference/list-clear
        """
        return self._requester.call(api.v4_lists.clear, list_id)

    def _write(
        self, endpoint: Endpoint[[int, Body], V4ListItemResults], list_id: int, bodies: Sequence[Body]
    ) -> list[V4ListItemResult]:
        """Send bodies one after the other, and join what became of their items."""
        results: list[V4ListItemResult] = []
        for body in bodies:
            with note_partial_write(results):
                answer = self._requester.call(endpoint, list_id, body)
            results += answer.results
        return results
