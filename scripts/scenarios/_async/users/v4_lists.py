"""Version 4 lists. The scenarios delete the lists that they create."""

from __future__ import annotations

from scripts.scenarios._async.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import NotFoundError, PermissionDeniedError, TMDBCode
from tmdb_facade.models import Movie, TVShow


async def list_lifecycle(source: Source) -> None:
    """Create, fill, comment, sort, clear and delete a list."""
    user = source.user()
    async with source.connect(user.access_token) as tmdb:
        lists = tmdb.v4.lists
        made = await lists.create("To be deleted", language="en", country="US", description="Made by a test.")
        number = made.id
        try:
            added = await lists.add_items(number, [("movie", 550), ("tv", 1396), ("movie", 550), ("movie", 603)])
            commented = await lists.update_items(number, {("movie", 550): "Twice.", ("tv", 1399): "Not on it."})
            updated = await lists.update(number, description="Changed by a test.", sort_by="title.asc")
            on_it = await lists.item_status(number, media_type="tv", media_id=1396)
            whole = await lists.details(number)
            items = [item async for item in lists.items(number, sort_by="original_order.asc")]
            user_lists = await tmdb.v4.account.lists(user.account_object_id).page(1)
            removed = await lists.remove_items(number, [("tv", 1396), ("tv", 1399)])
            not_on_it = await lists.item_status(number, media_type="tv", media_id=1396)
            cleared = await lists.clear(number)
            empty = await lists.details(number)
        finally:
            deleted = await lists.delete(number)
    assert [one.success for one in added] == [True, True, False, True]
    assert [one.success for one in commented] == [True, False]
    assert [one.success for one in removed] == [True, False]
    assert (on_it, not_on_it) == (True, False)
    assert updated.success
    assert deleted.success
    assert (whole.name, whole.description, whole.item_count) == ("To be deleted", "Changed by a test.", 3)
    assert whole.comments["movie:550"] == "Twice."
    assert {(type(item), item.id) for item in items} == {(Movie, 550), (TVShow, 1396), (Movie, 603)}
    assert number in [one.id for one in user_lists.results]
    assert cleared.items_deleted == 2
    assert empty.results == []


async def private_list(source: Source) -> None:
    """Read a private list as its owner, and expect an error with the application's own token."""
    user = source.user()
    async with source.connect(user.access_token) as tmdb, source.connect() as application:
        number = (await tmdb.v4.lists.create("To be deleted", language="en", public=False)).id
        try:
            mine = await tmdb.v4.lists.details(number)
            await assert_each_raises(
                [lambda: application.v4.lists.details(number)], PermissionDeniedError, TMDBCode.RESOURCE_PRIVATE
            )
        finally:
            await tmdb.v4.lists.delete(number)
        await assert_each_raises([lambda: tmdb.v4.lists.details(number)], NotFoundError)
    assert mine.public is False


async def without_user(source: Source) -> None:
    """Expect an error for creating or changing lists with the application's own token."""
    async with source.connect() as tmdb:
        lists = tmdb.v4.lists
        await assert_each_raises(
            [
                lambda: lists.create("Never made", language="en"),
                lambda: lists.update(MISSING_ID, name="Never made"),
                lambda: lists.add_items(MISSING_ID, [("movie", 550)]),
                lambda: lists.update_items(MISSING_ID, {("movie", 550): "Never made."}),
                lambda: lists.remove_items(MISSING_ID, [("movie", 550)]),
                lambda: lists.clear(MISSING_ID),
                lambda: lists.delete(MISSING_ID),
            ],
            PermissionDeniedError,
            TMDBCode.TOKEN_NOT_WRITE,
        )


async def not_found(source: Source) -> None:
    """Expect an error for each operation on a list that does not exist."""
    user = source.user()
    async with source.connect(user.access_token) as tmdb:
        lists = tmdb.v4.lists
        await assert_each_raises(
            [
                lambda: lists.details(MISSING_ID),
                lambda: lists.item_status(MISSING_ID, media_type="movie", media_id=550),
                lambda: lists.update(MISSING_ID, name="Never made"),
                lambda: lists.add_items(MISSING_ID, [("movie", 550)]),
                lambda: lists.delete(MISSING_ID),
            ],
            NotFoundError,
        )
