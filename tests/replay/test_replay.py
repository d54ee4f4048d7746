"""Every scenario replays its cassette, sync and async."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from scripts.scenarios._async import scenarios as asynchronous
from scripts.scenarios._async.source import Source as AsyncSource
from scripts.scenarios._sync import scenarios as synchronous
from scripts.scenarios._sync.source import Source
from tmdb_facade import TMDB
from tmdb_facade.testing import make_credentials, use_cassette

CASSETTES = Path(__file__).parents[1] / "cassettes"


@pytest.mark.parametrize("name", synchronous.SCENARIOS)
def test_cassette_replays_sync(name: str) -> None:
    """Every recorded answer is used, and none is missing."""
    with use_cassette(CASSETTES / f"{name}.yaml") as cassette:
        synchronous.SCENARIOS[name](Source())
        assert cassette.all_played


@pytest.mark.parametrize("name", asynchronous.SCENARIOS)
async def test_cassette_replays_async_with_other_credentials(name: str) -> None:
    with use_cassette(CASSETTES / f"{name}.yaml") as cassette:
        await asynchronous.SCENARIOS[name](AsyncSource("somebody else"))
        assert cassette.all_played


def test_each_scenario_has_a_cassette_and_each_cassette_a_scenario() -> None:
    names = {path.relative_to(CASSETTES).with_suffix("").as_posix() for path in CASSETTES.rglob("*") if path.is_file()}
    assert names == set(synchronous.SCENARIOS) == set(asynchronous.SCENARIOS), "run `make sync record`"
    for name, scenario in asynchronous.SCENARIOS.items():
        assert inspect.getdoc(scenario) == inspect.getdoc(synchronous.SCENARIOS[name])


def test_cassettes_are_small() -> None:
    """Tests read them in every run, and people review them."""
    sizes = {path.name: path.stat().st_size for path in CASSETTES.rglob("*.yaml")}
    assert sum(sizes.values()) < 3_000_000
    assert {name: size for name, size in sizes.items() if size > 150_000} == {}


def test_api_key_replays_a_cassette_recorded_with_an_access_token() -> None:
    with use_cassette(CASSETTES / "reference" / "configuration.yaml"), TMDB(make_credentials().api_key) as tmdb:
        assert tmdb.configuration.details().images.secure_base_url


def test_first_line_of_each_cassette_names_source_day_and_version() -> None:
    form = re.compile(r"# Recorded from (the embedded TMDB|TMDB) on 20\d\d-\d\d-\d\d, by tmdb-facade ")
    first_lines = {path: path.read_text("utf-8").partition("\n")[0] for path in CASSETTES.rglob("*.yaml")}
    assert [path.name for path, line in first_lines.items() if not form.match(line)] == []
