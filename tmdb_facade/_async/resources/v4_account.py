"""A user's account, with a version 4 token."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.v4_account_watchlist import AsyncV4AccountWatchlistResource


class AsyncV4AccountResource(AsyncV4AccountWatchlistResource):
    """A user's account, with a version 4 token: `tmdb.v4.account`.

    Requires the client of a user with an access token: `tmdb.as_user(await tmdb.v4.auth.create_access_token(...))`.
    """

    _path = "v4.account"

    def lists(self, account_object_id: str | None = None) -> AsyncPager[models.V4List, models.V4ListPage]:
        """List the user's lists, private ones included.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.

        Returns:
            The lists, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            PermissionDeniedError: The client's token is not the account owner's.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The id is missing or cannot be part of a URL path, or the client has no user's token.

        https://developer.themoviedb.org/v4/reference/account-lists
        """
        return self._paginate(api.v4_account.lists, self._account(account_object_id)).items()

    def favorite_movies(
        self,
        account_object_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the user's favorite movies.

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

        https://developer.themoviedb.org/v4/reference/account-favorite-movies
        """
        return (
            self._paginate(
                api.v4_account.favorite_movies, self._account(account_object_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )

    def favorite_tv(
        self,
        account_object_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.TVShow, models.TVShowPage]:
        """List the user's favorite TV series.

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

        https://developer.themoviedb.org/v4/reference/account-favorite-tv
        """
        return (
            self._paginate(
                api.v4_account.favorite_tv, self._account(account_object_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )

    def rated_movies(
        self,
        account_object_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.AccountRatedMovie, models.AccountRatedMoviePage]:
        """List the movies that the user has rated.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, each with the user's `account_rating` and its date, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            PermissionDeniedError: The client's token is not the account owner's.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The id is missing or cannot be part of a URL path, or the client has no user's token.

        https://developer.themoviedb.org/v4/reference/account-rated-movies
        """
        return (
            self._paginate(
                api.v4_account.rated_movies, self._account(account_object_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )

    def rated_tv(
        self,
        account_object_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.AccountRatedTVShow, models.AccountRatedTVShowPage]:
        """List the TV series that the user has rated.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, each with the user's `account_rating` and its date, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            PermissionDeniedError: The client's token is not the account owner's.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The id is missing or cannot be part of a URL path, or the client has no user's token.

        https://developer.themoviedb.org/v4/reference/account-rated-tv
        """
        return (
            self._paginate(
                api.v4_account.rated_tv, self._account(account_object_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )

    def recommended_movies(
        self,
        account_object_id: str | None = None,
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the movies recommended to the user.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.
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

        https://developer.themoviedb.org/v4/reference/account-movie-recommendations
        """
        return (
            self._paginate(api.v4_account.recommended_movies, self._account(account_object_id), language=language)
            .localized(language, languages)
            .items()
        )

    def recommended_tv(
        self,
        account_object_id: str | None = None,
        *,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.TVShow, models.TVShowPage]:
        """List the TV series recommended to the user.

        Args:
            account_object_id: Object id of the account, 24 hexadecimal digits. Defaults to the account of the client's
                user.
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

        https://developer.themoviedb.org/v4/reference/account-tv-recommendations
        """
        return (
            self._paginate(api.v4_account.recommended_tv, self._account(account_object_id), language=language)
            .localized(language, languages)
            .items()
        )
