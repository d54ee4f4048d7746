"""The benchmarks measure what they say; how fast anything is, is no test."""

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
    """The answers that are decoded, made once."""
    return make_bodies()


def test_the_answers_are_of_the_sizes_that_they_should_have(bodies: Bodies) -> None:
    """Pages hold 20 entries, and each list of each block as many as is said."""
    film: dict[str, Any] = json.loads(bodies.film_with_blocks)

    assert all(len(json.loads(page)["results"]) == PAGE_SIZE for page in (bodies.search_page, bodies.mixed_page))
    assert len(BLOCKS.blocks) == 10
    assert {key: len(film[block][key]) for block, lists in SIZES.items() for key in lists} == {
        key: size for lists in SIZES.values() for key, size in lists.items()
    }


def test_the_answers_stay_on_the_fast_path(bodies: Bodies) -> None:
    """Nothing in them contradicts a type, so what is measured is what users mostly have."""
    drift = Drift("raise")

    film = decode(bodies.film_with_blocks, models.MovieDetails, operation="bench", drift=drift, append=BLOCKS.blocks)
    page = decode(bodies.mixed_page, models.MultiSearchPage, operation="bench", drift=drift)
    rows = decode(bodies.search_page, models.MoviePage, operation="bench", drift=drift)

    assert film.title == "Fight Club"
    assert {type(entry) for entry in page.results} == {models.Movie, models.TVShow, models.Person}
    assert len({movie.id for movie in rows.results}) == PAGE_SIZE


def test_every_operation_is_asked_as_its_method_does() -> None:
    """Each question sends one request of its operation, and reads an answer that contradicts no type."""
    questions = ask_everything()

    assert [question.request.operation for question in questions] == list(OPERATIONS)
    assert sum(question.is_mixed for question in questions) > 10
    for question in questions:
        sent: list[httpx.Request] = []
        with TMDB("a.b.c", transport=Canned(question, sent.append), on_drift="raise") as tmdb:
            question.ask(tmdb)
        assert [(request.method, request.url.path) for request in sent] == [
            (question.request.operation.method, question.request.path)
        ], question.method


def test_the_median_ratio_counts() -> None:
    """A round that something else disturbed changes nothing."""
    rounds = [{"base": 1.0, "ours": 0.5}, {"base": 2.0, "ours": 1.0}, {"base": 1.0, "ours": 9.0}]

    assert compare(rounds, "base") == {"base": 1.0, "ours": 0.5}


def test_a_missed_budget_is_seen() -> None:
    """The table marks it, and keeps quiet about what has none."""
    missed, kept, free = Result("a", 1.2, 1.0, ""), Result("b", 1.0, 1.0, ""), Result("c", 9.0, None, "")

    lines = list(table([missed, kept, free]))

    assert [result.is_kept for result in (missed, kept, free)] == [False, True, True]
    assert ["MISSED" in line for line in lines[2:]] == [True, False, False]
