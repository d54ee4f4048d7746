# Made from tmdb_facade/_async/resources/v4_lists.py by `make sync`: edit that file, never this one.
"""Lists of version 4: films and series, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tmdb_bindings import api
from tmdb_facade._core.list_writes import NOT_ON_LIST, comment_bodies, item_bodies, telling_what_is_written
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tmdb_bindings.models import V4CreateListBody, V4UpdateListBody
    from tmdb_facade._core.endpoint import Endpoint
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import (
        ListItem,
        MediaKind,
        StatusResponse,
        V4ListCleared,
        V4ListCreated,
        V4ListDetails,
        V4ListItemResult,
        V4ListItemResults,
        V4ListSortBy,
    )

Body = TypeVar("Body")


class V4ListsResource(Resource):
    """Lists of version 4, of films and series, public or private: `tmdb.v4.lists`.

    Anybody can read a public list. To write, or to read a private one, the client has to be its owner's:
    `TMDB(user_access_token)`.

    Items go by kind and id: `("movie", 550)`, `("tv", 1399)`.
    """

    def create(
        self,
        name: str,
        *,
        iso_639_1: str,
        iso_3166_1: str | None = None,
        description: str | None = None,
        public: bool = True,
        sort_by: V4ListSortBy | None = None,
    ) -> V4ListCreated:
        """Make a list.

        Args:
            name: The list's name.
            iso_639_1: The list's language (`pt`).
            iso_3166_1: The list's country (`BR`).
            description: What it is about.
            public: Whether everybody can see it.
            sort_by: How its items are ordered.

        Returns:
            The new list's number, `id`.

        Raises:
            AuthenticationError: TMDB does not accept the client's token.
            PermissionDeniedError: The token is not a user's.
            BadRequestError: TMDB does not like what the list says, or too many lists were made at once.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-create
        """
        # Here TMDB ignores false, which makes a public list; it honours 0.
        body: V4CreateListBody = {"name": name, "iso_639_1": iso_639_1, "public": int(public)}
        if iso_3166_1 is not None:
            body["iso_3166_1"] = iso_3166_1
        if description is not None:
            body["description"] = description
        if sort_by is not None:
            body["sort_by"] = sort_by
        return self._calls.call(api.v4_lists.create, body)

    def details(
        self, list_id: int, *, sort_by: V4ListSortBy | None = None, language: str | None = None
    ) -> V4ListDetails:
        """Give a list with the first page of its items.

        Args:
            list_id: TMDB's number of the list.
            sort_by: How the items are ordered; as the list says by default.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The list; `results` holds its first 20 items, and `tmdb.v4.lists.items` gives all. `comments` has the
            comments on them under keys such as `movie:550`.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: It is private, and not this user's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-details
        """
        return self._calls.call(api.v4_lists.details, list_id, sort_by=sort_by, language=language)

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
        return self._calls.paginate(api.v4_lists.details, list_id, sort_by=sort_by, language=language).items()

    def update(
        self,
        list_id: int,
        *,
        name: str | None = None,
        description: str | None = None,
        public: bool | None = None,
        sort_by: V4ListSortBy | None = None,
    ) -> StatusResponse:
        """Change what a list says of itself. What is not given stays as it is.

        Args:
            list_id: TMDB's number of the list.
            name: The list's name.
            description: What it is about; an empty text takes it away.
            public: Whether everybody can see it.
            sort_by: How its items are ordered.

        Returns:
            TMDB's word that it was changed.

        Raises:
            NotFoundError: There is no such list.
            PermissionDeniedError: The token is not the owner's.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is nothing to change; nothing was sent.

        https://developer.themoviedb.org/v4/reference/list-update
        """
        body: V4UpdateListBody = {}
        if name is not None:
            body["name"] = name
        if description is not None:
            body["description"] = description
        if public is not None:
            body["public"] = public
        if sort_by is not None:
            body["sort_by"] = sort_by
        if not body:
            raise ValueError("there is nothing to change: pass name, description, public or sort_by")
        return self._calls.call(api.v4_lists.update, list_id, body)

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
            self._calls.call(api.v4_lists.item_status, list_id, media_type=media_type, media_id=media_id)
        except NOT_ON_LIST:
            self._calls.call(api.v4_lists.details, list_id)
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
        return self._calls.call(api.v4_lists.clear, list_id)

    def delete(self, list_id: int) -> StatusResponse:
        """Delete a list. It cannot be undone.

        Args:
            list_id: TMDB's number of the list.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: There is no such list, or no longer.
            PermissionDeniedError: The token is not the owner's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/list-delete
        """
        return self._calls.call(api.v4_lists.delete, list_id)

    def _write(
        self, endpoint: Endpoint[[int, Body], V4ListItemResults], list_id: int, bodies: Sequence[Body]
    ) -> list[V4ListItemResult]:
        """Send bodies one after the other, and join what became of their items."""
        results: list[V4ListItemResult] = []
        for body in bodies:
            with telling_what_is_written(results):
                answer = self._calls.call(endpoint, list_id, body)
            results += answer.results
        return results
