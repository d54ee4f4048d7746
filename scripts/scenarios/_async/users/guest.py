"""Guest sessions, which can only rate."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, assert_each_raises
from tmdb_facade import AuthenticationError, TMDBCode
from tmdb_facade.models import RatedValue
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


async def ratings(source: Source) -> None:
    """Rate a movie, a TV series and an episode as a guest, list the ratings and delete them."""
    async with source.connect() as tmdb:
        session = await tmdb.auth.create_guest_session()
    guest = session.guest_session_id
    async with source.connect(guest_session_id=guest) as tmdb:
        await tmdb.movies.rate(550, 8.5)
        await tmdb.tv.rate(1396, 9)
        await tmdb.tv.episodes.rate(1396, 1, 1, 7)
        states = await tmdb.movies.account_states(550)
        movies = await tmdb.guest.rated_movies(guest, sort_by="created_at.desc").page(1)
        shows = await tmdb.guest.rated_tv(guest).page(1)
        episodes = await tmdb.guest.rated_tv_episodes(guest).page(1)
        await tmdb.movies.delete_rating(550)
        await tmdb.tv.delete_rating(1396)
        await tmdb.tv.episodes.delete_rating(1396, 1, 1)
    assert session.expires_at.tzinfo is not None
    assert states.rated == RatedValue(value=8.5)
    assert [(movie.id, movie.rating) for movie in movies.results] == [(550, 8.5)]
    assert [(show.id, show.rating) for show in shows.results] == [(1396, 9)]
    assert [(episode.id, episode.rating) for episode in episodes.results] == [(62085, 7)]


async def unknown_session(source: Source) -> None:
    """Expect an error for a guest session that does not exist."""
    guest = STRANGER.api_key
    async with source.connect() as tmdb:
        await assert_each_raises(
            [
                lambda: tmdb.guest.rated_movies(guest).first(),
                lambda: tmdb.guest.rated_tv(guest).first(),
                lambda: tmdb.guest.rated_tv_episodes(guest).first(),
            ],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )
