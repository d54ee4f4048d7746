"""Cassettes are replayed sync and async; what comes back is what the scenarios expect."""

from __future__ import annotations

import inspect
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
def test_cassettes_replay_sync(name: str) -> None:
    """Every recorded answer is used, and none is missing."""
    with use_cassette(CASSETTES / f"{name}.yaml") as cassette:
        synchronous.SCENARIOS[name](Source())
        assert cassette.all_played


@pytest.mark.parametrize("name", asynchronous.SCENARIOS)
async def test_cassettes_replay_async(name: str) -> None:
    """The same cassettes serve the async client, with other credentials."""
    with use_cassette(CASSETTES / f"{name}.yaml") as cassette:
        await asynchronous.SCENARIOS[name](AsyncSource("somebody else"))
        assert cassette.all_played


def test_there_is_a_cassette_for_each_scenario_and_no_other() -> None:
    """Sync and async scenarios have the same names, which are those of the cassettes."""
    held = {path.relative_to(CASSETTES).with_suffix("").as_posix() for path in CASSETTES.rglob("*") if path.is_file()}
    assert held == set(synchronous.SCENARIOS) == set(asynchronous.SCENARIOS)
    for name, scenario in asynchronous.SCENARIOS.items():
        assert inspect.getdoc(scenario) == inspect.getdoc(synchronous.SCENARIOS[name])


def test_cassettes_are_small() -> None:
    """They are read in every run of the tests, and by people."""
    sizes = {path.name: path.stat().st_size for path in CASSETTES.rglob("*.yaml")}
    assert sum(sizes.values()) < 3_000_000
    assert {name: size for name, size in sizes.items() if size > 150_000} == {}


def test_a_key_replays_what_a_token_recorded() -> None:
    """Whichever credential somebody has."""
    with use_cassette(CASSETTES / "reference" / "configuration.yaml"), TMDB(make_credentials().api_key) as tmdb:
        assert tmdb.configuration.details().images.secure_base_url


@pytest.mark.parametrize("name", synchronous.SCENARIOS)
def test_each_cassette_says_where_it_is_from(name: str) -> None:
    """Source, day and version stand in the first line."""
    first = (CASSETTES / f"{name}.yaml").read_text("utf-8").splitlines()[0]
    assert first.startswith(("# Recorded from the embedded TMDB on 20", "# Recorded from TMDB on 20"))
    assert "by tmdb-facade " in first
