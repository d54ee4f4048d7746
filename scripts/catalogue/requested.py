"""Movies, keywords and reviews that the tests of other TMDB clients request by their ids (`public_code.yaml`)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.json_io import load_yaml

#: The content of `public_code.yaml`.
PUBLIC_CODE: dict[str, Any] = load_yaml(Path(__file__).with_name("public_code.yaml"))
#: Keywords that tests ask for.
KEYWORDS: tuple[int, ...] = tuple(PUBLIC_CODE["keywords"])
#: The text of all reviews whose texts are TMDB's.
REVIEW_TEXT = "The text of this review is not part of the catalogue."
# An invented author, for reviews whose author no test names.
_AUTHOR = "filmstubs"


def requested_reviews(movie: int) -> list[dict[str, Any]]:
    """Return the records of the reviews of a movie that tests ask for, without their texts."""
    return [
        {
            "id": number,
            "author": review.get("author", _AUTHOR),
            "username": review.get("author", _AUTHOR).replace(" ", "").lower(),
            "content": REVIEW_TEXT,
            "created_at": review.get("created_at") or _created_at(number),
            "updated_at": review.get("updated_at") or _created_at(number),
            **({"rating": review["rating"]} if "rating" in review else {}),
        }
        for number, review in PUBLIC_CODE["reviews"].items()
        if review["movie"] == movie
    ]


def _created_at(object_id: str) -> str:
    """Return the second in which a record was made: the first 8 digits of its id, as in all recorded reviews."""
    return datetime.fromtimestamp(int(object_id[:8], 16), UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
