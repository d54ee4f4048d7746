"""docs/conformance.md is up to date with the corpus."""

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


def test_conformance_page_is_up_to_date_and_every_difference_has_a_reason(conformance: Conformance, root: Path) -> None:
    """Only for the corpus that the page was written from; the other tests apply to any corpus."""
    page = (root / "docs" / "conformance.md").read_text(encoding="utf-8")
    named = re.search(r"from ([\d,]+) recorded\s+answers", page)
    assert named is not None
    if int(named[1].replace(",", "")) == conformance.recordings:
        reasons = ConformanceReasons(load_yaml(REASONS))
        assert conformance_problems(conformance, reasons) == []
        assert render_conformance(conformance, reasons) == page, "run: python -m scripts.evidence.conformance CORPUS"
