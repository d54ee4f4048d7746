# Made from tests/facade/_async/test_account.py by `make sync`: edit that file, never this one.
"""A user's account by a session: what each method asks, the type that it gives, and what it writes."""

from __future__ import annotations

import json
from typing import assert_type

import pytest

from tests.facade.resources import ANSWER, Case, case_name
from tests.facade.support import TOKEN, Fake, refuse, say
from tmdb_facade import TMDB, AuthenticationError, Pager
from tmdb_facade.models import (
    AccountDetails,
    Movie,
    MoviePage,
    RatedEpisode,
    RatedEpisodePage,
    RatedMovie,
    RatedMoviePage,
    RatedTVShow,
    RatedTVShowPage,
    StatusResponse,
    TVShow,
    TVShowPage,
    UserList,
    UserListPage,
)

SESSION = {"session_id": "s1"}
QUERY = {**SESSION, "sort_by": "created_at.desc", "language": "pt-BR", "page": "1"}
DETAILS = {**ANSWER, "username": "somebody"}
CASES: list[Case[TMDB]] = [
    Case(lambda tmdb: tmdb.account.details(7, session_id="s1"), "/3/account/7", SESSION, AccountDetails, DETAILS),
    Case(lambda tmdb: tmdb.account.details(session_id="s1"), "/3/account", SESSION, AccountDetails, DETAILS),
    Case(
        lambda tmdb: tmdb.account.lists(7, session_id="s1").first(),
        "/3/account/7/lists",
        {**SESSION, "page": "1"},
        UserList,
    ),
    Case(
        lambda tmdb: tmdb.account.favorite_movies(
            7, session_id="s1", sort_by="created_at.desc", language="pt-BR"
        ).first(),
        "/3/account/7/favorite/movies",
        QUERY,
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.account.favorite_tv(7, session_id="s1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/account/7/favorite/tv",
        QUERY,
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.account.rated_movies(7, session_id="s1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/account/7/rated/movies",
        QUERY,
        RatedMovie,
    ),
    Case(
        lambda tmdb: tmdb.account.rated_tv(7, session_id="s1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/account/7/rated/tv",
        QUERY,
        RatedTVShow,
    ),
    Case(
        lambda tmdb: tmdb.account.rated_tv_episodes(
            7, session_id="s1", sort_by="created_at.desc", language="pt-BR"
        ).first(),
        "/3/account/7/rated/tv/episodes",
        QUERY,
        RatedEpisode,
    ),
    Case(
        lambda tmdb: tmdb.account.watchlist_movies(
            7, session_id="s1", sort_by="created_at.desc", language="pt-BR"
        ).first(),
        "/3/account/7/watchlist/movies",
        QUERY,
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.account.watchlist_tv(7, session_id="s1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/account/7/watchlist/tv",
        QUERY,
        TVShow,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind


def test_lists_come_as_pagers_of_their_rows() -> None:
    """The types tell rows and pages."""
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        assert_type(tmdb.account.lists(7), Pager[UserList, UserListPage])
        assert_type(tmdb.account.favorite_movies(7), Pager[Movie, MoviePage])
        assert_type(tmdb.account.favorite_tv(7), Pager[TVShow, TVShowPage])
        assert_type(tmdb.account.rated_movies(7), Pager[RatedMovie, RatedMoviePage])
        assert_type(tmdb.account.rated_tv(7), Pager[RatedTVShow, RatedTVShowPage])
        assert_type(tmdb.account.rated_tv_episodes(7), Pager[RatedEpisode, RatedEpisodePage])
        assert_type(tmdb.account.watchlist_movies(7), Pager[Movie, MoviePage])
        assert_type(tmdb.account.watchlist_tv(7), Pager[TVShow, TVShowPage])


def test_titles_are_marked_and_unmarked_by_the_same_call() -> None:
    """The body says which title, and which of the two; the query says who."""
    fake = Fake(say({"success": True, "status_code": 12, "status_message": "Done."}, 201))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        marked = tmdb.account.set_favorite(7, media_type="movie", media_id=550, favorite=True, session_id="s1")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/3/account/7/favorite", SESSION)
        assert json.loads(fake.last.content) == {"media_type": "movie", "media_id": 550, "favorite": True}
        tmdb.account.set_watchlist(7, media_type="tv", media_id=1399, watchlist=False, session_id="s1")
        assert (fake.last.method, fake.last.url.path, fake.query) == ("POST", "/3/account/7/watchlist", SESSION)
        assert json.loads(fake.last.content) == {"media_type": "tv", "media_id": 1399, "watchlist": False}
    assert_type(marked, StatusResponse)
    assert marked.status_code == 12


def test_without_a_valid_session_the_error_names_no_secret() -> None:
    """Neither the session nor the account's number is shown."""
    with TMDB(TOKEN, transport=Fake(refuse(401, 3)).transport) as tmdb:
        with pytest.raises(AuthenticationError) as refused:
            tmdb.account.details(76543, session_id="5ec2e7")
    shown = f"{refused.value} {refused.value!r} {refused.value.url}"
    assert "5ec2e7" not in shown
    assert "76543" not in shown
