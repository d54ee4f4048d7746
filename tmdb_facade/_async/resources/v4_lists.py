"""Version 4 lists of movies and TV series."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.resources.v4_list_items import AsyncV4ListItemsResource
from tmdb_facade._core.request.validation import (
    check_any_passed,
    check_flag,
    check_language,
    check_listed,
    check_region,
    check_text,
)


class AsyncV4ListsResource(AsyncV4ListItemsResource):
    """Version 4 lists of movies and TV series, public or private: `tmdb.v4.lists`.

    Any client can read a public list. Writing a list, and reading a private one, requires the client of its owner:
    `tmdb.as_user(token)`.

    Pass items as pairs of media type and id: `("movie", 550)`, `("tv", 1399)`.
    """

    _path = "v4.lists"

    async def create(
        self,
        name: str,
        *,
        language: str,
        country: str | None = None,
        description: str | None = None,
        public: bool = True,
        sort_by: models.V4ListSortByLike | None = None,
    ) -> models.V4ListCreated:
        """Create a list.

        Args:
            name: Name of the list.
            language: Language of the list, ISO 639-1, such as `pt`.
            country: Country of the list, ISO 3166-1, such as `BR`.
            description: Description of the list.
            public: Whether everybody can read the list.
            sort_by: Sort order of the items.

        Returns:
            The id of the new list, `id`.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            PermissionDeniedError: The client's token is the application's, not a user's.
            BadRequestError: TMDB rejects a value of the list, or too many lists were created at once.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-create
        """
        # TMDB ignores false here and makes the list public; it accepts 0.
        body: models.V4CreateListBody = {
            "name": check_text("name", name),
            "iso_639_1": check_language("language", language),
            "public": int(check_flag("public", public)),
        }
        if country is not None:
            body["iso_3166_1"] = check_region("country", country)
        if description is not None:
            body["description"] = check_text("description", description)
        if sort_by is not None:
            check_listed("sort_by", sort_by, "V4ListSortByLike")
            body["sort_by"] = sort_by
        return await self._requester.call(api.v4_lists.create, body)

    async def details(
        self,
        list_id: int,
        *,
        sort_by: models.V4ListSortByLike | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> models.V4ListDetails:
        """Get a list's details, with the first page of its items.

        Args:
            list_id: TMDB's id of the list.
            sort_by: Sort order. Defaults to that of the list.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The list; `results` are its first 20 items. `tmdb.v4.lists.items` lists all. `comments` has the comments on
            the items under keys such as `movie:550`.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The list is private and belongs to another user.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-details
        """
        return await self._call_localized(
            language, languages, api.v4_lists.details, list_id, sort_by=sort_by, language=language
        )

    async def update(
        self,
        list_id: int,
        *,
        name: str | None = None,
        description: str | None = None,
        public: bool | None = None,
        sort_by: models.V4ListSortByLike | None = None,
    ) -> models.StatusResponse:
        """Change a list's name, description or settings. Omitted arguments leave a setting unchanged.

        Args:
            list_id: TMDB's id of the list.
            name: Name of the list.
            description: Description of the list; an empty text removes it.
            public: Whether everybody can read the list.
            sort_by: Sort order of the items.

        Returns:
            The status of the write.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The client's token is not the list owner's.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: There is nothing to change.

        https://developer.themoviedb.org/v4/reference/list-update
        """
        body: models.V4UpdateListBody = {}
        if name is not None:
            body["name"] = check_text("name", name)
        if description is not None:
            body["description"] = check_text("description", description)
        if public is not None:
            body["public"] = check_flag("public", public)
        if sort_by is not None:
            check_listed("sort_by", sort_by, "V4ListSortByLike")
            body["sort_by"] = sort_by
        check_any_passed(body, "name", "description", "public", "sort_by")
        return await self._requester.call(api.v4_lists.update, list_id, body)

    async def delete(self, list_id: int) -> models.StatusResponse:
        """Delete a list. This cannot be undone.

        Args:
            list_id: TMDB's id of the list.

        Returns:
            The status of the deletion.

        Raises:
            NotFoundError: No list has this id.
            PermissionDeniedError: The client's token is not the list owner's.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/list-delete
        """
        return await self._requester.call(api.v4_lists.delete, list_id)
