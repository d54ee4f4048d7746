"""The benchmarks' samples, ratios and tables. Whether the budgets are met is not a test."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from benchmarks.bodies import BLOCKS, PAGE_SIZE, SIZES, Bodies, make_bodies
from benchmarks.measure import Result, markdown_table, median_ratios
from benchmarks.operations import StaticTransport
from benchmarks.samples import collect_samples
from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Drift, decode
from tmdb_facade import TMDB, models


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    """Return the answers to decode."""
    return make_bodies()


def test_bodies_have_the_configured_sizes(bodies: Bodies) -> None:
    """Pages have 20 entries, and each list of each block has its number of entries from `SIZES`."""
    movie: dict[str, Any] = json.loads(bodies.movie_with_blocks)

    assert all(len(json.loads(page)["results"]) == PAGE_SIZE for page in (bodies.search_page, bodies.mixed_page))
    assert set(SIZES) <= set(BLOCKS.blocks)
    assert {key: len(movie[block][key]) for block, lists in SIZES.items() for key in lists} == {
        key: size for lists in SIZES.values() for key, size in lists.items()
    }


def test_bodies_stay_on_the_fast_path(bodies: Bodies) -> None:
    """No body contradicts its type, so the benchmarks measure the normal case."""
    drift = Drift("raise")

    movie = decode(bodies.movie_with_blocks, models.MovieDetails, operation="bench", drift=drift, append=BLOCKS.blocks)
    mixed = decode(bodies.mixed_page, models.MultiSearchPage, operation="bench", drift=drift)
    page = decode(bodies.search_page, models.MoviePage, operation="bench", drift=drift)

    assert movie.title == "Fight Club"
    assert {type(entry) for entry in mixed.results} == {models.Movie, models.TVShow, models.Person}
    assert len({result.id for result in page.results}) == PAGE_SIZE


def test_collect_samples_repeats_the_request_of_each_operation() -> None:
    """Each sample sends one request of its operation, and its answer contradicts no type."""
    samples = collect_samples()

    assert [sample.request.operation for sample in samples] == list(OPERATIONS)
    assert any(sample.is_mixed for sample in samples)
    for sample in samples:
        sent: list[httpx.Request] = []
        transport = StaticTransport(sample, sent.append)
        with TMDB("a.b.c", session_id="5e55", transport=transport, on_drift="raise") as tmdb:
            sample.call(tmdb)
        assert [(request.method, request.url.path) for request in sent] == [
            (sample.request.operation.method, sample.request.path)
        ], sample.method


def test_median_ratios_ignore_a_disturbed_round() -> None:
    """Each ratio is the median over the rounds."""
    rounds = [{"base": 1.0, "ours": 0.5}, {"base": 2.0, "ours": 1.0}, {"base": 1.0, "ours": 9.0}]

    assert median_ratios(rounds, "base") == {"base": 1.0, "ours": 0.5}


def test_table_marks_exceeded_budgets() -> None:
    """A result without a budget is never marked."""
    exceeded, met, free = Result("a", 1.2, 1.0, ""), Result("b", 1.0, 1.0, ""), Result("c", 9.0, None, "")

    lines = list(markdown_table([exceeded, met, free]))

    assert [result.is_within_budget for result in (exceeded, met, free)] == [False, True, True]
    assert ["EXCEEDED" in line for line in lines[2:]] == [True, False, False]
