"""Fixture with the bindings of the small document."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from scripts.regenerate.write.generate import generate
from tests.bindings.small import DOCUMENT, PACKAGE, Small


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    """Generate the bindings of the small document and make them importable."""
    folder = tmp_path_factory.mktemp("bindings")
    generate(DOCUMENT, folder / PACKAGE)
    sys.path.insert(0, str(folder))
    yield Small(folder / PACKAGE)
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]
