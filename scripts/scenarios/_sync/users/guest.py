# Made from scripts/scenarios/_async/users/guest.py by `make sync`: edit that file, never this one.
"""Guest sessions, which can only rate."""

from __future__ import annotations

from scripts.scenarios._sync.source import Source, assert_each_raises
from tmdb_facade import AuthenticationError, TMDBCode
from tmdb_facade.models import RatedValue
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


def ratings(source: Source) -> None:
    """Rate a movie, a TV series and an episode as a guest, list the ratings and delete them."""
    with source.connect() as tmdb:
        session = tmdb.auth.create_guest_session()
    guest = session.guest_session_id
    with source.connect(guest_session_id=guest) as tmdb:
        tmdb.movies.rate(550, 8.5)
        tmdb.tv.rate(1396, 9)
        tmdb.tv.episodes.rate(1396, 1, 1, 7)
        states = tmdb.movies.account_states(550)
        movies = tmdb.guest.rated_movies(guest, sort_by="created_at.desc").page(1)
        shows = tmdb.guest.rated_tv(guest).page(1)
        episodes = tmdb.guest.rated_tv_episodes(guest).page(1)
        tmdb.movies.delete_rating(550)
        tmdb.tv.delete_rating(1396)
        tmdb.tv.episodes.delete_rating(1396, 1, 1)
    assert session.expires_at.tzinfo is not None
    assert states.rated == RatedValue(value=8.5)
    assert [(movie.id, movie.rating) for movie in movies.results] == [(550, 8.5)]
    assert [(show.id, show.rating) for show in shows.results] == [(1396, 9)]
    assert [(episode.id, episode.rating) for episode in episodes.results] == [(62085, 7)]


def unknown_session(source: Source) -> None:
    """Expect an error for a guest session that does not exist."""
    guest = STRANGER.api_key
    with source.connect() as tmdb:
        assert_each_raises(
            [
                lambda: tmdb.guest.rated_movies(guest).first(),
                lambda: tmdb.guest.rated_tv(guest).first(),
                lambda: tmdb.guest.rated_tv_episodes(guest).first(),
            ],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )
