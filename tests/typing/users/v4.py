"""Version 4: tokens, accounts and lists."""

from __future__ import annotations

from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager
from tmdb_facade.models import (
    AccountRatedMovie,
    AccountRatedMoviePage,
    AccountRating,
    ListItem,
    Movie,
    MoviePage,
    StatusResponse,
    TVShow,
    TVShowPage,
    V4AccessToken,
    V4List,
    V4ListCleared,
    V4ListCreated,
    V4ListDetails,
    V4ListItemResult,
    V4ListPage,
    V4RequestToken,
)
from tmdb_facade.types import MediaKindLike, V4ListSortByLike


def sync_client(tmdb: TMDB) -> None:
    """Check the types of authentication, account and list methods."""
    assert_type(tmdb.v4.auth.create_request_token(redirect_to="https://example.com"), V4RequestToken)
    assert_type(tmdb.v4.auth.approval_url("token"), str)
    assert_type(tmdb.v4.auth.create_access_token("token"), V4AccessToken)
    assert_type(tmdb.v4.auth.logout("token"), StatusResponse)

    user = tmdb.as_user(tmdb.v4.auth.create_access_token("token"))
    assert_type(user, TMDB)
    assert_type(user.v4.account.lists(), Pager[V4List, V4ListPage])
    assert_type(user.v4.account.favorite_movies(sort_by="created_at.asc"), Pager[Movie, MoviePage])
    assert_type(tmdb.v4.account.lists("id"), Pager[V4List, V4ListPage])
    assert_type(tmdb.v4.account.recommended_movies("id"), Pager[Movie, MoviePage])
    assert_type(tmdb.v4.account.rated_movies("id"), Pager[AccountRatedMovie, AccountRatedMoviePage])
    rated = tmdb.v4.account.rated_movies("id").first()
    assert rated is not None
    assert_type(rated.account_rating, AccountRating)

    assert_type(tmdb.v4.lists.create("Noir", language="pt", public=False), V4ListCreated)
    assert_type(tmdb.v4.lists.details(1), V4ListDetails)
    assert_type(tmdb.v4.lists.details(1).comments, dict[str, str | None])
    assert_type(tmdb.v4.lists.details(1).results, list[ListItem])
    assert_type(tmdb.v4.lists.items(1, sort_by="title.asc"), Pager[ListItem, V4ListDetails])
    assert_type(tmdb.v4.lists.add_items(1, [("movie", 550), ("tv", 1399)]), list[V4ListItemResult])
    assert_type(tmdb.v4.lists.update_items(1, {("movie", 550): "Again"}), list[V4ListItemResult])
    assert_type(tmdb.v4.lists.remove_items(1, (("movie", number) for number in range(3))), list[V4ListItemResult])
    assert_type(tmdb.v4.lists.item_status(1, media_type="movie", media_id=550), bool)
    assert_type(tmdb.v4.lists.update(1, description=""), StatusResponse)
    assert_type(tmdb.v4.lists.clear(1), V4ListCleared)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.v4.auth.create_request_token(), V4RequestToken)
    assert_type(tmdb.as_user(await tmdb.v4.auth.create_access_token("token")), AsyncTMDB)
    assert_type(tmdb.v4.account.recommended_tv("id"), AsyncPager[TVShow, TVShowPage])
    assert_type(tmdb.v4.lists.items(1), AsyncPager[ListItem, V4ListDetails])
    assert_type(await tmdb.v4.lists.add_items(1, [("movie", 550)]), list[V4ListItemResult])
    assert_type(await tmdb.v4.lists.item_status(1, media_type="tv", media_id=1399), bool)


def user_functions(tmdb: TMDB, items: list[tuple[MediaKindLike, int]], order: V4ListSortByLike) -> None:
    """Pass list items and Literal types from a user's function."""
    assert_type(tmdb.v4.lists.add_items(1, items), list[V4ListItemResult])
    assert_type(tmdb.v4.lists.update(1, sort_by=order), StatusResponse)
