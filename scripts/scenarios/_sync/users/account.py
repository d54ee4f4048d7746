# Made from scripts/scenarios/_async/users/account.py by `make sync`: edit that file, never this one.
"""A user's account with a session. The scenarios restore its state."""

from __future__ import annotations

from scripts.scenarios._sync.source import ENDED_SESSION, MISSING_ID, Source, assert_each_raises
from tmdb_bindings import api
from tmdb_bindings.models import FavoriteBody, WatchlistBody
from tmdb_facade import AuthenticationError, NotFoundError, TMDBCode


def details(source: Source) -> None:
    """Get the account by its session alone and by its id."""
    with source.connect(session_id=source.session_id()) as tmdb:
        user = tmdb.account.details()
        same = tmdb.account.details(user.id)
    assert user.username
    assert (same.id, same.username) == (user.id, user.username)


def favorites(source: Source) -> None:
    """Add a movie and a TV series to the favorites and remove them."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        movie = (tmdb.movies.account_states(13)).favorite
        show = (tmdb.tv.account_states(1396)).favorite
        try:
            tmdb.account.set_favorite(account, media_type="movie", media_id=13, favorite=True)
            tmdb.account.set_favorite(account, media_type="tv", media_id=1396, favorite=True)
            movies = tmdb.account.favorite_movies(account, sort_by="created_at.desc").page(1)
            shows = tmdb.account.favorite_tv(account, sort_by="created_at.desc").page(1)
            states = tmdb.movies.account_states(13)
        finally:
            tmdb.account.set_favorite(account, media_type="movie", media_id=13, favorite=bool(movie))
            tmdb.account.set_favorite(account, media_type="tv", media_id=1396, favorite=bool(show))
        after = (tmdb.movies.account_states(13)).favorite
    assert 13 in [one.id for one in movies.results]
    assert 1396 in [one.id for one in shows.results]
    assert (states.favorite, after) == (True, movie)


def watchlist(source: Source) -> None:
    """Add a movie and a TV series to the watchlist and remove them."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        movie = (tmdb.movies.account_states(13)).watchlist
        show = (tmdb.tv.account_states(1396)).watchlist
        try:
            tmdb.account.set_watchlist(account, media_type="movie", media_id=13, watchlist=True)
            tmdb.account.set_watchlist(account, media_type="tv", media_id=1396, watchlist=True)
            movies = tmdb.account.watchlist_movies(account, sort_by="created_at.desc").page(1)
            shows = tmdb.account.watchlist_tv(account, sort_by="created_at.desc").page(1)
            states = tmdb.tv.account_states(1396)
        finally:
            tmdb.account.set_watchlist(account, media_type="movie", media_id=13, watchlist=bool(movie))
            tmdb.account.set_watchlist(account, media_type="tv", media_id=1396, watchlist=bool(show))
        after = (tmdb.tv.account_states(1396)).watchlist
    assert 13 in [one.id for one in movies.results]
    assert 1396 in [one.id for one in shows.results]
    assert (states.watchlist, after) == (True, show)


def ended_session(source: Source) -> None:
    """Expect an error for an account id with a session that has ended."""
    favorite = FavoriteBody(media_type="movie", media_id=13, favorite=True)
    watchlist = WatchlistBody(media_type="tv", media_id=1396, watchlist=True)
    with source.connect(session_id=ENDED_SESSION) as tmdb:
        assert_each_raises(
            [
                lambda: tmdb.call(api.account.details, 1),
                lambda: tmdb.call(api.account.favorite_movies, 1, page=1),
                lambda: tmdb.call(api.account.favorite_tv, 1, page=1),
                lambda: tmdb.call(api.account.lists, 1, page=1),
                lambda: tmdb.call(api.account.rated_movies, 1, page=1),
                lambda: tmdb.call(api.account.rated_tv, 1, page=1),
                lambda: tmdb.call(api.account.rated_tv_episodes, 1, page=1),
                lambda: tmdb.call(api.account.set_favorite, 1, favorite),
                lambda: tmdb.call(api.account.set_watchlist, 1, watchlist),
                lambda: tmdb.call(api.account.watchlist_movies, 1, page=1),
                lambda: tmdb.call(api.account.watchlist_tv, 1, page=1),
            ],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )


def not_found(source: Source) -> None:
    """Expect `NotFoundError` for marking media that does not exist."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        assert_each_raises(
            [
                lambda: tmdb.account.set_favorite(account, media_type="movie", media_id=MISSING_ID, favorite=True),
                lambda: tmdb.account.set_watchlist(account, media_type="tv", media_id=MISSING_ID, watchlist=True),
            ],
            NotFoundError,
        )
