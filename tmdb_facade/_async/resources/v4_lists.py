"""Lists of version 4: films and series, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.v4_list_items import AsyncV4ListItemsResource

if TYPE_CHECKING:
    from tmdb_bindings.models import V4CreateListBody, V4UpdateListBody
    from tmdb_facade.models import StatusResponse, V4ListCreated, V4ListDetails, V4ListSortBy


class AsyncV4ListsResource(AsyncV4ListItemsResource):
    """Lists of version 4, of films and series, public or private: `tmdb.v4.lists`.

    Anybody can read a public list. To write, or to read a private one, the client has to be its owner's:
    `AsyncTMDB(user_access_token)`.

    Items go by kind and id: `("movie", 550)`, `("tv", 1399)`.
    """

    async def create(
        self,
        name: str,
        *,
        language: str,
        country: str | None = None,
        description: str | None = None,
        public: bool = True,
        sort_by: V4ListSortBy | None = None,
    ) -> V4ListCreated:
        """Make a list.

        Args:
            name: The list's name.
            language: The list's language, ISO 639-1 (`pt`).
            country: The list's country, ISO 3166-1 (`BR`).
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
        body: V4CreateListBody = {"name": name, "iso_639_1": language, "public": int(public)}
        if country is not None:
            body["iso_3166_1"] = country
        if description is not None:
            body["description"] = description
        if sort_by is not None:
            body["sort_by"] = sort_by
        return await self._requester.call(api.v4_lists.create, body)

    async def details(
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
        return await self._requester.call(api.v4_lists.details, list_id, sort_by=sort_by, language=language)

    async def update(
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
        return await self._requester.call(api.v4_lists.update, list_id, body)

    async def delete(self, list_id: int) -> StatusResponse:
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
        return await self._requester.call(api.v4_lists.delete, list_id)
