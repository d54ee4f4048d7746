# Made from tmdb_facade/_async/resources/guest.py by `make sync`: edit that file, never this one.
"""Guests: users without an account."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource


class GuestResource(Resource):
    """The ratings of a guest, a user without an account: `tmdb.guest`.

    `tmdb.auth.create_guest_session` creates a guest's session, and `tmdb.as_user` returns the client of the guest. Guests
    can only rate, with `tmdb.movies.rate`, `tmdb.tv.rate` and `tmdb.tv.episodes.rate`, and list their ratings.
    """

    _path = "guest"

    def rated_movies(
        self,
        guest_session_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.RatedMovie, models.RatedMoviePage]:
        """List the movies that a guest has rated.

        Args:
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, each with the guest's `rating`, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the guest session.
            NotFoundError: No guest session has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The session id is empty, or neither the call nor the client has one.

        https://developer.themoviedb.org/reference/guest-session-rated-movies
        """
        return (
            self._paginate(
                api.guest.rated_movies,
                self._requester.guest_session(guest_session_id),
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )

    def rated_tv(
        self,
        guest_session_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.RatedTVShow, models.RatedTVShowPage]:
        """List the TV series that a guest has rated.

        Args:
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, each with the guest's `rating`, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the guest session.
            NotFoundError: No guest session has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The session id is empty, or neither the call nor the client has one.

        https://developer.themoviedb.org/reference/guest-session-rated-tv
        """
        return (
            self._paginate(
                api.guest.rated_tv, self._requester.guest_session(guest_session_id), sort_by=sort_by, language=language
            )
            .localized(language, languages)
            .items()
        )

    def rated_tv_episodes(
        self,
        guest_session_id: str | None = None,
        *,
        sort_by: models.AccountSortBy | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> Pager[models.RatedEpisode, models.RatedEpisodePage]:
        """List the episodes that a guest has rated.

        Args:
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.
            sort_by: `created_at.asc` or `created_at.desc`: by the time an entry was added.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The episodes, each with the guest's `rating`, 20 per page.

        Raises:
            AuthenticationError: TMDB does not accept the guest session.
            NotFoundError: No guest session has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: The session id is empty, or neither the call nor the client has one.

        https://developer.themoviedb.org/reference/guest-session-rated-tv-episodes
        """
        return (
            self._paginate(
                api.guest.rated_tv_episodes,
                self._requester.guest_session(guest_session_id),
                sort_by=sort_by,
                language=language,
            )
            .localized(language, languages)
            .items()
        )
