# Made from scripts/scenarios/_async/users/lists.py by `make sync`: edit that file, never this one.
"""Version 3 lists. The scenarios delete the lists that they create."""

from __future__ import annotations

from scripts.scenarios._sync.source import ENDED_SESSION, MISSING_ID, Source, assert_each_raises
from tmdb_bindings import api
from tmdb_facade import AuthenticationError, ConflictError, NotFoundError, TMDBCode
from tmdb_facade.models import Movie


def list_lifecycle(source: Source) -> None:
    """Create, fill, clear and delete a list."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        made = tmdb.lists.create("To be deleted", description="Made by a test.", language="en")
        number = made.list_id
        try:
            added = tmdb.lists.add_movie(number, 550)
            tmdb.lists.add_movie(number, 603)
            assert_each_raises([lambda: tmdb.lists.add_movie(number, 550)], ConflictError, TMDBCode.DUPLICATE_ENTRY)
            on_it = tmdb.lists.item_status(number, movie_id=603)
            whole = tmdb.lists.details(number)
            items = [item for item in tmdb.lists.items(number)]
            lists = tmdb.account.lists(account).page(1)
            removed = tmdb.lists.remove_movie(number, 603)
            assert_each_raises([lambda: tmdb.lists.remove_movie(number, 603)], NotFoundError, TMDBCode.ENTRY_NOT_FOUND)
            not_on_it = tmdb.lists.item_status(number, movie_id=603)
            cleared = tmdb.lists.clear(number)
            empty = tmdb.lists.details(number)
        finally:
            deleted = tmdb.lists.delete(number)
    assert (added.status_code, cleared.status_code) == (TMDBCode.UPDATED, TMDBCode.UPDATED)
    assert deleted.success
    assert removed.status_code == TMDBCode.DELETED
    assert (on_it, not_on_it) == (True, False)
    assert (whole.name, whole.item_count) == ("To be deleted", 2)
    assert {(type(item), item.id) for item in items} == {(Movie, 550), (Movie, 603)}
    assert number in [one.id for one in lists.results]
    assert empty.items == []


def ended_session(source: Source) -> None:
    """Expect an error for creating a list with a session that has ended."""
    with source.connect(session_id=ENDED_SESSION) as tmdb:
        assert_each_raises(
            [lambda: tmdb.call(api.lists.create, {"name": "Never made"})],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )


def not_found(source: Source) -> None:
    """Expect an error for each operation on a list that does not exist."""
    with source.connect(session_id=source.session_id()) as tmdb:
        lists = tmdb.lists
        assert_each_raises(
            [
                lambda: lists.details(MISSING_ID),
                lambda: lists.item_status(MISSING_ID, movie_id=550),
                lambda: lists.add_movie(MISSING_ID, 550),
                lambda: lists.remove_movie(MISSING_ID, 550),
                lambda: lists.clear(MISSING_ID),
                lambda: lists.delete(MISSING_ID),
            ],
            NotFoundError,
        )
