"""Lists of version 3: films, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.undocumented_endpoints import ListItems

if TYPE_CHECKING:
    from tmdb_bindings.models import CreateListBody
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import ListCreated, ListDetails, ListItem, StatusResponse


class AsyncListsResource(AsyncResource):
    """Lists of version 3: public ones, of films, written one film at a time: `tmdb.lists`.

    `tmdb.v4.lists` does more: films and series, private lists, comments, an order, and many items at once.
    """

    async def create(
        self, name: str, *, description: str | None = None, language: str | None = None, session_id: str | None = None
    ) -> ListCreated:
        """Make a list; everybody can see it.

        Args:
            name: The list's name.
            description: What it is about.
            language: The list's language, ISO 639-1 (`pt`).
            session_id: The session of the user.

        Returns:
            The new list's number, `list_id`.

        Raises:
            AuthenticationError: There is no session, or it is over.
            BadRequestError: TMDB does not like the name or the description, or too many lists were made at once.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-create
        """
        body: CreateListBody = {"name": name}
        if description is not None:
            body["description"] = description
        if language is not None:
            body["language"] = language
        return await self._requester.call(api.lists.create, body, session_id=session_id)

    async def details(self, list_id: int, *, language: str | None = None) -> ListDetails:
        """Give a list with the first page of its items.

        Args:
            list_id: TMDB's number of the list.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The list; `items` holds its first 20 items, and `tmdb.lists.items` gives all.

        Raises:
            NotFoundError: There is no such list.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-details
        """
        return await self._requester.call(api.lists.details, list_id, language=language)

    def items(self, list_id: int, *, language: str | None = None) -> AsyncPager[ListItem, ListDetails]:
        """List what is on a list.

        Args:
            list_id: TMDB's number of the list.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The items, 20 a page: films, and series where version 4 has put them there. Each page is the list's
            details with that part of its items.

        Raises:
            NotFoundError: There is no such list; when the pager is used.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/list-details
        """
        pages = self._paginate(ListItems(), list_id, language=language)
        # Its pages are ListDetails, and pages of items besides.
        pager: AsyncPager[ListItem, ListDetails] = cast("Any", pages.items())
        return pager

    async def item_status(self, list_id: int, *, movie_id: int) -> bool:
        """Tell whether a film is on a list.

        Args:
            list_id: TMDB's number of the list.
            movie_id: TMDB's id of the film.

        Returns:
            Whether it is there.

        Raises:
            NotFoundError: There is no such list.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-check-item-status
        """
        return (await self._requester.call(api.lists.item_status, list_id, movie_id=movie_id)).item_present

    async def add_movie(self, list_id: int, movie_id: int, *, session_id: str | None = None) -> StatusResponse:
        """Put a film on a list.

        Args:
            list_id: TMDB's number of the list.
            movie_id: TMDB's id of the film.
            session_id: The session of the user whose list it is.

        Returns:
            TMDB's word that it is there.

        Raises:
            ConflictError: It was there already.
            NotFoundError: There is no such list or film.
            AuthenticationError: There is no session, or it is over, or it is another user's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-add-movie
        """
        return await self._requester.call(api.lists.add_movie, list_id, {"media_id": movie_id}, session_id=session_id)

    async def remove_movie(self, list_id: int, movie_id: int, *, session_id: str | None = None) -> StatusResponse:
        """Take a film off a list.

        Args:
            list_id: TMDB's number of the list.
            movie_id: TMDB's id of the film.
            session_id: The session of the user whose list it is.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: It was not there, or there is no such list.
            AuthenticationError: There is no session, or it is over, or it is another user's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-remove-movie
        """
        return await self._requester.call(
            api.lists.remove_movie, list_id, {"media_id": movie_id}, session_id=session_id
        )

    async def clear(self, list_id: int, *, session_id: str | None = None) -> StatusResponse:
        """Take everything off a list. It cannot be undone, and TMDB's `confirm` is sent along.

        Args:
            list_id: TMDB's number of the list.
            session_id: The session of the user whose list it is.

        Returns:
            TMDB's word that it is empty.

        Raises:
            NotFoundError: There is no such list.
            AuthenticationError: There is no session, or it is over, or it is another user's.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-clear
        """
        return await self._requester.call(api.lists.clear, list_id, confirm=True, session_id=session_id)

    async def delete(self, list_id: int, *, session_id: str | None = None) -> StatusResponse:
        """Delete a list. It cannot be undone.

        Args:
            list_id: TMDB's number of the list.
            session_id: The session of the user whose list it is.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: There is no such list, or no longer.
            AuthenticationError: There is no session, or it is over, or it is another user's.
            ServerError: TMDB is known to say this although it has deleted the list: look at `details` before you
                take it for a failure.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/list-delete
        """
        return await self._requester.call(api.lists.delete, list_id, session_id=session_id)
