"""The recorded answers, read and audited once for all conformance tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.evidence.conformance import Conformance, examine
from scripts.evidence.recordings import RecordedAnswer, read_recordings


@pytest.fixture(scope="session")
def recordings(corpus: Path) -> list[RecordedAnswer]:
    """Every recorded answer, errors included."""
    return list(read_recordings([corpus]))


@pytest.fixture(scope="session")
def conformance(recordings: list[RecordedAnswer]) -> Conformance:
    """The audit of every recorded answer."""
    return examine(recordings)
