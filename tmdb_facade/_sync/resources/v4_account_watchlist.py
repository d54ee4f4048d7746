# Made from tmdb_facade/_async/resources/v4_account_watchlist.py by `make sync`: edit that file, never this one.
"""The watchlist of a user's account, with a version 4 access token."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.accounts import choose_account_object
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource


class V4AccountWatchlistResource(Resource):
    """The watchlist of a user's account."""

    def _account(self, account_object_id: str | None) -> str:
        return choose_account_object(account_object_id, self._requester.options.user)

    def watchlist_movies(
        self,
        account_object_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.Movie, models.MoviePage]:
        """List the movies on the user's watchlist.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            PermissionDeniedError: The client's token is not the account owner's.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The id is missing or cannot be part of a URL path, or the client has no user's token.

        https://developer.themoviedb.org/v4/reference/account-movie-watchlist
        """
        return (
            self._paginate(
                api.v4_account.watchlist_movies, self._account(account_object_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )

    def watchlist_tv(
        self,
        account_object_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.TVShow, models.TVShowPage]:
        """List the TV series on the user's watchlist.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            PermissionDeniedError: The client's token is not the account owner's.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The id is missing or cannot be part of a URL path, or the client has no user's token.

        https://developer.themoviedb.org/v4/reference/account-tv-watchlist
        """
        return (
            self._paginate(
                api.v4_account.watchlist_tv, self._account(account_object_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )
