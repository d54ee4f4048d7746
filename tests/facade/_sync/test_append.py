# Made from tests/facade/_async/test_append.py by `make sync`: edit that file, never this one.
"""Blocks requested by `append_to_response` or `seasons=`."""

from __future__ import annotations

import pickle
import warnings

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, fake_sequence, json_response
from tmdb_bindings import api
from tmdb_facade import TMDB, DriftError, MovieAppend, NotFoundError, TMDBError
from tmdb_facade.errors import MissingBlockError
from tmdb_facade.testing import make_movie_details

CREDITS = {"cast": [{"id": 819, "name": "Edward Norton", "credit_id": "5"}], "crew": []}
MOVIE: dict[str, object] = {"id": 550, "title": "Fight Club", "credits": CREDITS, "watch/providers": {}}


def test_movies_details_appends_blocks_in_one_request() -> None:
    """The constants joined with `|` become attributes of the answer."""
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.WATCH_PROVIDERS)
    assert fake.query == {"append_to_response": "credits,watch/providers"}
    assert movie.credits.cast[0].name == "Edward Norton"
    assert movie.watch_providers is not None
    assert len(fake.requests) == 1


def test_reading_a_block_that_was_not_appended_raises_and_names_the_constant() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550)
    with pytest.raises(MissingBlockError, match=r"MovieAppend\.CREDITS"):
        movie.credits  # type: ignore[arg-type]  # noqa: B018  (reading it is the test)


def test_append_accepts_a_list_of_names() -> None:
    """A block has its wire name or its Python name; duplicates are sent once."""
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550, append=["credits", "watch_providers", "credits"])
        assert fake.query == {"append_to_response": "credits,watch/providers"}
        assert movie.credits.cast[0].id == 819
        tmdb.movies.details(550, append=[])
        assert fake.query == {}


def seasons(request: httpx.Request) -> httpx.Response:
    """Answer with the requested seasons; reject more than 20 blocks."""
    blocks = request.url.params["append_to_response"].split(",")
    if len(blocks) > 20:
        return error_response(400, 27)
    return json_response(
        {"id": 1, "name": "A series", **{block: {"id": 7, "name": block, "season_number": 1} for block in blocks}}
    )


def test_more_than_20_blocks_are_split_into_the_fewest_requests() -> None:
    """Each request has the same parameters, and the blocks are merged into one answer."""
    blocks = ",".join(f"season/{number}" for number in range(1, 46))
    fake = Fake(seasons)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", language="de") as tmdb:
        series = tmdb.call(api.tv.details, 1, append_to_response=blocks)
    assert len(fake.requests) == 3
    assert [request.url.params["language"] for request in fake.requests] == ["de"] * 3
    assert list(series.to_dict())[-45:] == blocks.split(",")


def test_drift_in_one_of_several_answers_warns_at_the_callers_line() -> None:
    """A season that does not exist is no drift: callers do not know how many seasons there are."""

    def answer(request: httpx.Request) -> httpx.Response:
        blocks = request.url.params["append_to_response"].split(",")
        appended = {block: {"id": 7, "season_number": 1, "name": 5} for block in blocks if block == "season/21"}
        return json_response({"id": 1, "name": "A series", "number_of_seasons": "many" if appended else 1, **appended})

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            series = tmdb.tv.details(1, seasons=range(1, 25))
            assert series.season(21).season_number == 1
        assert {warning.filename for warning in caught} == {__file__}
        messages = [str(warning.message) for warning in caught]
        assert any("number_of_seasons" in text for text in messages)
        assert not any("season/" in text and "nothing" in text and "SeasonDetails," in text for text in messages)
        with pytest.raises(MissingBlockError, match="season/24 does not exist"):
            series.season(24)


def without(blocks: str, times: int) -> Fake:
    """Return a fake TMDB that omits these blocks from its first answers."""
    whole: dict[str, object] = {**MOVIE, "videos": {"results": []}, "images": {"posters": []}}

    def answer(request: httpx.Request) -> httpx.Response:
        omitted = blocks.split(",") if len(fake.requests) <= times else ()
        wanted = request.url.params["append_to_response"].split(",")
        return json_response(
            {name: value for name, value in whole.items() if name in {"id", "title", *wanted} - {*omitted}}
        )

    fake = Fake(answer)
    return fake


BLOCKS = MovieAppend.CREDITS | MovieAppend.VIDEOS | MovieAppend.IMAGES


