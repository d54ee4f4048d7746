# Made from tests/facade/_async/test_v4_account.py by `make sync`: edit that file, never this one.
"""A user's account by a token: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, refuse, say
from tmdb_facade import TMDB, Pager, PermissionDeniedError
from tmdb_facade.models import (
    AccountRatedMovie,
    AccountRatedMoviePage,
    AccountRatedTVShow,
    AccountRatedTVShowPage,
    Movie,
    MoviePage,
    TVShow,
    TVShowPage,
    V4List,
    V4ListPage,
)

PAGE = {"page": "1"}
TEXTS = {**PAGE, "language": "pt-BR"}
SORTED = {**TEXTS, "sort_by": "created_at.asc"}
CASES: list[Case[TMDB]] = [
    Case(lambda tmdb: tmdb.v4.account.lists("a1").first(), "/4/account/a1/lists", PAGE, V4List),
    Case(
        lambda tmdb: tmdb.v4.account.favorite_movies("a1", sort_by="created_at.asc", language="pt-BR").first(),
        "/4/account/a1/movie/favorites",
        SORTED,
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.favorite_tv("a1", sort_by="created_at.asc", language="pt-BR").first(),
        "/4/account/a1/tv/favorites",
        SORTED,
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.rated_movies("a1", sort_by="created_at.asc", language="pt-BR").first(),
        "/4/account/a1/movie/rated",
        SORTED,
        AccountRatedMovie,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.rated_tv("a1", sort_by="created_at.asc", language="pt-BR").first(),
        "/4/account/a1/tv/rated",
        SORTED,
        AccountRatedTVShow,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.recommended_movies("a1", language="pt-BR").first(),
        "/4/account/a1/movie/recommendations",
        TEXTS,
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.recommended_tv("a1", language="pt-BR").first(),
        "/4/account/a1/tv/recommendations",
        TEXTS,
        TVShow,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.watchlist_movies("a1", sort_by="created_at.asc", language="pt-BR").first(),
        "/4/account/a1/movie/watchlist",
        SORTED,
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.v4.account.watchlist_tv("a1", sort_by="created_at.asc", language="pt-BR").first(),
        "/4/account/a1/tv/watchlist",
        SORTED,
        TVShow,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """With the client's own token, which has to be the user's."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"
    assert type(found) is case.kind


def test_lists_come_as_pagers_of_their_rows() -> None:
    """The types tell rows and pages."""
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        assert_type(tmdb.v4.account.lists("a1"), Pager[V4List, V4ListPage])
        assert_type(tmdb.v4.account.favorite_movies("a1"), Pager[Movie, MoviePage])
        assert_type(tmdb.v4.account.favorite_tv("a1"), Pager[TVShow, TVShowPage])
        assert_type(tmdb.v4.account.rated_movies("a1"), Pager[AccountRatedMovie, AccountRatedMoviePage])
        assert_type(tmdb.v4.account.rated_tv("a1"), Pager[AccountRatedTVShow, AccountRatedTVShowPage])
        assert_type(tmdb.v4.account.recommended_movies("a1"), Pager[Movie, MoviePage])
        assert_type(tmdb.v4.account.recommended_tv("a1"), Pager[TVShow, TVShowPage])
        assert_type(tmdb.v4.account.watchlist_movies("a1"), Pager[Movie, MoviePage])
        assert_type(tmdb.v4.account.watchlist_tv("a1"), Pager[TVShow, TVShowPage])


def test_a_token_that_is_not_the_users_is_an_error_without_the_account() -> None:
    """The account's id stands in the path, and is hidden."""
    with TMDB(TOKEN, transport=Fake(refuse(401, 36)).transport) as tmdb:
        with pytest.raises(PermissionDeniedError) as refused:
            tmdb.v4.account.lists("5ec2e75ec2e7").first()
    assert "5ec2e7" not in f"{refused.value} {refused.value!r} {refused.value.url}"
