"""Decoding of bytes into models, compared with `json.loads`, which returns dicts and validates nothing."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from benchmarks.alternatives import DecoderFactory, all_alternatives, stock_templates
from benchmarks.bodies import BLOCKS, Bodies
from benchmarks.measure import Result, ratios
from tmdb_bindings.runtime import Details, Drift, decode
from tmdb_bindings.runtime.details import read_blocks
from tmdb_facade import models

JSON = "json.loads"
OURS = "ours"
COPIES = 50


@dataclass(frozen=True, slots=True)
class DecodingCase:
    """An answer, its decoder, and its budgets for time and memory."""

    name: str
    component: str
    body: bytes
    ours: Callable[[bytes], object]
    blocks: tuple[str, ...]
    time_budget: float
    memory_budget: float = 1.0


def cases(bodies: Bodies) -> list[DecodingCase]:
    """Return the answers to decode."""
    blocks = BLOCKS.blocks
    # Fail if a body leaves the fast path, instead of measuring the slow one.
    decode(bodies.movie_with_blocks, models.MovieDetails, operation="bench", drift=Drift("raise"), append=blocks)
    page, mixed, movie = _read(models.MoviePage), _read(models.MultiSearchPage), _read(models.MovieDetails)
    unread = _read(models.MovieDetails, blocks)

    def read(body: bytes) -> object:
        answer = unread(body)
        assert isinstance(answer, Details)
        read_blocks(answer)
        return answer

    return [
        DecodingCase("20 movies of a search", "MoviePage", bodies.search_page, page, (), 0.75),
        DecodingCase("20 entries of a mixed search", "MultiSearchPage", bodies.mixed_page, mixed, (), 1.2),
        DecodingCase(
            "20 entries of a mixed search, all movies", "MultiSearchPage", bodies.mixed_page_of_movies, mixed, (), 1.2
        ),
        DecodingCase("a movie", "MovieDetails", bodies.movie, movie, (), 0.55),
        DecodingCase("a movie, ten blocks unread", "MovieDetails", bodies.movie_with_blocks, unread, blocks, 0.2),
        DecodingCase("a movie, ten blocks read", "MovieDetails", bodies.movie_with_blocks, read, blocks, 0.8),
    ]


def measure_time(bodies: Bodies) -> Iterator[Result]:
    """Measure the CPU time of each case, ours and the alternatives, relative to `json.loads`."""
    with stock_templates() as stock:
        alternatives = {**all_alternatives(), "stock templates": stock}
        for case in cases(bodies):
            measured, seconds = ratios(_decoders(case, alternatives), JSON)
            baseline = f"{seconds * 1e6:.0f} us for {len(case.body) / 1000:.1f} kB"
            yield Result(case.name, measured.pop(OURS), case.time_budget, baseline, _without_baseline(measured))


def measure_memory(bodies: Bodies) -> Iterator[Result]:
    """Measure the memory of each case, relative to the dicts of the same answer."""
    with stock_templates() as stock:
        alternatives = {**all_alternatives(), "stock templates": stock}
        for case in cases(bodies):
            sizes = {name: retained_bytes(function) for name, function in _decoders(case, alternatives).items()}
            measured = {name: size / sizes[JSON] for name, size in sizes.items()}
            baseline = f"{sizes[JSON] / 1024:.1f} KiB"
            yield Result(case.name, measured.pop(OURS), case.memory_budget, baseline, _without_baseline(measured))


def retained_bytes(function: Callable[[], object]) -> float:
    """Return the bytes that one result of a function occupies in memory."""
    function()
    tracemalloc.start()
    try:
        results = [function() for _ in range(COPIES)]
        return tracemalloc.get_traced_memory()[0] / len(results)
    finally:
        tracemalloc.stop()


def _decoders(case: DecodingCase, alternatives: Mapping[str, DecoderFactory]) -> dict[str, Callable[[], object]]:
    decoders = {name: factory(case.component, list(case.blocks)) for name, factory in alternatives.items()}
    return {
        JSON: partial(json.loads, case.body),
        OURS: partial(case.ours, case.body),
        **{name: partial(decoder, case.body) for name, decoder in decoders.items()},
    }


def _read(type_: type[object], blocks: tuple[str, ...] = ()) -> Callable[[bytes], object]:
    """Return the decoder that clients use."""
    drift = Drift()

    def read(body: bytes) -> object:
        return decode(body, type_, operation="bench", drift=drift, append=blocks)

    return read


def _without_baseline(measured: Mapping[str, float]) -> dict[str, float]:
    return {name: ratio for name, ratio in measured.items() if name != JSON}
