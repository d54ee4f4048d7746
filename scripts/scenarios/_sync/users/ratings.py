# Made from scripts/scenarios/_async/users/ratings.py by `make sync`: edit that file, never this one.
"""A user's ratings and account states. The scenarios restore their state."""

from __future__ import annotations

from scripts.scenarios._sync.source import ENDED_SESSION, MISSING_ID, Source, assert_each_raises
from tmdb_bindings import api
from tmdb_facade import AuthenticationError, NotFoundError, TMDBCode
from tmdb_facade.models import RatedValue


def movies(source: Source) -> None:
    """Rate a movie, rate it again and delete the rating."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        before = (tmdb.movies.account_states(13)).rated
        try:
            first = tmdb.movies.rate(13, 8.5)
            again = tmdb.movies.rate(13, 9)
            states = tmdb.movies.account_states(13)
            rated = tmdb.account.rated_movies(account, sort_by="created_at.desc").page(1)
            gone = tmdb.movies.delete_rating(13)
            after = tmdb.movies.account_states(13)
        finally:
            if isinstance(before, RatedValue):
                tmdb.movies.rate(13, before.value)
    assert first.status_code in {TMDBCode.SUCCESS, TMDBCode.UPDATED}
    assert (again.status_code, gone.status_code) == (TMDBCode.UPDATED, TMDBCode.DELETED)
    assert (states.rated, after.rated) == (RatedValue(value=9), False)
    assert (13, 9) in [(movie.id, movie.rating) for movie in rated.results]


def series(source: Source) -> None:
    """Rate a TV series and delete the rating."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        before = (tmdb.tv.account_states(1396)).rated
        try:
            tmdb.tv.rate(1396, 9.5)
            states = tmdb.tv.account_states(1396)
            rated = tmdb.account.rated_tv(account, sort_by="created_at.desc").page(1)
            gone = tmdb.tv.delete_rating(1396)
        finally:
            if isinstance(before, RatedValue):
                tmdb.tv.rate(1396, before.value)
    assert gone.status_code == TMDBCode.DELETED
    assert states.rated == RatedValue(value=9.5)
    assert (1396, 9.5) in [(show.id, show.rating) for show in rated.results]


def episodes(source: Source) -> None:
    """Rate an episode, read the rating from its season too, and delete it."""
    with source.connect(session_id=source.session_id()) as tmdb:
        account = (tmdb.account.details()).id
        before = (tmdb.tv.episodes.account_states(1396, 1, 1)).rated
        try:
            tmdb.tv.episodes.rate(1396, 1, 1, 7.5)
            states = tmdb.tv.episodes.account_states(1396, 1, 1)
            season = tmdb.tv.seasons.account_states(1396, 1)
            rated = tmdb.account.rated_tv_episodes(account, sort_by="created_at.desc").page(1)
            gone = tmdb.tv.episodes.delete_rating(1396, 1, 1)
        finally:
            if isinstance(before, RatedValue):
                tmdb.tv.episodes.rate(1396, 1, 1, before.value)
    assert gone.status_code == TMDBCode.DELETED
    assert states.rated == RatedValue(value=7.5)
    assert (1, RatedValue(value=7.5)) in [(episode.episode_number, episode.rated) for episode in season.results]
    assert (62085, 7.5) in [(episode.id, episode.rating) for episode in rated.results]


def ended_session(source: Source) -> None:
    """Expect an error for writing or reading ratings with a session that has ended."""
    with source.connect(session_id=ENDED_SESSION) as tmdb:
        assert_each_raises(
            [
                lambda: tmdb.call(api.movies.rate, 13, {"value": 8}),
                lambda: tmdb.call(api.movies.delete_rating, 13),
                lambda: tmdb.call(api.movies.account_states, 13),
                lambda: tmdb.call(api.tv.rate, 1396, {"value": 8}),
                lambda: tmdb.call(api.tv.delete_rating, 1396),
                lambda: tmdb.call(api.tv.account_states, 1396),
                lambda: tmdb.call(api.tv_seasons.account_states, 1396, 1),
                lambda: tmdb.call(api.tv_episodes.rate, 1396, 1, 1, {"value": 8}),
                lambda: tmdb.call(api.tv_episodes.delete_rating, 1396, 1, 1),
                lambda: tmdb.call(api.tv_episodes.account_states, 1396, 1, 1),
            ],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )


def not_found(source: Source) -> None:
    """Expect `NotFoundError` for rating media that does not exist."""
    with source.connect(session_id=source.session_id()) as tmdb:
        assert_each_raises(
            [
                lambda: tmdb.movies.rate(MISSING_ID, 8),
                lambda: tmdb.tv.rate(MISSING_ID, 8),
                lambda: tmdb.tv.episodes.rate(1396, 1, 99, 8),
            ],
            NotFoundError,
        )
