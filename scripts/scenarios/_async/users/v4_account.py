"""A user's account with a version 4 access token. The scenarios restore its state."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, assert_each_raises
from tmdb_facade import PermissionDeniedError, TMDBCode
from tmdb_facade.models import RatedValue


async def movies(source: Source) -> None:
    """List a user's favorite, watchlist, rated and recommended movies."""
    user = source.user()
    async with source.connect(user.access_token) as tmdb:
        session = (await tmdb.auth.create_session_from_v4_token(user.access_token)).session_id
        writing = tmdb.with_options(session_id=session)
        account = (await writing.account.details()).id
        before = await writing.movies.account_states(13)
        of_user = tmdb.v4.account
        try:
            await writing.account.set_favorite(account, media_type="movie", media_id=13, favorite=True)
            await writing.account.set_watchlist(account, media_type="movie", media_id=13, watchlist=True)
            await writing.movies.rate(13, 8.5)
            liked = await of_user.favorite_movies(user.account_object_id, sort_by="created_at.desc").page(1)
            to_watch = await of_user.watchlist_movies(user.account_object_id, sort_by="created_at.desc").page(1)
            rated = await of_user.rated_movies(user.account_object_id, sort_by="created_at.desc").page(1)
            recommended = await of_user.recommended_movies(user.account_object_id).page(1)
        finally:
            favorite, watchlist = bool(before.favorite), bool(before.watchlist)
            await writing.account.set_favorite(account, media_type="movie", media_id=13, favorite=favorite)
            await writing.account.set_watchlist(account, media_type="movie", media_id=13, watchlist=watchlist)
            await writing.movies.delete_rating(13)
            if isinstance(before.rated, RatedValue):
                await writing.movies.rate(13, before.rated.value)
            await tmdb.auth.delete_session(session)
    assert 13 in [movie.id for movie in liked.results]
    assert 13 in [movie.id for movie in to_watch.results]
    assert (13, 8.5) in [(movie.id, movie.account_rating.value) for movie in rated.results]
    assert 13 not in [movie.id for movie in recommended.results]


async def series(source: Source) -> None:
    """List a user's favorite, watchlist, rated and recommended TV series."""
    user = source.user()
    async with source.connect(user.access_token) as tmdb:
        session = (await tmdb.auth.create_session_from_v4_token(user.access_token)).session_id
        writing = tmdb.with_options(session_id=session)
        account = (await writing.account.details()).id
        before = await writing.tv.account_states(1396)
        of_user = tmdb.v4.account
        try:
            await writing.account.set_favorite(account, media_type="tv", media_id=1396, favorite=True)
            await writing.account.set_watchlist(account, media_type="tv", media_id=1396, watchlist=True)
            await writing.tv.rate(1396, 9.5)
            liked = await of_user.favorite_tv(user.account_object_id, sort_by="created_at.desc").page(1)
            to_watch = await of_user.watchlist_tv(user.account_object_id, sort_by="created_at.desc").page(1)
            rated = await of_user.rated_tv(user.account_object_id, sort_by="created_at.desc").page(1)
            recommended = await of_user.recommended_tv(user.account_object_id).page(1)
        finally:
            favorite, watchlist = bool(before.favorite), bool(before.watchlist)
            await writing.account.set_favorite(account, media_type="tv", media_id=1396, favorite=favorite)
            await writing.account.set_watchlist(account, media_type="tv", media_id=1396, watchlist=watchlist)
            await writing.tv.delete_rating(1396)
            if isinstance(before.rated, RatedValue):
                await writing.tv.rate(1396, before.rated.value)
            await tmdb.auth.delete_session(session)
    assert 1396 in [show.id for show in liked.results]
    assert 1396 in [show.id for show in to_watch.results]
    assert (1396, 9.5) in [(show.id, show.account_rating.value) for show in rated.results]
    assert 1396 not in [show.id for show in recommended.results]


async def without_user(source: Source) -> None:
    """Expect an error for reading an account with the application's own token."""
    user = source.user()
    async with source.connect() as tmdb:
        account, number = tmdb.v4.account, user.account_object_id
        await assert_each_raises(
            [
                lambda: account.lists(number).first(),
                lambda: account.favorite_movies(number).first(),
                lambda: account.favorite_tv(number).first(),
                lambda: account.rated_movies(number).first(),
                lambda: account.rated_tv(number).first(),
                lambda: account.recommended_movies(number).first(),
                lambda: account.recommended_tv(number).first(),
                lambda: account.watchlist_movies(number).first(),
                lambda: account.watchlist_tv(number).first(),
            ],
            PermissionDeniedError,
            TMDBCode.TOKEN_NOT_WRITE,
        )