def test_blocks_that_tmdb_omits_are_requested_once_more_in_one_request() -> None:
    """The whole answer then has no gap, so nothing is reported; other parameters are sent again too."""
    fake = without("credits,images", times=1)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", language="de") as tmdb:
        movie = tmdb.movies.details(550, append=BLOCKS)
    assert [request.url.params["append_to_response"] for request in fake.requests] == [
        "credits,videos,images",
        "credits,images",
    ]
    assert fake.query["language"] == "de"
    assert movie.credits.cast[0].name == "Edward Norton"
    assert list(movie.to_dict())[-3:] == ["credits", "videos", "images"]


@pytest.mark.parametrize("block", ["null", "[]", '"x"', '{"success":false,"status_code":11}', '{"status_code":34}'])
def test_wrong_blocks_are_requested_once_more(block: str) -> None:
    bad = httpx.Response(200, content=b'{"id":550,"title":"x","credits":' + block.encode() + b"}")
    fake = fake_sequence(bad, json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550, append=MovieAppend.CREDITS)
    assert movie.credits.cast[0].name == "Edward Norton"
    assert len(fake.requests) == 2


def test_block_that_stays_missing_raises_when_it_is_read_and_warns_once() -> None:
    fake = without("credits", times=9)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            movies = [tmdb.movies.details(550, append=BLOCKS) for _ in range(2)]
        about_credits = [warning for warning in caught if "credits" in str(warning.message)]
        assert [warning.filename for warning in about_credits] == [__file__]
        assert "MovieDetails.credits at $.credits: expected MovieCredits, found nothing" in str(
            about_credits[0].message
        )
        for movie in movies:
            with pytest.raises(TMDBError, match="credits is missing") as raised:
                movie.credits  # noqa: B018  (reading it is the test)
            assert isinstance(raised.value, MissingBlockError)
            assert isinstance(raised.value, AttributeError)
            assert movie.videos.results == []
            assert "credits" not in movie.to_dict()
        assert len(fake.requests) == 4
    assert pickle.loads(pickle.dumps(movies[0])) == movies[1]
    unrequested = make_movie_details()
    with pytest.raises(MissingBlockError, match=r"MovieAppend\.CREDITS"):
        unrequested.credits  # noqa: B018  (reading it is the test)


def test_missing_block_is_an_error_of_the_call_with_policy_raise() -> None:
    fake = Fake(json_response(make_movie_details().to_dict()))
    with TMDB(TOKEN, transport=fake.transport, on_drift="raise") as tmdb:
        with pytest.raises(DriftError, match=r"at \$\.credits: expected MovieCredits, found nothing"):
            tmdb.movies.details(550, append=MovieAppend.CREDITS)
    assert len(fake.requests) == 2


def test_missing_blocks_are_not_requested_again_without_retries() -> None:
    fake = without("credits", times=1)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", max_retries=0) as tmdb:
        movie = tmdb.movies.details(550, append=BLOCKS)
    assert len(fake.requests) == 1
    with pytest.raises(MissingBlockError, match="sent nothing in its place"):
        movie.credits  # noqa: B018  (reading it is the test)


def test_failed_request_for_missing_blocks_leaves_the_first_answer() -> None:
    fake = fake_sequence(json_response({"id": 550, "title": "Fight Club"}), error_response(404, 34))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550, append=MovieAppend.CREDITS)
    assert movie.title == "Fight Club"
    assert not hasattr(movie, "credits")


def test_missing_translations_leave_the_texts_unchanged() -> None:
    fake = Fake(json_response({"id": 550, "title": "Fight Club", "overview": ""}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = tmdb.movies.details(550, languages=["pt-BR", "en"])
    assert (movie.title, movie.overview) == ("Fight Club", "")
    assert [request.url.params["append_to_response"] for request in fake.requests] == ["translations"] * 2


def test_unreadable_text_in_a_block_costs_its_field() -> None:
    """It is no reason for another request, and an error of the call with the policy `raise`."""
    cast = b'[{"id":819,"name":"Edward Norton","character":"\xff"}]'
    fake = Fake(httpx.Response(200, content=b'{"id":550,"title":"x","credits":{"cast":%s}}' % cast))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        (member,) = (tmdb.movies.details(550, append=MovieAppend.CREDITS)).credits.cast
        found: dict[str, object] = member.to_dict()
        assert (found["id"], found["name"], found["character"]) == (819, "Edward Norton", None)
        assert len(fake.requests) == 1
        strict = tmdb.with_options(on_drift="raise")
        with pytest.raises(DriftError):
            strict.movies.details(550, append=MovieAppend.CREDITS)


def test_error_in_one_of_several_requests_is_raised_without_a_group() -> None:
    blocks = ",".join(f"season/{number}" for number in range(1, 46))
    fake = Fake(
        lambda request: (
            error_response(404, 34) if "season/21" in request.url.params["append_to_response"] else seasons(request)
        )
    )
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.call(api.tv.details, 1, append_to_response=blocks)
