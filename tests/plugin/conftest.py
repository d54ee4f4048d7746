"""A project that uses the plugin."""

from __future__ import annotations

import pytest

from tests.projects import Loaded


@pytest.fixture
def project(loaded: Loaded, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Create an empty project whose tests run in a fixed order, one at a time."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:randomly -p no:cacheprovider")
    pytester.makeini(
        "[pytest]\nfilterwarnings = error\nasyncio_mode = strict\nasyncio_default_fixture_loop_scope = function"
    )
    pytester.plugins.append(loaded)
    return pytester
