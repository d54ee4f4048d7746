"""Ratings of a guest."""

from __future__ import annotations

import pytest

from tests.facade.support import TOKEN, Fake, error_response, movie_pages
from tmdb_facade import AsyncTMDB, NotFoundError


async def test_guest_methods_default_to_the_clients_guest_session() -> None:
    """An argument takes precedence; without either, the error names what to pass."""
    fake = Fake(movie_pages(0))
    async with AsyncTMDB(TOKEN, guest_session_id="g1", transport=fake.transport, on_drift="ignore") as tmdb:
        for pager in (tmdb.guest.rated_movies(), tmdb.guest.rated_tv(), tmdb.guest.rated_tv_episodes()):
            await pager.first()
        assert [request.url.path.split("/")[3] for request in fake.requests] == ["g1"] * 3
        await tmdb.guest.rated_movies("g2").first()
        assert fake.last.url.path == "/3/guest_session/g2/rated/movies"
        await tmdb.with_options(guest_session_id="g3").guest.rated_tv().first()
        assert fake.last.url.path == "/3/guest_session/g3/rated/tv"
        without_guest = tmdb.with_options(guest_session_id=None).guest
        for method in (without_guest.rated_movies, without_guest.rated_tv, without_guest.rated_tv_episodes):
            with pytest.raises(ValueError, match=r"pass guest_session_id=.*create_guest_session"):
                method()


async def test_guest_session_id_is_validated_and_hidden_in_errors() -> None:
    fake = Fake(error_response(404, 34))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="guest_session_id") as invalid:
            tmdb.guest.rated_movies("5ec2e7/../x")
        assert fake.requests == []
        pager = tmdb.guest.rated_movies("5ec2e7")
        with pytest.raises(NotFoundError) as missing:
            await pager.first()
    assert "5ec2e7" not in f"{invalid.value} {missing.value} {missing.value!r} {missing.value.url} {pager!r}"
