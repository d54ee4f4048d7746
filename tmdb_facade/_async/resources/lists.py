"""Version 3 lists of movies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.answer.conclusions import is_on_list
from tmdb_facade._core.request.validation import check_integer, check_language, check_text
from tmdb_facade._core.undocumented_endpoints import ListItems


class AsyncListsResource(AsyncResource):
    """Version 3 lists, which are public and take one movie at a time: `tmdb.lists`.

    `tmdb.v4.lists` also supports TV series, private lists, comments, sort orders and writes of many items.
    """

    _path = "lists"

    async def create(
        self, name: str, *, description: str | None = None, language: str | None = None, session_id: str | None = None
    ) -> models.ListCreated:
        """Create a list. Version 3 lists are always public.

        Args:
            name: Name of the list.
            description: Description of the list.
            language: Language of the list, ISO 639-1, such as `pt`.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The id of the new list, `list_id`.

        Raises:
            AuthenticationError: The session has expired.
            BadRequestError: TMDB rejects the name or the description, or too many lists were created at once.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/list-create
        """
        body: models.CreateListBody = {"name": check_text("name", name)}
        if description is not None:
            body["description"] = check_text("description", description)
        if language is not None:
            body["language"] = check_language("language", language)
        return await self._requester.call(api.lists.create, body, session_id=session_id)

    async def details(
        self, list_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> models.ListDetails:
        """Get a list's details, with the first page of its items.

        Args:
            list_id: TMDB's id of the list.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The list; `items` are its first 20 items. `tmdb.lists.items` lists all.

        Raises:
            NotFoundError: No list has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/list-details
        """
        return await self._call_localized(language, languages, api.lists.details, list_id, language=language)

    def items(
        self, list_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> AsyncPager[models.ListItem, models.ListDetails]:
        """List the items of a list.

        Args:
            list_id: TMDB's id of the list.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The items, 20 per page: movies, and TV series added through version 4. Each page is the list's details with
            that page of its items.

        Raises:
            NotFoundError: No list has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/list-details
        """
        pages = self._paginate(ListItems(), list_id, language=language)
        # Each page is a ListDetails that also has the `results` of a page of items.
        pager: AsyncPager[models.ListItem, models.ListDetails] = cast(
            "Any", pages.localized(language, languages).items()
        )
        return pager

    async def item_status(self, list_id: int, *, movie_id: int) -> bool:
        """Return whether a list contains a movie.

        Args:
            list_id: TMDB's id of the list.
            movie_id: TMDB's id of the movie.

        Returns:
            Whether the list contains the movie.

        Raises:
            NotFoundError: No list has this id.
            InvalidAnswerError: The answer does not contain the movie's status.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/list-check-item-status
        """
        endpoint = api.lists.item_status
        status = await self._requester.call(endpoint, list_id, movie_id=check_integer("movie_id", movie_id))
        return is_on_list(status, endpoint.operation)

    async def add_movie(self, list_id: int, movie_id: int, *, session_id: str | None = None) -> models.StatusResponse:
        """Add a movie to a list.

        Args:
            list_id: TMDB's id of the list.
            movie_id: TMDB's id of the movie.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The status of the write.

        Raises:
            ConflictError: The list already contains the movie.
            NotFoundError: The list or the movie does not exist.
            AuthenticationError: The session has expired or belongs to another user.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/list-add-movie
        """
        return await self._requester.call(
            api.lists.add_movie, list_id, {"media_id": check_integer("movie_id", movie_id)}, session_id=session_id
        )

    async def remove_movie(
        self, list_id: int, movie_id: int, *, session_id: str | None = None
    ) -> models.StatusResponse:
        """Remove a movie from a list.

        Args:
            list_id: TMDB's id of the list.
            movie_id: TMDB's id of the movie.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The status of the write.

        Raises:
            NotFoundError: The list does not exist or does not contain the movie.
            AuthenticationError: The session has expired or belongs to another user.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/list-remove-movie
        """
        return await self._requester.call(
            api.lists.remove_movie, list_id, {"media_id": check_integer("movie_id", movie_id)}, session_id=session_id
        )

    async def clear(self, list_id: int, *, session_id: str | None = None) -> models.StatusResponse:
        """Remove all items from a list. This cannot be undone; the `confirm` that TMDB requires is sent with it.

        Args:
            list_id: TMDB's id of the list.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The status of the write.

        Raises:
            NotFoundError: No list has this id.
            AuthenticationError: The session has expired or belongs to another user.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/list-clear
        """
        return await self._requester.call(api.lists.clear, list_id, confirm=True, session_id=session_id)

    async def delete(self, list_id: int, *, session_id: str | None = None) -> models.StatusResponse:
        """Delete a list. This cannot be undone.

        Args:
            list_id: TMDB's id of the list.
            session_id: Session of the user. Defaults to the client's session.

        Returns:
            The status of the deletion.

        Raises:
            NotFoundError: No list has this id.
            AuthenticationError: The session has expired or belongs to another user.
            ServerError: TMDB is known to return this error although it has deleted the list: call `details` to find
                out.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/list-delete
        """
        return await self._requester.call(api.lists.delete, list_id, session_id=session_id)
