"""The document on security names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path


def test_every_row_names_a_test_that_exists(root: Path) -> None:
    text = (root / "docs" / "security.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith(("| threat", "| ---"))]
    named = [re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", row) for row in rows]
    assert len(rows) > 15
    assert all(named)
    missing = [
        (file, name)
        for names in named
        for file, name in names
        if not re.search(rf"def {name}\(", (root / file).read_text("utf-8"))
    ]
    assert missing == []
