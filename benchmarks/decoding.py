"""From an answer's bytes to models: against `json.loads` of the same bytes, which makes dicts and checks nothing."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from benchmarks.bodies import BLOCKS, Bodies
from benchmarks.measure import Result, ratios
from benchmarks.rivals import Decoders, all_rivals, stock_templates
from tmdb_bindings.runtime import Details, Drift, decode
from tmdb_bindings.runtime.details import read_blocks
from tmdb_facade import models

JSON = "json.loads"
OURS = "ours"
COPIES = 50


@dataclass(frozen=True, slots=True)
class Case:
    """An answer, how it is decoded, and what that may cost in time and memory."""

    name: str
    component: str
    body: bytes
    ours: Callable[[bytes], object]
    blocks: tuple[str, ...]
    time_budget: float
    memory_budget: float = 1.0


def cases(bodies: Bodies) -> list[Case]:
    """Return the answers that have a budget."""
    blocks = BLOCKS.blocks
    # A body that left the fast path would be an error, not a figure.
    decode(bodies.film_with_blocks, models.MovieDetails, operation="bench", drift=Drift("raise"), append=blocks)
    page, mixed, film = _read(models.MoviePage), _read(models.MultiSearchPage), _read(models.MovieDetails)
    unread = _read(models.MovieDetails, blocks)

    def read(body: bytes) -> object:
        answer = unread(body)
        assert isinstance(answer, Details)
        read_blocks(answer)
        return answer

    return [
        Case("20 films of a search", "MoviePage", bodies.search_page, page, (), 1.0),
        Case("20 of a mixed search", "MultiSearchPage", bodies.mixed_page, mixed, (), 1.5),
        Case("20 of a mixed search, all films", "MultiSearchPage", bodies.mixed_films, mixed, (), 1.5),
        Case("a film", "MovieDetails", bodies.film, film, (), 1.0),
        Case("a film, ten blocks unread", "MovieDetails", bodies.film_with_blocks, unread, blocks, 1.0),
        Case("a film, ten blocks read", "MovieDetails", bodies.film_with_blocks, read, blocks, 1.0),
    ]


def measure_time(bodies: Bodies) -> Iterator[Result]:
    """Time each case against `json.loads`, ours and the rivals in turns."""
    with stock_templates() as stock:
        rivals = {**all_rivals(), "stock templates": stock}
        for case in cases(bodies):
            found, seconds = ratios(_contenders(case, rivals), JSON)
            baseline = f"{seconds * 1e6:.0f} us for {len(case.body) / 1000:.1f} kB"
            yield Result(case.name, found.pop(OURS), case.time_budget, baseline, _without_baseline(found))


def measure_memory(bodies: Bodies) -> Iterator[Result]:
    """Weigh what each case leaves in memory against the dicts of the same answer."""
    with stock_templates() as stock:
        rivals = {**all_rivals(), "stock templates": stock}
        for case in cases(bodies):
            sizes = {name: weigh(function) for name, function in _contenders(case, rivals).items()}
            found = {name: size / sizes[JSON] for name, size in sizes.items()}
            baseline = f"{sizes[JSON] / 1024:.1f} KiB"
            yield Result(case.name, found.pop(OURS), case.memory_budget, baseline, _without_baseline(found))


def weigh(make: Callable[[], object]) -> float:
    """Return the bytes that one more of what a function makes keeps in memory."""
    make()
    tracemalloc.start()
    try:
        kept = [make() for _ in range(COPIES)]
        return tracemalloc.get_traced_memory()[0] / len(kept)
    finally:
        tracemalloc.stop()


def _contenders(case: Case, rivals: Mapping[str, Decoders]) -> dict[str, Callable[[], object]]:
    decoders = {name: rival(case.component, list(case.blocks)) for name, rival in rivals.items()}
    return {
        JSON: partial(json.loads, case.body),
        OURS: partial(case.ours, case.body),
        **{name: partial(decoder, case.body) for name, decoder in decoders.items()},
    }


def _read(type_: type[object], blocks: tuple[str, ...] = ()) -> Callable[[bytes], object]:
    """Return our decoder, as a client uses it."""
    drift = Drift()

    def read(body: bytes) -> object:
        return decode(body, type_, operation="bench", drift=drift, append=blocks)

    return read


def _without_baseline(found: Mapping[str, float]) -> dict[str, float]:
    return {name: ratio for name, ratio in found.items() if name != JSON}
