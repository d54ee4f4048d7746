# Made from scripts/scenarios/_async/users/v4_lists.py by `make sync`: edit that file, never this one.
"""Lists of version 4. What a scenario makes it deletes."""

from __future__ import annotations

from scripts.scenarios._sync.source import NOBODY, Source, each_refused
from tmdb_facade import NotFoundError, PermissionDeniedError, TMDBCode
from tmdb_facade.models import Movie, TVShow


def a_list(source: Source) -> None:
    """A list is made, filled, commented on, sorted, emptied and deleted."""
    user = source.user()
    with source.connect(user.access_token) as tmdb:
        lists = tmdb.v4.lists
        made = lists.create("To be deleted", language="en", country="US", description="Made by a test.")
        number = made.id
        try:
            added = lists.add_items(number, [("movie", 550), ("tv", 1396), ("movie", 550), ("movie", 603)])
            commented = lists.update_items(number, {("movie", 550): "Twice.", ("tv", 1399): "Not on it."})
            updated = lists.update(number, description="Changed by a test.", sort_by="title.asc")
            on_it = lists.item_status(number, media_type="tv", media_id=1396)
            whole = lists.details(number)
            items = [item for item in lists.items(number, sort_by="original_order.asc")]
            kept = tmdb.v4.account.lists(user.account_object_id).page(1)
            removed = lists.remove_items(number, [("tv", 1396), ("tv", 1399)])
            not_on_it = lists.item_status(number, media_type="tv", media_id=1396)
            cleared = lists.clear(number)
            empty = lists.details(number)
        finally:
            deleted = lists.delete(number)
    assert [one.success for one in added] == [True, True, False, True]
    assert [one.success for one in commented] == [True, False]
    assert [one.success for one in removed] == [True, False]
    assert (on_it, not_on_it) == (True, False)
    assert updated.success
    assert deleted.success
    assert (whole.name, whole.description, whole.item_count) == ("To be deleted", "Changed by a test.", 3)
    assert whole.comments["movie:550"] == "Twice."
    assert {(type(item), item.id) for item in items} == {(Movie, 550), (TVShow, 1396), (Movie, 603)}
    assert number in [one.id for one in kept.results]
    assert cleared.items_deleted == 2
    assert empty.results == []


def a_private_list(source: Source) -> None:
    """Its owner can see it, the application alone cannot."""
    user = source.user()
    with source.connect(user.access_token) as tmdb, source.connect() as application:
        number = (tmdb.v4.lists.create("To be deleted", language="en", public=False)).id
        try:
            mine = tmdb.v4.lists.details(number)
            each_refused(
                [lambda: application.v4.lists.details(number)], PermissionDeniedError, TMDBCode.RESOURCE_PRIVATE
            )
        finally:
            tmdb.v4.lists.delete(number)
        each_refused([lambda: tmdb.v4.lists.details(number)], NotFoundError)
    assert mine.public is False


def without_a_user(source: Source) -> None:
    """The application's own token makes no lists, and changes none."""
    with source.connect() as tmdb:
        lists = tmdb.v4.lists
        each_refused(
            [
                lambda: lists.create("Never made", language="en"),
                lambda: lists.update(NOBODY, name="Never made"),
                lambda: lists.add_items(NOBODY, [("movie", 550)]),
                lambda: lists.update_items(NOBODY, {("movie", 550): "Never made."}),
                lambda: lists.remove_items(NOBODY, [("movie", 550)]),
                lambda: lists.clear(NOBODY),
                lambda: lists.delete(NOBODY),
            ],
            PermissionDeniedError,
            TMDBCode.TOKEN_NOT_WRITE,
        )


def not_found(source: Source) -> None:
    """A list that there is not cannot be read, changed or deleted."""
    user = source.user()
    with source.connect(user.access_token) as tmdb:
        lists = tmdb.v4.lists
        each_refused(
            [
                lambda: lists.details(NOBODY),
                lambda: lists.item_status(NOBODY, media_type="movie", media_id=550),
                lambda: lists.update(NOBODY, name="Never made"),
                lambda: lists.add_items(NOBODY, [("movie", 550)]),
                lambda: lists.delete(NOBODY),
            ],
            NotFoundError,
        )
