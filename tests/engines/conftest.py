"""Fixtures: an open engine of each kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines.driver import Driver
from tests.engines.table import ENGINES, Engine


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test with the engines that it applies to."""
    if "entry" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("engines_with")
        traits = () if marker is None else marker.args
        entries = [entry for entry in ENGINES if all(getattr(entry, trait) for trait in traits)]
        metafunc.parametrize("entry", entries, ids=[entry.id for entry in entries])


@pytest.fixture
def engine(entry: Engine) -> Iterator[Driver]:
    """Yield an open engine."""
    with Driver(entry) as driver:
        yield driver
