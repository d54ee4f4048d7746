# Made from tmdb_facade/_async/resources/changes.py by `make sync`: edit that file, never this one.
"""Ids of recently changed movies, people and TV series."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.date_windows import date_windows_pager
from tmdb_facade._sync.pager import Pager
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade._core.endpoint import Endpoint


class ChangesResource(Resource):
    """Ids of recently changed movies, people and TV series: `tmdb.changes`."""

    _path = "changes"

    def movies(
        self, *, start_date: date | None = None, end_date: date | None = None
    ) -> Pager[models.ChangedItem, models.ChangedItemPage]:
        """List the ids of changed movies.

        Args:
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.

        Returns:
            The ids, 100 per page, of the last 24 hours by default. TMDB serves at most 14 days and 500 pages at
            a time: a longer range is requested in several parts, and so is one with more changes. An id that is in more
            than one of them is returned once. If a single day has more than 500 pages, a `TruncationWarning` names it.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `end_date` is before `start_date`.

        https://developer.themoviedb.org/reference/changes-movie-list
        """
        return self._changed(api.changes.movies, start_date, end_date)

    def people(
        self, *, start_date: date | None = None, end_date: date | None = None
    ) -> Pager[models.ChangedItem, models.ChangedItemPage]:
        """List the ids of changed people.

        Args:
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.

        Returns:
            The ids, 100 per page, of the last 24 hours by default. TMDB serves at most 14 days and 500 pages at
            a time: a longer range is requested in several parts, and so is one with more changes. An id that is in more
            than one of them is returned once. If a single day has more than 500 pages, a `TruncationWarning` names it.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `end_date` is before `start_date`.

        https://developer.themoviedb.org/reference/changes-people-list
        """
        return self._changed(api.changes.people, start_date, end_date)

    def tv(
        self, *, start_date: date | None = None, end_date: date | None = None
    ) -> Pager[models.ChangedItem, models.ChangedItemPage]:
        """List the ids of changed TV series.

        Args:
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.

        Returns:
            The ids, 100 per page, of the last 24 hours by default. TMDB serves at most 14 days and 500 pages at
            a time: a longer range is requested in several parts, and so is one with more changes. An id that is in more
            than one of them is returned once. If a single day has more than 500 pages, a `TruncationWarning` names it.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.
            InvalidArgumentError: `end_date` is before `start_date`.

        https://developer.themoviedb.org/reference/changes-tv-list
        """
        return self._changed(api.changes.tv, start_date, end_date)

    def _changed(
        self, endpoint: Endpoint[..., models.ChangedItemPage], start: date | None, end: date | None
    ) -> Pager[models.ChangedItem, models.ChangedItemPage]:
        return date_windows_pager(
            lambda first, last: self._paginate(endpoint, start_date=first, end_date=last).items(), start, end
        )
