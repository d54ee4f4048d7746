"""The examples in TMDB's own document decode: what it shows people must fit what we promise them."""

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
    """The example of each operation's success answer."""
    document = json.loads((openapi_documents / DOCUMENT).read_text(encoding="utf-8"))
    return list(_examples(document))


def test_every_operation_has_an_example(examples: list[RecordedAnswer]) -> None:
    """The document has 152 operations, and an example for each."""
    assert len(examples) == 152


def test_no_example_raises(examples: list[RecordedAnswer]) -> None:
    """Each decodes as the type of its operation, and what is modelled comes back."""
    report: Report = audit(examples)
    assert report.read == 152
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
                # Most are JSON that was written into a JSON string.
                text = value if isinstance(value, str) else json.dumps(value)
                yield RecordedAnswer(f"{method} {path}", method.upper(), "", path, 200, text.encode(), kind="example")
