"""A user's account by a version 4 token. What was there before is there again afterwards."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, each_refused
from tmdb_facade import PermissionDeniedError, TMDBCode
from tmdb_facade.models import RatedValue


async def films(source: Source) -> None:
    """A film that was liked, put on the watchlist and rated; and others that the user may like."""
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
            wanted = await of_user.watchlist_movies(user.account_object_id, sort_by="created_at.desc").page(1)
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
    assert 13 in [film.id for film in liked.results]
    assert 13 in [film.id for film in wanted.results]
    assert (13, 8.5) in [(film.id, film.account_rating.value) for film in rated.results]
    assert 13 not in [film.id for film in recommended.results]


async def series(source: Source) -> None:
    """The same with a series."""
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
            wanted = await of_user.watchlist_tv(user.account_object_id, sort_by="created_at.desc").page(1)
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
    assert 1396 in [show.id for show in wanted.results]
    assert (1396, 9.5) in [(show.id, show.account_rating.value) for show in rated.results]
    assert 1396 not in [show.id for show in recommended.results]


async def of_another(source: Source) -> None:
    """The application's own token opens nobody's account."""
    user = source.user()
    async with source.connect() as tmdb:
        account, number = tmdb.v4.account, user.account_object_id
        await each_refused(
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
