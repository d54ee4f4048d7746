# Made from tests/facade/_async/test_guest.py by `make sync`: edit that file, never this one.
"""What guests have rated: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, pages, refuse, say
from tmdb_facade import TMDB, NotFoundError, Pager
from tmdb_facade.models import (
    RatedEpisode,
    RatedEpisodePage,
    RatedMovie,
    RatedMoviePage,
    RatedTVShow,
    RatedTVShowPage,
)

QUERY = {"sort_by": "created_at.desc", "language": "pt-BR", "page": "1"}
CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.guest.rated_movies("g1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/guest_session/g1/rated/movies",
        QUERY,
        RatedMovie,
    ),
    Case(
        lambda tmdb: tmdb.guest.rated_tv("g1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/guest_session/g1/rated/tv",
        QUERY,
        RatedTVShow,
    ),
    Case(
        lambda tmdb: tmdb.guest.rated_tv_episodes("g1", sort_by="created_at.desc", language="pt-BR").first(),
        "/3/guest_session/g1/rated/tv/episodes",
        QUERY,
        RatedEpisode,
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
        assert_type(tmdb.guest.rated_movies("g1"), Pager[RatedMovie, RatedMoviePage])
        assert_type(tmdb.guest.rated_tv("g1"), Pager[RatedTVShow, RatedTVShowPage])
        assert_type(tmdb.guest.rated_tv_episodes("g1"), Pager[RatedEpisode, RatedEpisodePage])


def test_the_clients_guest_is_asked_about_by_default() -> None:
    """What is passed wins, and without either the error tells what to do."""
    fake = Fake(pages(0))
    with TMDB(TOKEN, guest_session_id="g1", transport=fake.transport, on_drift="ignore") as tmdb:
        for pager in (tmdb.guest.rated_movies(), tmdb.guest.rated_tv(), tmdb.guest.rated_tv_episodes()):
            pager.first()
        assert [request.url.path.split("/")[3] for request in fake.requests] == ["g1"] * 3
        tmdb.guest.rated_movies("g2").first()
        assert fake.last.url.path == "/3/guest_session/g2/rated/movies"
        tmdb.with_options(guest_session_id="g3").guest.rated_tv().first()
        assert fake.last.url.path == "/3/guest_session/g3/rated/tv"
        nobody = tmdb.with_options(guest_session_id=None).guest
        for method in (nobody.rated_movies, nobody.rated_tv, nobody.rated_tv_episodes):
            with pytest.raises(ValueError, match=r"pass guest_session_id.*create_guest_session"):
                method()


def test_a_guests_id_is_part_of_the_path_and_shown_nowhere() -> None:
    """One that would lead elsewhere is refused, one that TMDB refuses is hidden."""
    fake = Fake(refuse(404, 34))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="guest_session_id") as wrong:
            tmdb.guest.rated_movies("5ec2e7/../x")
        assert fake.requests == []
        pager = tmdb.guest.rated_movies("5ec2e7")
        with pytest.raises(NotFoundError) as missing:
            pager.first()
    assert "5ec2e7" not in f"{wrong.value} {missing.value} {missing.value!r} {missing.value.url} {pager!r}"
