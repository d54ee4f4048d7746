"""Cassettes are replayed sync and async; what comes back is what the scenarios expect."""

from __future__ import annotations

import inspect
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from vcr.errors import CannotOverwriteExistingCassetteException  # type: ignore[import-untyped]

from tests.replay._async import scenarios as asynchronous
from tests.replay._sync import scenarios as synchronous
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import make_credentials
from tmdb_facade.testing.cassettes import use_cassette

CASSETTES = Path(__file__).parents[1] / "cassettes"


@pytest.mark.parametrize("name", synchronous.SCENARIOS)
def test_cassettes_replay_sync(name: str) -> None:
    """Every recorded answer is used, and none is missing."""
    with use_cassette(CASSETTES / f"{name}.yaml") as cassette:
        synchronous.SCENARIOS[name](partial(TMDB, api_key=make_credentials().api_key))
        assert cassette.all_played


@pytest.mark.parametrize("name", asynchronous.SCENARIOS)
async def test_cassettes_replay_async(name: str) -> None:
    """The same cassettes serve the async client, with other credentials."""
    with use_cassette(CASSETTES / f"{name}.yaml") as cassette:
        connect: Any = partial(AsyncTMDB, access_token=make_credentials().access_token)
        await asynchronous.SCENARIOS[name](connect)
        assert cassette.all_played


def test_there_is_a_cassette_for_each_scenario_and_no_other() -> None:
    """Sync and async scenarios have the same names, which are those of the cassettes."""
    held = {path.stem for path in CASSETTES.iterdir()}
    assert held == set(synchronous.SCENARIOS) == set(asynchronous.SCENARIOS)
    for name, scenario in asynchronous.SCENARIOS.items():
        assert inspect.getdoc(scenario) == inspect.getdoc(synchronous.SCENARIOS[name])


def test_what_is_not_on_a_cassette_is_refused() -> None:
    """No request leaves the machine."""
    with (
        use_cassette(CASSETTES / "configuration.yaml"),
        TMDB(make_credentials().access_token) as tmdb,
        pytest.raises(CannotOverwriteExistingCassetteException, match="/3/movie/550"),
    ):
        tmdb.movies.details(550)


@pytest.mark.parametrize("name", synchronous.SCENARIOS)
def test_each_cassette_says_where_it_is_from(name: str) -> None:
    """Source, day and version stand in the first line."""
    first = (CASSETTES / f"{name}.yaml").read_text("utf-8").splitlines()[0]
    assert first.startswith(("# Recorded from the embedded TMDB on 20", "# Recorded from TMDB on 20"))
    assert "by tmdb-facade " in first
