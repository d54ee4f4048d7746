"""Lists of version 3. What a scenario makes it deletes."""

from __future__ import annotations

from scripts.scenarios._async.source import NOBODY, Source, each_refused
from tmdb_facade import AuthenticationError, ConflictError, NotFoundError, TMDBCode
from tmdb_facade.models import Movie


async def a_list(source: Source) -> None:
    """A list is made, filled, emptied and deleted."""
    async with source.connect(session_id=source.session_id()) as tmdb:
        account = (await tmdb.account.details()).id
        made = await tmdb.lists.create("To be deleted", description="Made by a test.", language="en")
        number = made.list_id
        try:
            added = await tmdb.lists.add_movie(number, 550)
            await tmdb.lists.add_movie(number, 603)
            await each_refused([lambda: tmdb.lists.add_movie(number, 550)], ConflictError, TMDBCode.DUPLICATE_ENTRY)
            on_it = await tmdb.lists.item_status(number, movie_id=603)
            whole = await tmdb.lists.details(number)
            items = [item async for item in tmdb.lists.items(number)]
            kept = await tmdb.account.lists(account).page(1)
            removed = await tmdb.lists.remove_movie(number, 603)
            await each_refused([lambda: tmdb.lists.remove_movie(number, 603)], NotFoundError, TMDBCode.ENTRY_NOT_FOUND)
            not_on_it = await tmdb.lists.item_status(number, movie_id=603)
            cleared = await tmdb.lists.clear(number)
            empty = await tmdb.lists.details(number)
        finally:
            deleted = await tmdb.lists.delete(number)
    assert (added.status_code, cleared.status_code) == (TMDBCode.UPDATED, TMDBCode.UPDATED)
    assert deleted.success
    assert removed.status_code == TMDBCode.DELETED
    assert (on_it, not_on_it) == (True, False)
    assert (whole.name, whole.item_count) == ("To be deleted", 2)
    assert {(type(item), item.id) for item in items} == {(Movie, 550), (Movie, 603)}
    assert number in [one.id for one in kept.results]
    assert empty.items == []


async def without_a_session(source: Source) -> None:
    """Without a session nobody makes a list."""
    async with source.connect() as tmdb:
        await each_refused(
            [lambda: tmdb.lists.create("Never made")], AuthenticationError, TMDBCode.AUTH_FAILED_NO_PERMISSION
        )


async def not_found(source: Source) -> None:
    """A list that there is not cannot be read, changed or deleted."""
    async with source.connect(session_id=source.session_id()) as tmdb:
        lists = tmdb.lists
        await each_refused(
            [
                lambda: lists.details(NOBODY),
                lambda: lists.item_status(NOBODY, movie_id=550),
                lambda: lists.add_movie(NOBODY, 550),
                lambda: lists.remove_movie(NOBODY, 550),
                lambda: lists.clear(NOBODY),
                lambda: lists.delete(NOBODY),
            ],
            NotFoundError,
        )
