"""The examples in TMDB's own document decode as the models of their operations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.evidence.audit import Report, audit
from scripts.evidence.recordings import RecordedAnswer

pytestmark = pytest.mark.conformance

DOCUMENT = "tmdb-v3.2026-03-23.json"


@pytest.fixture(scope="session")
def examples(openapi_documents: Path) -> list[RecordedAnswer]:
    """Return the example success answers of all operations."""
    document = json.loads((openapi_documents / DOCUMENT).read_text(encoding="utf-8"))
    return list(_examples(document))


def test_every_example_decodes_without_loss(examples: list[RecordedAnswer]) -> None:
    report: Report = audit(examples)
    assert report.read == len(examples) > 0
    assert report.raised == []
    assert not report.lost


def _examples(document: dict[str, Any]) -> Iterator[RecordedAnswer]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            media = operation["responses"]["200"]["content"]["application/json"]
            for example in media.get("examples", {}).values():
                value = example["value"]
                # Most examples are JSON inside a JSON string.
                text = value if isinstance(value, str) else json.dumps(value)
                yield RecordedAnswer(f"{method} {path}", method.upper(), "", path, 200, text.encode(), kind="example")
