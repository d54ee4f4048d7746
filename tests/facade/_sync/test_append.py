# Made from tests/facade/_async/test_append.py by `make sync`: edit that file, never this one.
"""append_to_response: blocks come with the details, however many there are."""

from __future__ import annotations

import warnings

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, refuse, say
from tmdb_bindings import api
from tmdb_facade import TMDB, MovieAppend, NotFoundError
from tmdb_facade.errors import MissingBlockError

CREDITS = {"cast": [{"id": 819, "name": "Edward Norton", "credit_id": "5"}], "crew": []}
FILM: dict[str, object] = {"id": 550, "title": "Fight Club", "credits": CREDITS, "watch/providers": {}}


def test_blocks_are_asked_for_and_become_attributes() -> None:
    """Constants joined with `|` give exactly those blocks, from one request."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.WATCH_PROVIDERS)
    assert fake.query == {"append_to_response": "credits,watch/providers"}
    assert film.credits.cast[0].name == "Edward Norton"
    assert film.watch_providers is not None
    assert len(fake.requests) == 1


def test_a_block_that_was_not_asked_for_says_what_to_pass() -> None:
    """Type checkers refuse it; at run time the error names the constant."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.movies.details(550)
    with pytest.raises(MissingBlockError, match=r"MovieAppend\.CREDITS"):
        film.credits  # type: ignore[misc]  # noqa: B018  (reading it is the test)


def test_names_in_a_list_are_taken_too() -> None:
    """A block may be called as TMDB or as Python does; the same one twice counts once."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.movies.details(550, append=["credits", "watch_providers", "credits"])
        assert fake.query == {"append_to_response": "credits,watch/providers"}
        assert film.credits.cast[0].id == 819
        tmdb.movies.details(550, append=[])
        assert fake.query == {}


def test_an_unknown_name_is_an_error_before_anything_is_sent() -> None:
    """TMDB would leave it out without a word; here the error lists what there is and what was probably meant."""
    fake = Fake(say(FILM))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match=r"'credit'.*did you mean 'credits'.*watch/providers"):
            tmdb.movies.details(550, append=["credit"])
        with pytest.raises(TypeError, match="list"):
            tmdb.movies.details(550, append="credits")  # type: ignore[call-overload]  # wrong on purpose
    assert fake.requests == []


def seasons(request: httpx.Request) -> httpx.Response:
    """Answer for a series with the seasons that were asked for, twenty at most."""
    blocks = request.url.params["append_to_response"].split(",")
    if len(blocks) > 20:
        return refuse(400, 27)
    return say(
        {"id": 1, "name": "A series", **{block: {"id": 7, "name": block, "season_number": 1} for block in blocks}}
    )


def test_more_than_twenty_blocks_take_the_fewest_requests_and_are_one_answer() -> None:
    """TMDB appends twenty; what is beyond comes by further requests with the same parameters."""
    wanted = ",".join(f"season/{number}" for number in range(1, 46))
    fake = Fake(seasons)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", language="de") as tmdb:
        series = tmdb.call(api.tv.details, 1, append_to_response=wanted)
    assert len(fake.requests) == 3
    assert [request.url.params["language"] for request in fake.requests] == ["de"] * 3
    assert list(series.to_dict())[-45:] == wanted.split(",")


def test_what_is_odd_in_one_of_several_answers_is_told_at_the_users_line() -> None:
    """And a season that there is not is not odd: whoever asks for all of them does not know how many there are."""

    def answer(request: httpx.Request) -> httpx.Response:
        blocks = request.url.params["append_to_response"].split(",")
        there = {block: {"id": 7, "season_number": 1, "name": 5} for block in blocks if block == "season/21"}
        return say({"id": 1, "name": "A series", "number_of_seasons": "many" if there else 1, **there})

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            series = tmdb.tv.details(1, seasons=range(1, 25))
            assert series.season(21).season_number == 1
        assert {warning.filename for warning in told} == {__file__}
        said = [str(warning.message) for warning in told]
        assert any("number_of_seasons" in text for text in said)
        assert not any("season/" in text and "nothing" in text and "SeasonDetails," in text for text in said)
        with pytest.raises(MissingBlockError, match="there is no season/24"):
            series.season(24)


def test_an_error_in_one_of_several_requests_is_the_error_of_the_call() -> None:
    """It comes as it is, not in a group."""
    wanted = ",".join(f"season/{number}" for number in range(1, 46))
    fake = Fake(
        lambda request: refuse(404, 34) if "season/21" in request.url.params["append_to_response"] else seasons(request)
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.call(api.tv.details, 1, append_to_response=wanted)
