"""Fixtures of the conformance tests: the recorded answers and their audit."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.evidence.conformance import Conformance, examine
from scripts.evidence.recordings import RecordedAnswer, read_recordings


@pytest.fixture(scope="session")
def recordings(corpus: Path) -> list[RecordedAnswer]:
    """Every recorded answer, including errors."""
    return list(read_recordings([corpus]))


@pytest.fixture(scope="session")
def conformance(recordings: list[RecordedAnswer]) -> Conformance:
    """Return the audit of every recorded answer."""
    return examine(recordings)
