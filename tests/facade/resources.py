"""Answers that fit every operation, roughly."""

from __future__ import annotations

#: An answer that fits a single object and a page of a list.
ANSWER: dict[str, object] = {
    "id": 1,
    "name": "One",
    "page": 1,
    "results": [{"id": 1, "media_type": "movie", "name": "One", "title": "One"}],
    "total_pages": 1,
    "total_results": 1,
}
#: An answer that is a list as a whole.
LIST = [ANSWER]
