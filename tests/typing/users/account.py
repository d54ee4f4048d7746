"""Users of version 3: tokens, sessions, accounts and guests."""

from __future__ import annotations

import datetime
from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager, UserCredentials
from tmdb_facade.models import (
    AccountDetails,
    GuestSession,
    Movie,
    MoviePage,
    RatedEpisode,
    RatedEpisodePage,
    RatedMovie,
    RatedMoviePage,
    RatedTVShow,
    RatedTVShowPage,
    RequestToken,
    Session,
    StatusResponse,
    TVShow,
    TVShowPage,
    UserList,
    UserListPage,
)
from tmdb_facade.types import AccountSortBy, MediaKindLike


def sync_client(tmdb: TMDB) -> None:
    """Check the types of authentication and account methods."""
    token = tmdb.auth.create_request_token()
    assert_type(token, RequestToken)
    assert_type(token.expires_at, datetime.datetime)
    assert_type(tmdb.auth.approval_url(token.request_token), str)
    session = tmdb.auth.create_session(token.request_token)
    assert_type(session, Session)
    assert_type(session.session_id, str)
    assert_type(tmdb.auth.validate_key(), StatusResponse)
    assert_type(tmdb.auth.create_guest_session(), GuestSession)

    assert_type(tmdb.as_user(session), TMDB)
    assert_type(tmdb.as_user(tmdb.auth.create_guest_session()), TMDB)
    assert_type(tmdb.as_user(UserCredentials(session_id=session.session_id, account_id=1)), TMDB)
    assert_type(tmdb.as_user(session).account.favorite_tv(sort_by="created_at.asc"), Pager[TVShow, TVShowPage])
    assert_type(tmdb.account.set_favorite(media_type="tv", media_id=1399, favorite=True), StatusResponse)
    assert_type(tmdb.account.rated_tv(session_id="session"), Pager[RatedTVShow, RatedTVShowPage])

    assert_type(tmdb.account.details(), AccountDetails)
    assert_type(tmdb.account.lists(1), Pager[UserList, UserListPage])
    assert_type(tmdb.account.favorite_movies(1, sort_by="created_at.desc"), Pager[Movie, MoviePage])
    assert_type(tmdb.account.rated_movies(1), Pager[RatedMovie, RatedMoviePage])
    rated = tmdb.account.rated_movies(1).first()
    assert rated is not None
    assert_type(rated.rating, float)
    assert_type(tmdb.account.set_favorite(1, media_type="movie", media_id=550, favorite=True), StatusResponse)
    assert_type(tmdb.account.set_watchlist(1, media_type="tv", media_id=1399, watchlist=False), StatusResponse)

    assert_type(tmdb.guest.rated_movies("guest"), Pager[RatedMovie, RatedMoviePage])
    assert_type(tmdb.guest.rated_tv("guest"), Pager[RatedTVShow, RatedTVShowPage])
    assert_type(tmdb.guest.rated_tv_episodes("guest"), Pager[RatedEpisode, RatedEpisodePage])


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.auth.create_request_token(), RequestToken)
    assert_type(tmdb.auth.approval_url("token"), str)
    assert_type(tmdb.as_user(await tmdb.auth.create_session("token")), AsyncTMDB)
    assert_type(await tmdb.account.set_watchlist(media_type="tv", media_id=1, watchlist=True), StatusResponse)
    assert_type(await tmdb.account.details(1), AccountDetails)
    assert_type(tmdb.account.rated_tv_episodes(1), AsyncPager[RatedEpisode, RatedEpisodePage])
    assert_type(await tmdb.account.set_favorite(1, media_type="tv", media_id=1, favorite=True), StatusResponse)
    assert_type(tmdb.guest.rated_movies("guest"), AsyncPager[RatedMovie, RatedMoviePage])


def user_functions(tmdb: TMDB, kind: MediaKindLike, order: AccountSortBy) -> None:
    """Pass types of parameters from a user's function."""
    assert_type(tmdb.account.set_favorite(1, media_type=kind, media_id=1, favorite=True), StatusResponse)
    assert_type(tmdb.account.watchlist_movies(1, sort_by=order), Pager[Movie, MoviePage])
