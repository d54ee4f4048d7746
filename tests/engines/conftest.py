"""Fixtures of the tests of engines."""

from __future__ import annotations

from functools import partial

import pytest

from tests.engines.drivers import AsyncDriver, OpenDriver, SyncDriver
from tests.engines.engines import ENGINES

_DRIVERS = [
    pytest.param(partial(driver, case), id=f"{case.name}-{kind}")
    for case in ENGINES
    for kind, driver, factory in (("sync", SyncDriver, case.sync), ("async", AsyncDriver, case.tasks))
    if factory is not None
]


@pytest.fixture(params=_DRIVERS)
def open_driver(request: pytest.FixtureRequest) -> OpenDriver:
    """Return a function that opens a client with an engine: pass its base URL and options."""
    driver: OpenDriver = request.param
    return driver
