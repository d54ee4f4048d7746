"""docs/conformance.md says what the corpus shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.evidence.conformance import (
    REASONS,
    Conformance,
    ConformanceReasons,
    conformance_problems,
    render_conformance,
)
from scripts.json_io import load_yaml

pytestmark = pytest.mark.conformance


def test_table_is_up_to_date_and_explains_every_difference(conformance: Conformance, root: Path) -> None:
    """Of the corpus that the page names; another one is held to the thresholds of the other tests only."""
    page = (root / "docs" / "conformance.md").read_text(encoding="utf-8")
    named = re.search(r"from ([\d,]+) recorded answers", page)
    assert named is not None
    if int(named[1].replace(",", "")) == conformance.recordings:
        reasons = ConformanceReasons(load_yaml(REASONS))
        assert conformance_problems(conformance, reasons) == []
        assert render_conformance(conformance, reasons) == page, "run: python -m scripts.evidence.conformance CORPUS"
