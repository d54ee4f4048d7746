"""Headers that apply to every route."""

from __future__ import annotations

from starlette.datastructures import Headers

#: The content type of every JSON answer.
JSON_TYPE = "application/json;charset=utf-8"


def etag_matches(etag: str, if_none_match: str) -> bool:
    """Return whether an ETag is among those of an `If-None-Match` header.

    The comparison is HTTP's weak one: `W/"a"` equals `"a"`.
    """
    tags = (tag.strip().removeprefix("W/") for tag in if_none_match.split(","))
    return etag.removeprefix("W/") in tags


def cors_headers(request_headers: Headers) -> dict[str, str]:
    """Return the headers that let pages of every origin read an answer, as TMDB does."""
    return {"access-control-allow-origin": "*"} if "origin" in request_headers else {}
