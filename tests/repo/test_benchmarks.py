"""The benchmarks measure what they claim. Their timings are not tested."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from benchmarks.bodies import BLOCKS, PAGE_SIZE, SIZES, Bodies, make_bodies
from benchmarks.measure import Result, compare
from benchmarks.operations import Canned
from benchmarks.questions import ask_everything
from benchmarks.table import table
from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Drift, decode
from tmdb_facade import TMDB, models


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    """The bodies that the benchmarks decode."""
    return make_bodies()


def test_bodies_have_the_documented_sizes(bodies: Bodies) -> None:
    """Pages have 20 entries, and each list of a block as many as SIZES says."""
    movie: dict[str, Any] = json.loads(bodies.film_with_blocks)

    assert all(len(json.loads(page)["results"]) == PAGE_SIZE for page in (bodies.search_page, bodies.mixed_page))
    assert set(SIZES) <= set(BLOCKS.blocks)
    assert {key: len(movie[block][key]) for block, lists in SIZES.items() for key in lists} == {
        key: size for lists in SIZES.values() for key, size in lists.items()
    }


def test_bodies_decode_on_the_fast_path(bodies: Bodies) -> None:
    """No body contradicts a type, as is usual for users."""
    drift = Drift("raise")

    movie = decode(bodies.film_with_blocks, models.MovieDetails, operation="bench", drift=drift, append=BLOCKS.blocks)
    page = decode(bodies.mixed_page, models.MultiSearchPage, operation="bench", drift=drift)
    rows = decode(bodies.search_page, models.MoviePage, operation="bench", drift=drift)

    assert movie.title == "Fight Club"
    assert {type(entry) for entry in page.results} == {models.Movie, models.TVShow, models.Person}
    assert len({row.id for row in rows.results}) == PAGE_SIZE


def test_ask_everything_sends_one_request_of_each_operation() -> None:
    """The answers contradict no type."""
    questions = ask_everything()

    assert [question.request.operation for question in questions] == list(OPERATIONS)
    assert any(question.is_mixed for question in questions)
    for question in questions:
        sent: list[httpx.Request] = []
        with TMDB("a.b.c", transport=Canned(question, sent.append), on_drift="raise") as tmdb:
            question.ask(tmdb)
        assert [(request.method, request.url.path) for request in sent] == [
            (question.request.operation.method, question.request.path)
        ], question.method


def test_compare_uses_the_median_ratio() -> None:
    """A single disturbed round does not change the result."""
    rounds = [{"base": 1.0, "ours": 0.5}, {"base": 2.0, "ours": 1.0}, {"base": 1.0, "ours": 9.0}]

    assert compare(rounds, "base") == {"base": 1.0, "ours": 0.5}


def test_table_marks_missed_budgets() -> None:
    """Results within their budget or without one are not marked."""
    missed, met, unlimited = Result("a", 1.2, 1.0, ""), Result("b", 1.0, 1.0, ""), Result("c", 9.0, None, "")

    lines = list(table([missed, met, unlimited]))

    assert [result.is_kept for result in (missed, met, unlimited)] == [False, True, True]
    assert ["MISSED" in line for line in lines[2:]] == [True, False, False]
