"""Fixture of the conformance tests: the audit of the recorded answers."""

from __future__ import annotations

import pytest

from scripts.evidence.conformance import Conformance, examine
from scripts.evidence.recordings import RecordedAnswer
from tests.once import Once


@pytest.fixture(scope="session")
def conformance(once: Once, recordings: list[RecordedAnswer]) -> Conformance:
    """Return the audit of every recorded answer."""
    return once("conformance", lambda: examine(recordings))
