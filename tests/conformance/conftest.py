"""Fixtures of the conformance tests: the audit of the recorded answers, and what they say about records of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.catalogue.recorded import Recorded, read_corpus
from scripts.evidence.conformance import Conformance, examine
from scripts.evidence.recordings import RecordedAnswer
from tests.once import Once


@pytest.fixture(scope="session")
def conformance(once: Once, recordings: list[RecordedAnswer]) -> Conformance:
    """Return the audit of every recorded answer."""
    return once("conformance", lambda: examine(recordings))


@pytest.fixture(scope="session")
def recorded(once: Once, corpus: Path) -> Recorded:
    """Return what the recorded answers say about movies, series, people and other records."""
    return once("recorded", lambda: read_corpus(corpus))
