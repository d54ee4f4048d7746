"""What was changed lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.date_windows import date_windows_pager
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from datetime import date

    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import ChangedItem, ChangedItemPage


class AsyncChangesResource(AsyncResource):
    """What was changed lately: `tmdb.changes`."""

    def movies(
        self, *, start_date: date | None = None, end_date: date | None = None
    ) -> AsyncPager[ChangedItem, ChangedItemPage]:
        """List the films whose records were changed.

        Args:
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.

        Returns:
            The ids, 100 a page; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts; an id that is in several of them comes once.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The last day comes before the first.

        https://developer.themoviedb.org/reference/changes-movie-list
        """
        return date_windows_pager(
            lambda first, last: self._paginate(api.changes.movies, start_date=first, end_date=last).items(),
            start_date,
            end_date,
        )

    def people(
        self, *, start_date: date | None = None, end_date: date | None = None
    ) -> AsyncPager[ChangedItem, ChangedItemPage]:
        """List the people whose records were changed.

        Args:
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.

        Returns:
            The ids, 100 a page; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts; an id that is in several of them comes once.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The last day comes before the first.

        https://developer.themoviedb.org/reference/changes-people-list
        """
        return date_windows_pager(
            lambda first, last: self._paginate(api.changes.people, start_date=first, end_date=last).items(),
            start_date,
            end_date,
        )

    def tv(
        self, *, start_date: date | None = None, end_date: date | None = None
    ) -> AsyncPager[ChangedItem, ChangedItemPage]:
        """List the series whose records were changed.

        Args:
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.

        Returns:
            The ids, 100 a page; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts; an id that is in several of them comes once.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.
            ValueError: The last day comes before the first.

        https://developer.themoviedb.org/reference/changes-tv-list
        """
        return date_windows_pager(
            lambda first, last: self._paginate(api.changes.tv, start_date=first, end_date=last).items(),
            start_date,
            end_date,
        )
